/** The totals that a list prints, and the leaves that each of them sums. */
import type { BudgetRow } from '../../schemas/document.js'
import { isNear, type List, sumOf } from './list.js'

export interface Scope {
  total: BudgetRow
  leaves: BudgetRow[]
  /** Columns in which the total is not the sum. */
  fails: number
  /** Of these, those in which the sum is more. */
  beyond: number
  /** Columns in which it prints a figure. */
  columns: number
}

/**
 * A total on top sums what follows, one below sums what came before, from the top or
 * from the total before it: the first of these that the figures bear out.
 */
export function scopesOf(
  list: List,
  totals: readonly BudgetRow[],
  leaves: readonly BudgetRow[],
): Scope[] {
  const place = new Map(list.rows.map((row, i) => [row, i]))
  const at = (row: BudgetRow) => place.get(row) as number
  const between = (from: number, to: number) =>
    leaves.filter((row) => at(row) > from && at(row) < to)
  return totals.map((total, n) => {
    const here = at(total)
    const before = n === 0 ? -1 : at(totals[n - 1])
    const after = n === totals.length - 1 ? list.rows.length : at(totals[n + 1])
    const upTo = between(-1, here)
    const ranges =
      upTo.length === 0
        ? [between(here, list.rows.length), between(here, after)]
        : [upTo, between(before, here), [...leaves], between(here, after)]
    return ranges
      .map((range) => scope(list, total, range))
      .reduce((best, next) => (next.fails < best.fails ? next : best))
  })
}

function scope(list: List, total: BudgetRow, leaves: BudgetRow[]): Scope {
  const sums = sumOf(list, leaves)
  const figures = list.figures.get(total) ?? []
  const printed = figures.flatMap((figure, i) => (figure === null ? [] : [[figure, sums[i] ?? 0n]]))
  const fails = printed.filter(([figure, sum]) => !isNear(figure, sum, leaves.length + 1))
  const beyond = fails.filter(([figure, sum]) => sum > figure).length
  return { total, leaves, fails: fails.length, beyond, columns: printed.length }
}
