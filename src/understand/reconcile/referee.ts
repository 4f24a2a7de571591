/**
 * Arithmetic is a referee before it is an accuser: where a sum fails, the other readings of the
 * rows are tried. One is kept only where every column of amounts closes, and the layout or a
 * second figure bears it out: that one sum closes means little. No figure is changed, and the
 * check says which reading it rests on.
 */

import type { BudgetRow, Check, ReadingName, Rule } from '../../../schemas/document.js'
import { closes, fails, type Sheet, sumRows } from './sheet.js'

export interface Reading {
  /** Null for the plain one. */
  name: ReadingName | null
  parts: BudgetRow[]
  /** Whether the page itself speaks for it: where the rows stand, how long their codes are. */
  printed: boolean
}

export interface Sum {
  rule: Rule
  identity: string
  whole: BudgetRow
  plain: Reading
  /** The other readings that the page allows: asked for only where the plain one fails. */
  others: () => readonly Reading[]
}

export interface Verdict {
  checks: Check[]
  reading: Reading
}

export function decide(sheet: Sheet, sum: Sum): Verdict {
  const { plain } = sum
  const under = (reading: Reading) => checksUnder(sheet, sum, reading)
  const checks = under(plain)
  if (!checks.some(fails)) return { checks, reading: plain }
  const closing = sum
    .others()
    .map((reading) => ({ reading, checks: under(reading) }))
    .filter((verdict) => closes(verdict.checks))
  const kept = closing.find(({ reading, checks }) => reading.printed || figuresOf(checks) > 1)
  if (kept) return kept
  return { checks: closing.length > 0 ? checks.map(unclear) : checks, reading: plain }
}

function checksUnder(sheet: Sheet, { rule, identity, whole }: Sum, reading: Reading): Check[] {
  const checks = sumRows(sheet, rule, identity, whole, reading.parts)
  const { name } = reading
  return name === null ? checks : checks.map((check) => ({ ...check, reading: name }))
}

/** How many different figures close: columns that repeat one say it once. */
function figuresOf(checks: readonly Check[]): number {
  return new Set(checks.map(({ left }) => left.value).filter((value) => /[1-9]/.test(value))).size
}

/** Another reading closes, though nothing else speaks for it: nobody is accused. */
function unclear(check: Check): Check {
  return fails(check) ? { ...check, attribution: 'unclear' } : check
}

/** A figure that differs and proves nothing, with the reason. */
export function dismissed(check: Check, reading: ReadingName): Check {
  return fails(check) ? { ...check, outcome: 'not_applicable', reading } : check
}

/**
 * A law of columns that more rows break than keep is not the law of these columns: their heads
 * were not understood, or a column is missing (one that went to the next page).
 */
export function unlessMostDiffer(checks: readonly Check[]): Check[] {
  const telling = checks.filter(
    ({ outcome, right }) =>
      outcome === 'fails' || right.filter(({ value }) => /[1-9]/.test(value)).length > 1,
  )
  const differ = telling.filter(fails).length
  const most = differ >= MOST_DIFFER && differ > telling.length - differ
  return most ? checks.map((check) => dismissed(check, 'most_rows_differ')) : [...checks]
}

/** One row that differs, in a table of one, may well be wrong. */
const MOST_DIFFER = 2
