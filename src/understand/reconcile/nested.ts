/** Rows in one file of which some sum those that follow them. */

import { Exact } from '../../../schemas/decimal.js'
import type { BudgetRow } from '../../../schemas/document.js'
import { closes, hasFigure, type Sheet, sumRows } from './sheet.js'

/**
 * The rows without those that are the sum, in every column, of the rows right after them: 款 and
 * 项 without codes or indents, one below the other (深圳's 收支总表).
 */
export function withoutSums(sheet: Sheet, rows: readonly BudgetRow[]): BudgetRow[] {
  const kept: BudgetRow[] = []
  for (let i = 0; i < rows.length; ) {
    kept.push(rows[i])
    i = endOf(sheet, rows, i)
  }
  return kept
}

/** The place after the rows that a row sums, or right after it where it sums none. */
function endOf(sheet: Sheet, rows: readonly BudgetRow[], whole: number): number {
  if (!hasFigure(sheet, rows[whole])) return whole + 1
  const most = reachOf(sheet, rows, whole)
  for (let end = whole + 2; end <= most; end++) {
    const checks = sumRows(sheet, 'list_sum', '', rows[whole], rows.slice(whole + 1, end))
    if (closes(checks)) return end
  }
  return whole + 1
}

/** Sums only grow: no row beyond the first that passes the whole is of it, one more for rounding. */
function reachOf({ columns }: Sheet, rows: readonly BudgetRow[], whole: number): number {
  const amountOf = (row: BudgetRow, id: string) => new Exact(row.cells[id]?.value ?? 0)
  let reach = rows.length
  for (const id of columns) {
    let sum = new Exact(0)
    for (let i = whole + 1; i < reach; i++) {
      sum = sum.plus(amountOf(rows[i], id))
      if (sum.greaterThan(amountOf(rows[whole], id).plus(1))) reach = Math.min(reach, i + 1)
    }
  }
  return reach
}

/** More rows than these are not tried one by one: among so many some set closes by accident. */
const MOST_TRIED = 10

/**
 * Whether a total is the sum of some of the rows, and the others come to what some of these do:
 * they repeat them, on a level that nothing prints (sources below their groups, both flush). A
 * row that repeats nothing is no such thing: it may be the one that is wrong.
 */
export function hasRepeats(sheet: Sheet, total: BudgetRow, rows: readonly BudgetRow[]): boolean {
  const filled = rows.filter((row) => hasFigure(sheet, row))
  if (filled.length > MOST_TRIED) return false
  return subsetsOf(filled).some((summed) => {
    if (!closes(sumRows(sheet, 'list_sum', '', total, summed))) return false
    const left = filled.filter((row) => !summed.includes(row))
    return subsetsOf(summed).some((repeated) =>
      sheet.columns.every((id) => sumIn(left, id).equals(sumIn(repeated, id))),
    )
  })
}

/** Every choice of some rows: none is no choice, all leave nothing over. */
function subsetsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: 2 ** rows.length - 1 }, (_, bits) =>
    rows.filter((_row, i) => ((bits + 1) >> i) & 1),
  )
}

function sumIn(rows: readonly BudgetRow[], id: string): Exact {
  return rows.reduce((sum, row) => sum.plus(row.cells[id]?.value ?? 0), new Exact(0))
}
