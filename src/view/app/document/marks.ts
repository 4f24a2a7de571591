/**
 * What of a document stands on its pages: a mark for each box, by the name of what was read there. A name is what a
 * link says (`t9.r1.abroad`, `f12`); parts of records, text left over and findings have names of the app's own.
 */
import { allChecks, questioned } from '../../../../schemas/check.js'
import type {
  Box,
  BudgetDocument,
  BudgetTable,
  Cell,
  PerformanceRecord,
  Term,
} from '../../../../schemas/document.js'
import { cellKey } from './place.js'

export type MarkKind = 'cell' | 'fact' | 'record' | 'leftover' | 'finding'
export type Flag = 'fails' | 'unknown' | 'unmapped'

export interface Mark {
  key: string
  kind: MarkKind
  page: number
  box: Box
  flags: readonly Flag[]
}

/** What stands in the text for a character of which nothing says what it is. */
const UNMAPPED = '\ufffd'

export function marksOf(document: BudgetDocument): Mark[] {
  const failing = failingFigures(document)
  return [
    ...document.tables.flatMap((table) => tableMarks(table, failing)),
    ...document.performance.flatMap(recordMarks),
    ...document.facts.flatMap(({ id, text, page, bbox }) =>
      markOf(id, 'fact', { text, page, bbox }, failing.has(id) ? ['fails'] : []),
    ),
    ...document.issues.flatMap(({ page, bbox }, i) =>
      page === null ? [] : markOf(findingKey(i), 'finding', { text: '', page, bbox }),
    ),
  ]
}

export const findingKey = (at: number) => `finding:${at}`
export const leftoverKey = (table: string, at: number) => `${table}~${at}`

type Placed = Pick<Cell, 'text' | 'page' | 'bbox'>

function markOf(
  key: string,
  kind: MarkKind,
  { text, page, bbox }: Placed,
  flags: readonly Flag[] = [],
): Mark[] {
  if (bbox === null) return []
  return [
    { key, kind, page, box: bbox, flags: text.includes(UNMAPPED) ? [...flags, 'unmapped'] : flags },
  ]
}

function tableMarks(table: BudgetTable, failing: ReadonlySet<string>): Mark[] {
  const unknown = new Set(
    table.columns
      .filter(({ type, meaning }) => type === 'amount' && meaning === null)
      .map(({ id }) => id),
  )
  const marks: Mark[] = []
  for (const row of table.rows)
    for (const [column, cell] of Object.entries(row.cells)) {
      const key = `${row.id}.${column}`
      const flags: Flag[] = []
      if (failing.has(key)) flags.push('fails')
      if (unknown.has(column)) flags.push('unknown')
      marks.push(...markOf(key, 'cell', cell, flags))
    }
  table.leftover.forEach((left, i) => {
    marks.push(...markOf(leftoverKey(table.id, i), 'leftover', left))
  })
  return marks
}

/** The figures that what fails puts in question, of tables and of the prose. */
function failingFigures(document: BudgetDocument): ReadonlySet<string> {
  const failing = allChecks(document).filter(({ outcome }) => outcome === 'fails')
  return new Set(failing.flatMap(questioned).map(termKey))
}

export function termKey({ fact, row, column }: Term): string {
  return fact ?? cellKey(row ?? '', column ?? '')
}

function recordMarks(record: PerformanceRecord): Mark[] {
  return partsOf(record).flatMap(({ key, placed }) => markOf(key, 'record', placed))
}

/** Everything of a record that has a place, in the order in which it is shown. */
export function partsOf(record: PerformanceRecord): { key: string; placed: Placed }[] {
  const list = (name: string, parts: readonly Placed[]) =>
    parts.map((placed, i) => ({ key: `${record.id}.${name}.${i}`, placed }))
  return [
    ...list('funding', record.funding),
    ...record.tasks.flatMap(({ funding }, i) => list(`tasks.${i}`, funding)),
    ...list('goals', record.goals),
    ...list('indicators', record.indicators),
    ...list('details', record.details),
  ]
}
