/** A document with what is looked up in it all the time, worked out once. */
import { allChecks, identityName } from '../../../../schemas/check.js'
import type { BudgetDocument, Check, Issue, Term } from '../../../../schemas/document.js'
import type { Message } from '../../../../schemas/findings.js'
import { identitiesOf } from '../../../../schemas/identity.js'
import { type Mark, marksOf, partsOf, termKey } from './marks.js'
import { cellKey, cellOf, FACTS } from './place.js'
import { tableGrid } from './table-layout.js'

export interface Model {
  document: BudgetDocument
  marks: ReadonlyMap<string, readonly Mark[]>
  byPage: ReadonlyMap<number, readonly Mark[]>
  /** The checks that have a figure on either side, those that fail first. */
  checksOf: (place: string) => readonly Check[]
  say: (check: Check) => Message
  /** Tables, records and `facts`, in their order. */
  sections: readonly string[]
}

export function modelOf(document: BudgetDocument): Model {
  const marks = marksOf(document)
  const checks = groupedChecks(document)
  return {
    document,
    marks: grouped(marks, ({ key }) => key),
    byPage: grouped(marks, ({ page }) => page),
    checksOf: (place) => checks.get(place) ?? [],
    say: identitiesOf(document.tables),
    sections: [
      ...document.tables.map(({ id }) => id),
      ...(document.facts.length > 0 ? [FACTS] : []),
      ...document.performance.map(({ id }) => id),
    ],
  }
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const GRAVITY: Record<Check['outcome'], number> = {
  fails: 0,
  rounding: 1,
  holds: 2,
  not_applicable: 3,
}

function groupedChecks(document: BudgetDocument): Map<string, Check[]> {
  const groups = new Map<string, Check[]>()
  for (const check of allChecks(document))
    for (const key of new Set([check.left, ...check.right].map(termKey)))
      groups.set(key, [...(groups.get(key) ?? []), check])
  for (const group of groups.values()) group.sort((a, b) => GRAVITY[a.outcome] - GRAVITY[b.outcome])
  return groups
}

/**
 * The marks of a place; of a cell that has no box of its own, such as a name, those of its row; of a head, its column;
 * of a record, all its parts.
 */
export function marksAt({ marks, document }: Model, place: string): readonly Mark[] {
  const own = marks.get(place)
  if (own) return own
  const cell = cellOf(place)
  if (!cell) return [...marks].flatMap(([key, each]) => (key.startsWith(`${place}.`) ? each : []))
  const table = document.tables.find(({ id }) => id === cell.table)
  const rows = table?.rows.filter(({ id }) => cell.row === null || id === cell.row) ?? []
  const keys = rows.flatMap((row) =>
    Object.keys(row.cells)
      .filter((column) => cell.row !== null || cell.column === null || column === cell.column)
      .map((column) => cellKey(row.id, column)),
  )
  return keys.flatMap((key) => marks.get(key) ?? [])
}

/** The place of a finding: the figure, else the row or table, else its own mark. */
export function placeOfIssue({ table, row, column }: Issue): string | null {
  return row !== null && column !== null ? cellKey(row, column) : (row ?? table)
}

/** The check that a finding is about. */
export function checkOfIssue(model: Model, issue: Issue): Check | null {
  if (issue.code !== 'identity_fails') return null
  const failing = allChecks(model.document).filter(
    ({ outcome, left }) => outcome === 'fails' && isLeft(issue, left),
  )
  return failing.find((check) => identityName(check) === issue.identity) ?? failing[0] ?? null
}

function isLeft({ table, row, column }: Issue, left: Term): boolean {
  return table === null ? left.fact !== null : left.row === row && left.column === column
}

/** The places of a section as they lie, line by line: where the arrow keys lead. */
export function gridOf({ document }: Model, section: string): string[][] {
  if (section === FACTS) return document.facts.map(({ id }) => [id])
  const table = document.tables.find(({ id }) => id === section)
  if (table) return tableGrid(table)
  const record = document.performance.find(({ id }) => id === section)
  return record ? partsOf(record).map(({ key }) => [key]) : []
}
