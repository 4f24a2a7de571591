/** Which rows a total sums, by where it stands among the other totals of its list. */

import type { BudgetRow } from '../../../schemas/document.js'

/**
 * Below its rows a total sums them from the top, or from the total before it, that total
 * included (总计 = 本年合计 + 结转) or not; above them those that follow; and a last one may sum
 * the others (合计 of several blocks). The likelier first; none without a row.
 */
export function rangesOf(
  rows: readonly BudgetRow[],
  totals: readonly BudgetRow[],
  i: number,
  addends: readonly BudgetRow[],
): BudgetRow[][] {
  const place = new Map(rows.map((row, n) => [row, n]))
  const at = (row: BudgetRow | undefined, none: number) => (row ? (place.get(row) ?? none) : none)
  const between = (from: number, to: number) =>
    addends.filter((row) => at(row, -1) > from && at(row, -1) < to)
  const here = at(totals[i], 0)
  const before = totals[i - 1]
  const since = between(at(before, -1), here)
  const running = before && since.length > 0 ? [[before, ...since]] : []
  const below = between(here, at(totals[i + 1], rows.length))
  const others = totals.slice(0, i)
  return [
    ...running,
    since,
    between(-1, here),
    below,
    between(here, rows.length),
    [...addends],
    ...(others.length > 1 ? [others] : []),
    ...(before && since.length === 0 ? [[before]] : []),
  ].filter((range) => range.length > 0)
}
