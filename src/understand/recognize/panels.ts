/** The lists of a side-by-side table -> what each lists. */
import type { Panel } from '../../../schemas/document.js'
import type { ColumnRole, RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { type ByClass, classesOf } from './classes.js'

const HEADS: readonly { panel: ByClass; header: RegExp }[] = [
  { panel: 'expenditure_by_government_economic', header: /政府(?:预算)?(?:支出)?经济/ },
  { panel: 'expenditure_by_function', header: /功能/ },
  {
    panel: 'expenditure_by_department_economic',
    header: /(?<!政府(?:预算)?(?:支出)?)经济/,
  },
  { panel: 'expenditure_by_nature', header: /用途|性质|类别|类型/ },
]

/** What each list is of; one list of expenditure beside the revenue is just that. */
export function panelsOf(table: RawTable, groups: ColumnRole[][]): Panel[] {
  const panels = groups.map((group) => panelOf(table, group))
  const expenditures = panels.filter((panel) => panel !== 'revenue').length
  return panels.map((panel) => (expenditures === 1 && panel !== 'revenue' ? 'expenditure' : panel))
}

function panelOf(table: RawTable, group: ColumnRole[]): Panel {
  const labels = labelsOf(table, group)
  const header = headerOf(group)
  return isRevenue(labels, header) ? 'revenue' : expenditureBy(labels, header)
}

/** The heads over its names, outermost first: what stands over the amounts may head several lists. */
function headerOf(group: ColumnRole[]): string {
  const naming = group.filter(({ key }) => key !== null && key !== 'unit_code')
  return fold((naming.length > 0 ? naming : group).map(({ path }) => path.join('/')).join(' '))
}

/** A list that ends in 收入总计 is of revenue, whatever stands over it; then its head says so, then its rows. */
function isRevenue(labels: readonly string[], header: string): boolean {
  const totals = labels.filter((label) => /[总合]计$/.test(label))
  const [received, spent] = [counted(totals, /收入/), counted(totals, /支出/)]
  if (received !== spent) return received > spent
  const [saysRevenue, saysExpenditure] = [/收入|来源/.test(header), /支出|用途/.test(header)]
  if (saysRevenue !== saysExpenditure) return saysRevenue
  return counted(labels, /收入|拨款/) > MOSTLY * labels.length && counted(labels, /支出$/) === 0
}

/** The share of a list's rows that speak of money received, where nothing else tells. */
const MOSTLY = 1 / 3

const counted = (labels: readonly string[], word: RegExp) =>
  labels.filter((label) => word.test(label)).length

/**
 * By its head, unless its rows are classes of another classification and none of the one that is said; of two
 * that a head says (按支出性质和经济分类), the one that more rows are of.
 */
function expenditureBy(labels: readonly string[], header: string): Panel {
  const said = HEADS.filter((head) => head.header.test(header)).map(({ panel }) => panel)
  const found = classesOf(labels)
  const best = found[0]
  if (said.length === 0) return best?.panel ?? 'expenditure'
  const borneOut = found.find(({ panel }) => said.includes(panel))?.panel
  return borneOut ?? (best && best.hits >= CONTRADICTED ? best.panel : said[0])
}

/** So many rows that are classes of another classification are no chance: 其他支出 alone is in all of them. */
const CONTRADICTED = 2

/** What its rows are called, folded; blanks left out. */
function labelsOf(table: RawTable, group: ColumnRole[]): string[] {
  const keys = group.filter((role) => role.key !== null)
  const labels: string[] = []
  for (const row of table.rows)
    for (const { index } of keys) {
      const label = fold(row.cells[index]?.text ?? '')
      if (label !== '') labels.push(label)
    }
  return labels
}
