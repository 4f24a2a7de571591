/** One check: two sides with their cells, the difference, and what printing to few digits can explain. */
import { Exact } from './decimal.js'
import type { BudgetDocument, BudgetRow, BudgetTable, Check, Rule, Term } from './document.js'

/** All checks of a document: those within its tables, and those between them. */
export function allChecks({ tables, checks }: Pick<BudgetDocument, 'tables' | 'checks'>): Check[] {
  return [...tables.flatMap((table) => table.checks), ...checks]
}

/** Which identity of a figure it is, by content: one figure may stand against several of one law, each by its name. */
export function identityName({ identity, right }: Check): string {
  return right.length === 1 ? `${identity}: ${right[0].label}` : identity
}

/** Where one figure stands against one, both are in question; of a sum, its whole. */
export function questioned({ left, right }: Check): Term[] {
  return right.length === 1 ? [left, ...right] : [left]
}

export function termOf(table: BudgetTable, row: BudgetRow, column: string): Term | null {
  const value = row.cells[column]?.value
  if (value === null || value === undefined) return null
  return { label: row.name || row.label, value, table: table.id, row: row.id, column, fact: null }
}

/** The same figure taken off: closing = opening + revenue - expenditure. */
export function takenOff(term: Term | null): Term | null {
  return term && { ...term, sign: -1 }
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
 * @param fixed decimals that its tables print of every figure (`fixedDigits`)
 * @returns a check of left = Σ right; null where neither side prints anything
 */
export function checkSum(
  rule: Rule,
  identity: string,
  left: Term | null,
  right: readonly (Term | null)[],
  fixed = 0,
): Check | null {
  if (left === null) return null
  const parts = right.filter((term) => term !== null)
  const difference = new Exact(left.value).minus(sumOf(parts))
  const tolerance = toleranceOf([left, ...parts], fixed)
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

/** A difference that the digits printed can explain is one of rounding. */
export function outcomeOf(difference: Exact, tolerance: Exact): Check['outcome'] {
  if (difference.isZero()) return 'holds'
  return difference.abs().lessThanOrEqualTo(tolerance) ? 'rounding' : 'fails'
}

/**
 * What printing to few digits can explain: all that rounding can (`roundingOf`), and one last digit
 * of the coarsest figure in any case: a spreadsheet that fits figures to its columns prints
 * 48073221.6 above 18941962.57 and the like, and cuts instead of rounding.
 *
 * @param fixed decimals that the table prints of every figure: one that lacks them lacks digits,
 * not precision (putuo/unit_budget prints 22118861 among figures like 64840547.00)
 */
export function toleranceOf(terms: readonly Pick<Term, 'value'>[], fixed = 0): Exact {
  return Exact.max(roundingOf(terms, fixed), lastDigit(Math.min(...digitsOfAll(terms, fixed))))
}

/**
 * A rounded figure is an interval, half a unit of its own last digit to either side; a sum may be
 * off by all of them together (Calculations 1.1 of XBRL). A nought is at least as exact as the
 * figures beside it: a dash has no digits, and 0.00 has its own.
 */
function roundingOf(terms: readonly Pick<Term, 'value'>[], fixed: number): Exact {
  const known = digitsOfAll(terms, fixed)
  const noughts = terms.filter(({ value }) => !isFigure(value))
  const figures = noughts.length === terms.length ? [] : known
  const finest = Math.max(...known)
  let whole = new Exact(0)
  for (const { value } of noughts) whole = whole.plus(lastDigit(Math.max(finest, digitsOf(value))))
  for (const digits of figures) whole = whole.plus(lastDigit(digits))
  return whole.dividedBy(2)
}

/** The decimals of the figures; of the noughts where there are no others. */
function digitsOfAll(terms: readonly Pick<Term, 'value'>[], fixed: number): number[] {
  const figures = terms.filter(({ value }) => isFigure(value))
  return (figures.length > 0 ? figures : terms).map(({ value }) => Math.max(digitsOf(value), fixed))
}

/** Whether rounding alone explains the difference, so that a calculation processor sees none. */
export function isRounded({ left, right, difference }: Check): boolean {
  return new Exact(difference).abs().lessThanOrEqualTo(roundingOf([left, ...right], 0))
}

/**
 * How many decimals a table prints of each figure: where noughts at the end are printed (12.50),
 * as many as most figures have; where they are stripped (12.5 beside 6807.31), none is sure.
 */
export function fixedDigits({ columns, rows }: Pick<BudgetTable, 'columns' | 'rows'>): number {
  const ids = columns.filter(({ type }) => type === 'amount').map(({ id }) => id)
  const values = rows.flatMap(({ cells }) => ids.flatMap((id) => cells[id]?.value ?? []))
  const counts = new Map<number, number>()
  for (const digits of values.map(digitsOf))
    if (digits > 0) counts.set(digits, (counts.get(digits) ?? 0) + 1)
  const [[usual] = [0]] = [...counts].toSorted((a, b) => b[1] - a[1])
  const padded = values.filter((value) => digitsOf(value) > 0 && value.endsWith('0')).length
  const short = values.filter((value) => isFigure(value) && digitsOf(value) < usual).length
  return padded > short ? usual : 0
}

/** Whether a figure has more decimals than its table prints: two are painted over each other, or run together. */
export function isOverlong(value: string, fixed: number): boolean {
  return fixed > 0 && digitsOf(value) > fixed
}

function isFigure(value: string): boolean {
  return /[1-9]/.test(value)
}

function digitsOf(value: string): number {
  const point = value.indexOf('.')
  return point < 0 ? 0 : value.length - 1 - point
}

const lastDigits: Exact[] = []

function lastDigit(digits: number): Exact {
  lastDigits[digits] ??= new Exact(10).pow(-digits)
  return lastDigits[digits]
}
