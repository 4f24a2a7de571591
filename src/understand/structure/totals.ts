/** The totals that a list prints, and the leaves that each of them sums. */
import type { BudgetRow } from '../../../schemas/document.js'
import { PART_TOTAL_WORDS } from '../../../schemas/row-words.js'
import { fold } from '../../../schemas/text.js'
import { SUBTOTAL_WORDS, TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { isEmpty, isNear, type List, NOUGHT, sumOf } from './list.js'
import { sumsTo, type Tree } from './tree.js'

/**
 * Rows that say 合计, of all or of a part (人员经费合计); and the unlabelled one of a file of units: the
 * department's, on top, with its name only. 政府性基金 小计 says the sum of what it names.
 */
export function totalsOf(list: List, tree: Tree, owner: string | null): BudgetRow[] {
  const isOfPart = (row: BudgetRow) =>
    row.role === 'subtotal' && row.code === null && !tree.children.has(row) && isTotalWord(row.name)
  const totals = list.rows.filter((row) => row.role === 'total' || isOfPart(row))
  return totals.length === 0 ? unlabelledTotal(list, tree, owner) : totals
}

function isTotalWord(name: string): boolean {
  const said = fold(name)
  return [TOTAL_WORDS, SUBTOTAL_WORDS, PART_TOTAL_WORDS].some((words) => words.test(said))
}

/** A unit on top that is the sum of what follows, or whose the table is. */
function unlabelledTotal(list: List, tree: Tree, owner: string | null): BudgetRow[] {
  const [first] = list.rows
  const others = tree.roots.filter((row) => row !== first)
  if (first === undefined || tree.children.has(first) || others.length === 0) return []
  const isUnit = first.role === 'unit' || first.unitName != null
  const holds = sumsTo(list, first, others)
  const owns = owner !== null && fold(first.unitName ?? first.name) === fold(owner)
  return isUnit && (holds === true || owns) ? [first] : []
}

export interface Scope {
  total: BudgetRow
  leaves: BudgetRow[]
  /** Columns in which it prints a figure. */
  columns: number
  /** Columns in which the total is not the sum. */
  fails: number
  /** Of these, those in which the sum is more. */
  beyond: number
  /** Columns in which it is, and is not nought. */
  proves: number
}

/**
 * A total on top sums what follows, one below sums what came before, from the top or
 * from the total before it: the first of these that the figures bear out.
 * @param ofSome totals that may sum only the first of the rows that follow: “三公”经费合计 above the
 * three, and 会议费 and 培训费 below them
 */
export function scopesOf(
  list: List,
  totals: readonly BudgetRow[],
  leaves: readonly BudgetRow[],
  ofSome: (total: BudgetRow) => boolean = () => false,
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
    const following = between(here, list.rows.length)
    if (ofSome(total)) ranges.push(firstThatSum(list, total, following))
    return ranges
      .map((range) => scope(list, total, range))
      .reduce((best, next) => (next.fails < best.fails ? next : best))
  })
}

function firstThatSum(list: List, total: BudgetRow, rows: BudgetRow[]): BudgetRow[] {
  const end = rows.findIndex((_, i) => scope(list, total, rows.slice(0, i + 1)).fails === 0)
  return rows.slice(0, end + 1)
}

function scope(list: List, total: BudgetRow, leaves: BudgetRow[]): Scope {
  const sums = sumOf(list, leaves)
  const figures = list.figures.get(total) ?? []
  const printed = figures.flatMap((figure, i) =>
    figure === null ? [] : [[figure, sums[i] ?? NOUGHT]],
  )
  const fails = printed.filter(([figure, sum]) => !isNear(figure, sum))
  const beyond = fails.filter(([figure, sum]) => sum.value > figure.value).length
  const noughts = printed.filter(([figure, sum]) => figure.value === 0n && sum.value === 0n).length
  const proves = printed.length - fails.length - noughts
  return { total, leaves, columns: printed.length, fails: fails.length, beyond, proves }
}

/** Of several totals those that leave nothing out: 本年收入合计 is a part of 收入总计. */
export function wholeTotals(
  list: List,
  scopes: readonly Scope[],
  leaves: readonly BudgetRow[],
): Set<BudgetRow> {
  const filled = (rows: readonly BudgetRow[]) => rows.filter((row) => !isEmpty(list, row)).length
  const most = Math.max(0, ...scopes.map((scope) => scope.leaves.length))
  const whole = scopes.filter(
    (scope) => filled(scope.leaves) === filled(leaves) && isWidest(scope, scopes, most),
  )
  return new Set(whole.map(({ total }) => total))
}

function isWidest(scope: Scope, scopes: readonly Scope[], most: number): boolean {
  return (
    scope.leaves.length === most || !scopes.some((other) => isWithin(scope.leaves, other.leaves))
  )
}

function isWithin(inner: readonly BudgetRow[], outer: readonly BudgetRow[]): boolean {
  return inner.length < outer.length && inner.every((row) => outer.includes(row))
}
