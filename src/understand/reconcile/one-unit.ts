/**
 * Figures are summed and compared in one unit. A column 人均支出（元） stands in a table of 万元, and a row may
 * say its own unit: what would sum them with others is no identity.
 */
import { unitOfCell } from '../../../schemas/amount.js'
import type { BudgetTable, Check, Term } from '../../../schemas/document.js'

/** Tables with the checks whose terms are in one unit, and those between tables and with the narrative. */
export function inOneUnit(
  tables: readonly BudgetTable[],
  between: readonly Check[],
): { tables: BudgetTable[]; checks: Check[] } {
  const own = new Map(tables.filter(saysOwnUnits).map((table) => [table.id, table]))
  if (own.size === 0) return { tables: [...tables], checks: [...between] }
  const kept = (checks: readonly Check[]) => checks.filter((check) => isOfOneUnit(check, own))
  return {
    tables: tables.map((table) => ({ ...table, checks: kept(table.checks) })),
    checks: kept(between),
  }
}

function saysOwnUnits({ columns, rows }: BudgetTable): boolean {
  return [...columns, ...rows].some(({ unit }) => unit !== undefined)
}

/** Within a table all may be in another unit than it; against another, each is in its table's. */
function isOfOneUnit({ left, right }: Check, own: ReadonlyMap<string, BudgetTable>): boolean {
  const terms = [left, ...right]
  const units = terms.map((term) => ownUnit(term, own))
  const isWithin = terms.every(({ table }) => table !== null && table === left.table)
  return units.every((unit) => unit === (isWithin ? units[0] : null))
}

/** What a term is in, where that is not its table's unit. */
function ownUnit(term: Term, own: ReadonlyMap<string, BudgetTable>): BudgetTable['unit'] {
  const table = own.get(term.table ?? '')
  const row = table?.rows.find(({ id }) => id === term.row)
  if (table === undefined || row === undefined) return null
  const unit = unitOfCell(
    table,
    row,
    table.columns.find(({ id }) => id === term.column),
  )
  return unit === table.unit ? null : unit
}
