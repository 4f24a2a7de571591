/** The panel's own checks: in each list and column, the leaves against every printed total. */
import { checkSum, termOf } from '../../schemas/check.js'
import type { BudgetTable, Check } from '../../schemas/document.js'
import type { PlacedList } from './leaves.js'
import type { Scope } from './totals.js'

export const LEAF_IDENTITY = 'total = Σ leaves'

export function leafChecks(table: BudgetTable, placed: PlacedList): Check[] {
  return placed.scopes.flatMap((scope) => {
    const proves = isUnderstood(placed, scope)
    return placed.list.columns.flatMap((column) => {
      const parts = scope.leaves.map((leaf) => termOf(table, leaf, column))
      const check = checkSum('leaves', LEAF_IDENTITY, termOf(table, scope.total, column), parts)
      if (check === null) return []
      return proves || check.outcome !== 'fails' ? check : { ...check, outcome: 'not_applicable' }
    })
  })
}

/**
 * Of several totals one that sums nothing in any column is a total of something else
 * (小计 of rows that stand elsewhere): that it differs proves nothing.
 */
function isUnderstood({ list, scopes }: PlacedList, { fails, columns }: Scope): boolean {
  return scopes.length === 1 || list.panel !== null || fails < columns
}
