/** What a table must satisfy, by the identities that its kind declares. */

import { checkSum, termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check } from '../../../schemas/document.js'
import type { Identity, KindDescription } from '../../../schemas/kind.js'
import { fold } from '../../../schemas/text.js'
import { reconcileDocument } from './between.js'
import { panelOf, panelTotals } from './panel-totals.js'
import { rollupChecks } from './rollup.js'
import { rowSums } from './row-sum.js'

/** Every table with the identities within it, and those between tables. */
export function reconcileTables(
  tables: readonly BudgetTable[],
  kinds: readonly KindDescription[],
): { tables: BudgetTable[]; checks: Check[] } {
  const kindOf = (table: BudgetTable) => kinds.find(({ id }) => id === table.kind) ?? null
  const checked = tables.map((table) => ({
    ...table,
    checks: reconcileTable(table, kindOf(table)),
  }))
  return { tables: checked, checks: reconcileDocument(checked, kinds) }
}

/** The identities within one table. */
export function reconcileTable(table: BudgetTable, kind: KindDescription | null): Check[] {
  return distinct((kind?.identities ?? []).flatMap((identity) => checkIdentity(table, identity)))
}

function checkIdentity(table: BudgetTable, identity: Identity): Check[] {
  if (identity.rule === 'rollup') return rollupChecks(table)
  if (identity.rule === 'row_sum') return rowSums(table, identity.whole, identity.parts)
  if (identity.rule === 'panels_balance') return panelsBalance(table)
  if (identity.rule === 'row_names') return rowNames(table, identity.whole, identity.parts)
  return []
}

/** The grand totals of side-by-side lists are one figure. */
function panelsBalance(table: BudgetTable): Check[] {
  const ends = panelTotals(table)
  const [first, ...rest] = ends
  if (!first) return []
  return rest.flatMap((other) => {
    const identity = `${panelOf(table, first)} = ${panelOf(table, other)}`
    return checkSum('panels_balance', identity, first, [other]) ?? []
  })
}

/** In a list of named rows: one row = the sum of others, found by the key words of their names. */
function rowNames(table: BudgetTable, whole: string, parts: readonly string[]): Check[] {
  const bare = (text: string) => fold(text).replaceAll('"', '')
  // 公务用车购置 also opens 公务用车购置及运行维护费: the shortest name is meant.
  const find = (word: string) =>
    table.rows
      .filter((row) => row.panel === null && bare(row.name).startsWith(bare(word)))
      .toSorted((a, b) => a.name.length - b.name.length)[0]
  const total = find(whole)
  const rows = parts.map(find)
  if (!total || rows.some((row) => row === undefined)) return []
  const amounts = table.columns.filter(({ type }) => type === 'amount').map(({ id }) => id)
  return amounts.flatMap(
    (column) =>
      checkSum(
        'row_names',
        `${whole} = ${parts.join(' + ')}`,
        termOf(table, total, column),
        rows.map((row) => termOf(table, row as BudgetRow, column)),
      ) ?? [],
  )
}

function distinct(checks: Check[]): Check[] {
  return [...new Map(checks.map((check) => [check.id, check])).values()]
}
