/**
 * What the table's own checks sum in a row, and what a calculation processor would: it asks a sum wherever the whole
 * and one part share a context, checked or not. Where it would sum other figures than a check, what is outside the
 * law is known by its header only; where nothing proves the sum, its whole is.
 */
import { isRounded } from '../../../schemas/check.js'
import type { BudgetRow, Check } from '../../../schemas/document.js'
import { byHeader, type ColumnFact } from './headed.js'
import { SUMS_OF, type Sum } from './sums.js'

/** Sums of one row: the identity says which columns, the check that the figures were asked. */
interface Law {
  rule: Check['rule']
  whole: string
  parts: Set<string>
}

export interface Laws {
  /** The column that sums this one; null where none does. */
  wholeOf: (column: string) => string | null
  /** The columns, so that a processor sums what the checks do. */
  bound: (facts: readonly ColumnFact[], rows: readonly BudgetRow[]) => ColumnFact[]
}

const IN_A_ROW: ReadonlySet<Check['rule']> = new Set(['row_sum', 'balance'])

/**
 * Checks of one row that proved something. One that only cutting digits off explains holds for us and not for a
 * processor, which knows rounding alone.
 */
function proven(checks: readonly Check[]): Check[] {
  return checks.filter((check) => {
    const { rule, left, right, outcome } = check
    if (!IN_A_ROW.has(rule) || outcome === 'not_applicable' || right.length === 0) return false
    if (right.some(({ row, table }) => row !== left.row || table !== left.table)) return false
    return outcome !== 'rounding' || isRounded(check)
  })
}

export function lawsOf(checks: readonly Check[]): Laws {
  const laws = new Map<string, Law>()
  const rows = new Map<string, string[]>()
  for (const { rule, identity, left, right } of proven(checks)) {
    const parts = right.flatMap(({ column }) => column ?? [])
    const key = `${left.column} ${identity}`
    const law = laws.get(key) ?? { rule, whole: left.column as string, parts: new Set() }
    for (const part of parts) law.parts.add(part)
    laws.set(key, law)
    const place = `${left.row} ${left.column}`
    rows.set(place, [...(rows.get(place) ?? []), setKey(parts)])
  }
  const wholes = new Map<string, string>()
  // What is left is no heading of what was there.
  for (const { whole, parts } of [...laws.values()].filter(({ rule }) => rule === 'row_sum'))
    for (const part of parts) if (!wholes.has(part)) wholes.set(part, whole)
  const isProven = (row: string, whole: string, parts: readonly string[]) =>
    rows.get(`${row} ${whole}`)?.includes(setKey(parts)) ?? false
  return {
    wholeOf: (column) => wholes.get(column) ?? null,
    bound: (facts, own) => boundFacts(facts, own, [...laws.values()], isProven),
  }
}

function setKey(columns: readonly string[]): string {
  return columns.toSorted().join(' ')
}

type IsProven = (row: string, whole: string, parts: readonly string[]) => boolean

function boundFacts(
  given: readonly ColumnFact[],
  rows: readonly BudgetRow[],
  laws: readonly Law[],
  isProven: IsProven,
): ColumnFact[] {
  let facts = [...given]
  for (;;) {
    const wrong = firstWrong(facts, rows, laws, isProven)
    if (wrong.length === 0) return facts
    facts = facts.map((fact) => (wrong.includes(fact.column.id) ? byHeader(fact, true) : fact))
  }
}

/** @returns the columns that a processor would sum wrongly, of the first sum that it would */
function firstWrong(
  facts: readonly ColumnFact[],
  rows: readonly BudgetRow[],
  laws: readonly Law[],
  isProven: IsProven,
): string[] {
  for (const whole of facts) {
    if (whole.header !== null) continue
    for (const sum of SUMS_OF.get(whole.concept) ?? []) {
      const parts = partsOf(sum, whole, facts)
      if (rows.every((row) => isSound(row, whole, parts, isProven))) continue
      return wrongOf(whole, parts, laws).map(({ column }) => column.id)
    }
  }
  return []
}

/** What no law sums stands apart; where a law sums it all and some row proves nothing, its whole does. */
function wrongOf(
  whole: ColumnFact,
  parts: readonly ColumnFact[],
  laws: readonly Law[],
): ColumnFact[] {
  const own = laws.filter((law) => law.whole === whole.column.id)
  const law = own.find((each) => parts.some(({ column }) => each.parts.has(column.id)))
  const outside = parts.filter(({ column }) => !law?.parts.has(column.id))
  if (law) return outside.length > 0 ? outside : [whole]
  const isKnown = ({ column }: ColumnFact) =>
    laws.some((each) => each.whole === column.id || each.parts.has(column.id))
  if (!isKnown(whole) && parts.some(isKnown)) return [whole]
  return isKnown(whole) || parts.length === 1 ? [...parts] : [whole]
}

function partsOf(sum: Sum, whole: ColumnFact, facts: readonly ColumnFact[]): ColumnFact[] {
  return facts.filter(
    ({ column, concept, phase, year, header }) =>
      header === null &&
      column.id !== whole.column.id &&
      phase === whole.phase &&
      year === whole.year &&
      sum.items.some((item) => item.concept === concept),
  )
}

function isSound(
  row: BudgetRow,
  whole: ColumnFact,
  parts: readonly ColumnFact[],
  isProven: IsProven,
): boolean {
  const printed = parts.filter(({ column }) => hasValue(row, column.id))
  if (printed.length === 0 || !hasValue(row, whole.column.id)) return true
  return isProven(
    row.id,
    whole.column.id,
    printed.map(({ column }) => column.id),
  )
}

function hasValue(row: BudgetRow, column: string): boolean {
  const value = row.cells[column]?.value
  return value !== null && value !== undefined
}
