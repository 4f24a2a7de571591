/** RecognizedTable -> BudgetTable: rows with full codes, names, amounts and parents. */
import type { BudgetTable, Column, Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { ColumnRole, RawCell, RecognizedTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isOfSeveral, parseUnit, writingOf } from './amount.js'
import { codeIssues } from './codes.js'
import { type Directory, directoryOf } from './directory.js'
import type { Draft } from './draft.js'
import { setHierarchy } from './hierarchy.js'
import { type Lists, readLists } from './list.js'
import { ownerOf } from './owner.js'
import { isGluedOver } from './row.js'
import { runTogether } from './run-together.js'
import { unitDoubts } from './unit-doubts.js'

export interface NormalizedTable {
  table: BudgetTable
  issues: Issue[]
}

/** Every table of a document: units that one of them names are known in all. */
export function normalizeTables(recognized: readonly RecognizedTable[]): NormalizedTable[] {
  const directory = directoryOf(recognized)
  return recognized.map((table, i) => normalizeTable(table, i + 1, directory))
}

/** @param ordinal the table's place in the document, for its id */
export function normalizeTable(
  known: RecognizedTable,
  ordinal: number,
  directory: Directory = directoryOf([known]),
): NormalizedTable {
  const unit = unitOf(known)
  const recognized = {
    ...known,
    groups: known.groups.map((group) => withWriting(group, known.raw, unit)),
  }
  const { raw, kind, groups } = recognized
  const id = `t${ordinal}`
  const isForm = kind?.layout === 'form'
  const { lists, series, notes } = isForm ? NO_LISTS : readLists(recognized, directory)
  numberRows(id, lists)
  for (const rows of series) setHierarchy(rows)
  const form = isForm ? formRows(recognized, id) : []
  const columns = groups.flat()
  const table: BudgetTable = {
    id,
    kind: kind?.id ?? 'unrecognized',
    title: raw.title,
    ordinal: raw.ordinal,
    owner: ownerOf(raw.ownerLine),
    unit,
    basis: raw.basis ?? 'ruled',
    pages: [...new Set(raw.pages)],
    columns: columns.map((role) => withUnit(toColumn(role), role.path.join(''), unit)),
    rows: [...lists.flat().map(({ row }) => withUnit(row, row.label, unit)), ...form],
    checks: [],
    notes: [...raw.notes, ...notes],
    leftover: raw.leftover.map(({ text, page, box }) => ({ text, page, bbox: box })),
  }
  const drafts = lists.flat()
  const found = [
    ...recognized.issues,
    ...drafts.flatMap(oddCells),
    ...codeIssues(drafts),
    ...otherUnits(table),
    ...unitDoubts(raw, table),
    ...runTogether(table),
  ]
  return { table, issues: found.map((issue) => ({ ...issue, table: id })) }
}

/** 人均支出（元） in a table of 万元: a header or a label may print a unit of its own. */
const OWN_UNIT = /\((?:单位:)?(?:人民币)?([千万亿]?元)\)/

function withUnit<T>(of: T, printed: string, unit: BudgetTable['unit']): T {
  const own = parseUnit(OWN_UNIT.exec(fold(printed))?.[1] ?? null)
  return own === null || own === unit ? of : { ...of, unit: own }
}

function unitOf({ raw, groups }: RecognizedTable): BudgetTable['unit'] {
  return (
    parseUnit(raw.unitLine) ?? unitInHeaders(groups.flat()) ?? parseUnit(unitInTitle(raw.title))
  )
}

function withWriting(
  group: readonly ColumnRole[],
  { rows }: RecognizedTable['raw'],
  unit: BudgetTable['unit'],
): ColumnRole[] {
  return group.map((role) => {
    if (role.type !== 'amount') return role
    const texts = rows.map(({ cells }) => cells[role.index]?.text ?? '')
    const own = OWN_UNIT.exec(fold(role.path.join('')))?.[1] ?? null
    return { ...role, writing: writingOf(texts, parseUnit(own) ?? unit) }
  })
}

/** Units that are not the table's are said: what adds its columns up adds other things. */
function otherUnits({ unit, columns, rows }: BudgetTable): Issue[] {
  const own = [
    ...columns.map(({ path, unit: other }) => ({ text: path.join('/'), other })),
    ...rows.map(({ label, unit: other }) => ({ text: label, other })),
  ]
  return own.flatMap(({ text, other }) =>
    other && unit ? [finding('unit_differs', { text, own: other, unit })] : [],
  )
}

const NO_LISTS: Lists = { lists: [], series: [], notes: [] }

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
    const match = OWN_UNIT.exec(fold(path.join('')))
    if (match) return parseUnit(match[1])
  }
  return null
}

function unitInTitle(title: string): string | null {
  return /[(:](?:单位:)?[千万亿]?元\)?/.exec(fold(title))?.[0] ?? null
}

function oddCells({ row, odd, oddCodes, swallowed }: Draft): Issue[] {
  const at = ({ page, box }: RawCell) => ({ row: row.id, page, bbox: box })
  const found = odd.map((cell) => {
    const areSeveral = isOfSeveral(cell.text) || isGluedOver(cell, null)
    const code = areSeveral ? 'several_amounts' : 'not_an_amount'
    return finding(code, { text: cell.text }, at(cell))
  })
  if (oddCodes.length > 0) {
    const text = oddCodes.map((cell) => cell.text).join(' ')
    found.push(finding('odd_code', { text }, at(oddCodes[0])))
  }
  if (swallowed !== null)
    found.push(finding('amount_in_name', { text: swallowed.text }, at(swallowed)))
  return found
}
