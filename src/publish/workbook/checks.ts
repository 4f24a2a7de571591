/** 勾稽: every identity with both sides, a row for each addend, linked to the cells. */
import type { BudgetDocument, Check, Term } from '../../../schemas/document.js'
import { ATTRIBUTION_LABELS, OUTCOME_LABELS } from '../../../schemas/labels.js'
import type { Workbook } from '../xlsx/package.js'
import { allChecks } from './failures.js'
import { type Entry, figure, List, type ListColumn, line } from './list.js'
import { LOOKS } from './looks.js'
import type { TableSheet } from './table-sheet.js'
import { identityZh } from './words.js'

export const CHECK_COLUMNS: readonly ListColumn[] = [
  { title: '序号', width: 6, about: '关系的序号；右边有几项，就占几行', type: '数值' },
  { title: '表', width: 24, about: '左边所在的表', type: '文本' },
  { title: '关系', width: 40, about: '应当成立的关系', type: '文本' },
  { title: '左项', width: 32, about: '左边的行与列，点击到单元格', type: '文本' },
  { title: '左值', width: 14, about: '左边的数，按表内单位；只列在该关系的首行', type: '数值' },
  { title: '右项', width: 32, about: '右边的一项，点击到单元格', type: '文本' },
  { title: '右值', width: 14, about: '右边该项的数，按表内单位', type: '数值' },
  { title: '差额', width: 12, about: '左右两边之差；只列在该关系的首行', type: '数值' },
  { title: '容差', width: 8, about: '四舍五入可致的最大差额', type: '数值' },
  {
    title: '结果',
    width: 10,
    about: Object.values(OUTCOME_LABELS)
      .map(({ zh }) => zh)
      .join('、'),
    type: '文本',
  },
  { title: '归因', width: 14, about: '不符时：公开文本自身如此，还是提取有待核对', type: '文本' },
]

type Tables = ReadonlyMap<string, TableSheet>

export function addChecks(workbook: Workbook, document: BudgetDocument, tables: Tables): void {
  const list = new List(workbook, '勾稽', CHECK_COLUMNS)
  allChecks(document).forEach((check, i) => {
    for (const entries of checkRows(check, i + 1, tables)) list.add(entries)
  })
  list.end()
}

function checkRows(check: Check, number: number, tables: Tables): Entry[][] {
  const { left, right, outcome, attribution } = check
  const head = [
    { value: number, look: LOOKS.count },
    line(tables.get(left.table ?? '')?.sheet.name),
    line(identityZh(check.identity)),
    termEntry(left, tables),
  ]
  const tail = [
    { value: OUTCOME_LABELS[outcome].zh, look: outcome === 'fails' ? LOOKS.failed : LOOKS.line },
    line(attribution && ATTRIBUTION_LABELS[attribution].zh),
  ]
  const rows: Entry[][] = []
  for (const term of right.length > 0 ? right : [null]) {
    const first = rows.length === 0
    rows.push([
      ...head,
      first ? figure(left.value) : NOTHING,
      term ? termEntry(term, tables) : NOTHING,
      figure(term?.value ?? null),
      first ? figure(check.difference) : NOTHING,
      first ? figure(check.tolerance) : NOTHING,
      ...tail,
    ])
  }
  return rows
}

const NOTHING = line('')

function termEntry(term: Term, tables: Tables): Entry {
  const home = tables.get(term.table ?? '')
  const column = home?.table.columns.find(({ id }) => id === term.column)
  const label = `${term.label}（${column?.path.join('/') ?? term.column}）`
  return line(label, home?.place(term.row ?? '', term.column ?? ''))
}
