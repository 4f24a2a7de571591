/** RecognizedTable -> BudgetTable: rows with full codes, names, amounts and parents. */
import type { BudgetTable, Column, Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { ColumnRole, RawCell, RecognizedTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { parseUnit } from './amount.js'
import { CodeContext } from './code.js'
import { codeIssues } from './codes.js'
import { setHierarchy } from './hierarchy.js'
import { ownerOf } from './owner.js'
import { type Draft, toDraft } from './row.js'

export interface NormalizedTable {
  table: BudgetTable
  issues: Issue[]
}

/** @param ordinal the table's place in the document, for its id */
export function normalizeTable(recognized: RecognizedTable, ordinal: number): NormalizedTable {
  const { raw, kind, groups } = recognized
  const id = `t${ordinal}`
  const lists = kind?.layout === 'form' ? [] : groups.map((group) => readList(recognized, group))
  numberRows(id, lists)
  for (const list of lists) setHierarchy(list)
  const form = kind?.layout === 'form' ? formRows(recognized, id) : []
  const columns = groups.flat()
  const table: BudgetTable = {
    id,
    kind: kind?.id ?? 'unrecognized',
    title: raw.title,
    ordinal: raw.ordinal,
    owner: ownerOf(raw.ownerLine),
    unit: parseUnit(raw.unitLine) ?? unitInHeaders(columns) ?? parseUnit(unitInTitle(raw.title)),
    basis: 'ruled',
    pages: [...new Set(raw.pages)],
    columns: columns.map(toColumn),
    rows: [...lists.flat().map(({ row }) => row), ...form],
    checks: [],
    notes: raw.notes,
    leftover: raw.leftover.map(({ text, page, box }) => ({ text, page, bbox: box })),
  }
  const found = [...recognized.issues, ...lists.flat().flatMap(oddCells), ...codeIssues(table)]
  return { table, issues: found.map((issue) => ({ ...issue, table: id })) }
}

function readList(recognized: RecognizedTable, group: ColumnRole[]): Draft[] {
  const contexts = { own: new CodeContext(), government: new CodeContext(), unit: null }
  const drafts: Draft[] = []
  for (const raw of recognized.raw.rows) {
    const draft = toDraft(raw, group, contexts)
    if (!draft) continue
    draft.row.panel = group[0]?.panel ?? null
    if (isRepeatedTotal(draft, drafts)) continue
    drafts.push(draft)
  }
  if (recognized.groups.length === 1 && drafts.length === 1) nameBareRow(drafts[0])
  return drafts
}

/** A table of one row without a label prints totals: the sources or the three public expenses in one line. */
function nameBareRow({ row }: Draft): void {
  const printed = Object.values(row.cells).some(({ value }) => value !== null)
  if (row.role === 'blank' && printed) row.role = 'total'
}

/** Some documents print the total row again on each page; it must not count twice. */
function isRepeatedTotal(draft: Draft, before: Draft[]): boolean {
  if (draft.row.role !== 'total' || before.length === 0 || draft.page === before[0].page)
    return false
  const same = (other: Draft) =>
    other.row.role === 'total' &&
    other.page !== draft.page &&
    fold(other.row.name) === fold(draft.row.name) &&
    Object.entries(draft.row.cells).every(([id, cell]) => other.row.cells[id]?.text === cell.text)
  return (
    before[0].row.role === 'total' &&
    same(before[0]) &&
    before[before.length - 1].page !== draft.page
  )
}

function numberRows(table: string, lists: Draft[][]): void {
  let n = 0
  for (const { row } of lists.flat()) {
    n += 1
    row.id = `${table}.r${n}`
  }
}

/** A form is kept as it stands: its amounts are not read, but nothing of it is lost. */
function formRows(recognized: RecognizedTable, table: string): BudgetTable['rows'] {
  const columns = recognized.groups.flat()
  return recognized.raw.rows.map((raw, i) => {
    const label = [...new Set(raw.cells)]
      .map((cell) => cell?.text ?? '')
      .filter((text) => text !== '')
      .join(' ')
    const cells = Object.fromEntries(
      columns.flatMap((role) => {
        const cell = raw.cells[role.index]
        return cell && cell.text !== ''
          ? [[role.id, { text: cell.text, value: null, page: cell.page, bbox: cell.box }]]
          : []
      }),
    )
    return {
      id: `${table}.r${i + 1}`,
      parent: null,
      level: 1,
      panel: null,
      role: 'item' as const,
      kind: null,
      kindReason: 'form' as const,
      code: null,
      name: label,
      label,
      cells,
    }
  })
}

/** What only the whole table tells of a column (measure, phase, year) the stage of structure adds. */
function toColumn({ id, path, type, meaning, key, panel }: ColumnRole): Column {
  return { id, path, type, meaning, key, panel, measure: null, phase: null, year: null }
}

function unitInHeaders(columns: ColumnRole[]): BudgetTable['unit'] {
  for (const { path } of columns) {
    const match = /\((?:单位:)?([千万亿]?元)\)/.exec(fold(path.join('')))
    if (match) return parseUnit(match[1])
  }
  return null
}

function unitInTitle(title: string): string | null {
  return /[(:](?:单位:)?[千万亿]?元\)?/.exec(fold(title))?.[0] ?? null
}

function oddCells({ row, odd, oddCodes }: Draft): Issue[] {
  const at = ({ page, box }: RawCell) => ({ row: row.id, page, bbox: box })
  return [
    ...odd.map((cell) => finding('not_an_amount', { text: cell.text }, at(cell))),
    ...oddCodes.map((cell) => finding('odd_code', { text: cell.text }, at(cell))),
  ]
}
