/** The lists of a side-by-side table -> what each lists. */
import type { Panel } from '../../../schemas/document.js'
import type { ColumnRole, RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'

const SIGNS: readonly { panel: Panel; header: RegExp; labels: RegExp }[] = [
  {
    panel: 'expenditure_by_government_economic',
    header: /政府(?:预算)?(?:支出)?经济/,
    labels: /机关工资福利支出|机关商品和服务支出|机关资本性支出/,
  },
  {
    panel: 'expenditure_by_function',
    header: /功能/,
    labels: /一般公共服务支出|社会保障和就业支出|卫生健康支出|住房保障支出|公共安全支出|医疗卫生/,
  },
  {
    panel: 'expenditure_by_nature',
    header: /用途|性质|类别|类型/,
    labels: /^(?:[一二三四]、)?(?:基本支出|项目支出)$/,
  },
  {
    panel: 'expenditure_by_department_economic',
    header: /经济/,
    labels: /^(?:[一二三四]、)?(?:工资福利支出|商品和服务支出|资本性支出)$/,
  },
]

/** Sets the panel of each group's columns; a table with one list has none. */
export function namePanels(table: RawTable, groups: ColumnRole[][]): void {
  const panels = groups.map((group) => panelOf(table, group))
  const expenditures = panels.filter((panel) => panel !== 'revenue').length
  groups.forEach((group, i) => {
    const panel = expenditures === 1 && panels[i] !== 'revenue' ? 'expenditure' : panels[i]
    for (const role of group) role.panel = panel
  })
}

function panelOf(table: RawTable, group: ColumnRole[]): Panel {
  const header = fold(group.map((role) => role.path.join('/')).join(' '))
  const labels = labelsOf(table, group)
  const first = fold(group[0]?.path[0] ?? '')
  if (/收入|来源/.test(first) && !/支出/.test(first)) return 'revenue'
  if (
    !/支出/.test(header) &&
    labels.filter((label) => /收入|拨款/.test(label)).length > labels.length / 3
  )
    return 'revenue'
  const byHeader = SIGNS.find((sign) => sign.header.test(header))
  if (byHeader) return byHeader.panel
  const byLabels = SIGNS.map((sign) => ({
    sign,
    hits: labels.filter((label) => sign.labels.test(label)).length,
  })).toSorted((a, b) => b.hits - a.hits)[0]
  return byLabels.hits > 0 ? byLabels.sign.panel : 'expenditure'
}

/** What its rows are called, whole and folded. */
function labelsOf(table: RawTable, group: ColumnRole[]): string[] {
  const keys = group.filter((role) => role.key !== null)
  const labels: string[] = []
  for (const row of table.rows)
    for (const { index } of keys) labels.push(fold(row.cells[index]?.text ?? ''))
  return labels
}
