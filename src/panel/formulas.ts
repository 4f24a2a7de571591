/** Text that a spreadsheet would run: in CSV that is made for one, an apostrophe stands before it. */
import { literal } from './ddl.js'

/** All that looks like nothing, by the letters themselves: what JavaScript calls blank is more than what DuckDB does. */
const BLANK = '[\\s\u0085\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]'
/** What begins a formula, behind blanks too, in whole widths as well, and what ends the cell before it. */
const LIKE_A_FORMULA = `^${BLANK}*[=+@＝＋＠－-]|^[\\t\\r\\n]`
/** Figures and lone dashes are none. */
const HARMLESS = '(?:[-+－＋]?[0-9.,]*|[-－]+)'

const LIKE = new RegExp(LIKE_A_FORMULA)
const NONE = new RegExp(`^${HARMLESS}$`)

export function guarded(text: string): string {
  return LIKE.test(text) && !NONE.test(text) ? `'${text}` : text
}

/** The same of a column, for DuckDB. */
export function guardedSql(column: string): string {
  return `CASE WHEN regexp_matches(${column}, ${literal(LIKE_A_FORMULA)})
      AND NOT regexp_full_match(${column}, ${literal(HARMLESS)})
    THEN '''' || ${column} ELSE ${column} END`
}
