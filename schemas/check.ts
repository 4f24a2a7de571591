/** One check: two sides with their cells, the difference, and what printing to few digits can explain. */
import { Exact } from './decimal.js'
import type { BudgetRow, BudgetTable, Check, Rule, Term } from './document.js'

export function termOf(table: BudgetTable, row: BudgetRow, column: string): Term | null {
  const value = row.cells[column]?.value
  if (value === null || value === undefined) return null
  return { label: row.name || row.label, value, table: table.id, row: row.id, column, fact: null }
}

/** What a side of a check comes to. */
export function sumOf(terms: readonly Term[]): Exact {
  let sum = new Exact(0)
  for (const { value, sign } of terms) sum = sign === -1 ? sum.minus(value) : sum.plus(value)
  return sum
}

/**
 * @param rule what kind of law it is
 * @param identity what must hold, in words
 * @returns a check of left = Σ right; null where neither side prints anything
 */
export function checkSum(
  rule: Rule,
  identity: string,
  left: Term | null,
  right: (Term | null)[],
): Check | null {
  if (left === null) return null
  const parts = right.filter((term) => term !== null)
  const difference = new Exact(left.value).minus(sumOf(parts))
  const tolerance = toleranceOf([left, ...parts])
  return {
    id: `${identity}:${left.row}.${left.column}`,
    rule,
    identity,
    left,
    right: parts,
    difference: difference.toFixed(),
    tolerance: tolerance.toFixed(),
    outcome: outcomeOf(difference, tolerance),
  }
}

function outcomeOf(difference: Exact, tolerance: Exact): Check['outcome'] {
  if (difference.isZero()) return 'holds'
  return difference.abs().lessThanOrEqualTo(tolerance) ? 'rounding' : 'fails'
}

/** Half of the last digit printed for each figure, and never less than one of it. */
function toleranceOf(terms: Term[]): Exact {
  const digits = Math.max(
    ...terms.map((term) => new Exact(term.value).decimalPlaces()),
    ...terms.map(printedDigits),
  )
  const last = new Exact(10).pow(-digits)
  return Exact.max(last, last.times(terms.length).dividedBy(2))
}

function printedDigits(term: Term): number {
  return term.value.split('.')[1]?.length ?? 0
}
