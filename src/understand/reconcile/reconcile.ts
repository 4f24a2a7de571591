/** What a table must satisfy, by the identities that its kind declares. */

import type { BudgetRow, BudgetTable, Check } from '../../../schemas/document.js'
import type { Identity, KindDescription } from '../../../schemas/kind.js'
import { balances } from './balance.js'
import { reconcileDocument } from './between.js'
import { footSums } from './foot-sum.js'
import { listSums } from './list-sum.js'
import { panelsBalance } from './panels-balance.js'
import { rollup } from './rollup.js'
import { rowNames } from './row-names.js'
import { rowSums } from './row-sum.js'
import { type Sheet, sheetOf } from './sheet.js'

/** Every table with the identities within it, and those between tables. */
export function reconcileTables(
  tables: readonly BudgetTable[],
  kinds: readonly KindDescription[],
): { tables: BudgetTable[]; checks: Check[] } {
  const kindOf = (table: BudgetTable) => kinds.find(({ id }) => id === table.kind) ?? null
  const checked = tables.map((table) => settle(table, kindOf(table)))
  return { tables: checked, checks: reconcileDocument(checked, kinds) }
}

/** The identities within one table. */
export function reconcileTable(table: BudgetTable, kind: KindDescription | null): Check[] {
  return settle(table, kind).checks
}

/** A table with its checks, its rows below those that the kept readings put them. */
export function settle(table: BudgetTable, kind: KindDescription | null): BudgetTable {
  const sheet = sheetOf(table)
  const outcomes = (kind?.identities ?? []).map((identity) => checkIdentity(sheet, identity))
  const parents = new Map(outcomes.flatMap((outcome) => [...(outcome.parents ?? [])]))
  const checks = distinct(outcomes.flatMap((outcome) => outcome.checks))
  return { ...table, rows: moved(table.rows, parents), checks }
}

interface Outcome {
  checks: Check[]
  parents?: ReadonlyMap<string, string | null>
}

function checkIdentity(sheet: Sheet, identity: Identity): Outcome {
  switch (identity.rule) {
    case 'rollup':
      return rollup(sheet)
    case 'list_sum':
      return listSums(sheet)
    case 'row_sum':
      return { checks: rowSums(sheet, identity.whole, identity.parts) }
    case 'foot_sum':
      return { checks: footSums(sheet, identity) }
    case 'balance':
      return { checks: balances(sheet, identity) }
    case 'panels_balance':
      return { checks: panelsBalance(sheet) }
    case 'row_names':
      return { checks: rowNames(sheet, identity.whole, identity.parts) }
    default:
      return { checks: [] }
  }
}

function moved(
  rows: readonly BudgetRow[],
  parents: ReadonlyMap<string, string | null>,
): BudgetRow[] {
  if (parents.size === 0) return [...rows]
  const levels = new Map(rows.map(({ id, level }) => [id, level]))
  return rows.map((row) => {
    const parent = parents.get(row.id)
    if (parent === undefined || parent === null) return row
    return { ...row, parent, level: (levels.get(parent) ?? 0) + 1 }
  })
}

function distinct(checks: Check[]): Check[] {
  return [...new Map(checks.map((check) => [check.id, check])).values()]
}
