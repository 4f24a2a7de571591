/** What each row is to the sums of its list, with what says so, and the unit that it belongs to. */
import type { BudgetRow, BudgetTable } from '../../../schemas/document.js'
import { isForm } from './columns.js'
import { listsOf } from './list.js'
import { type Solved, solve } from './solve.js'
import { unitsOf } from './units.js'

/** Every table with the kinds and units of its rows. */
export function structureRows(tables: readonly BudgetTable[]): BudgetTable[] {
  return tables.map((table) => (isForm(table) ? table : structureTable(table)))
}

function structureTable(table: BudgetTable): BudgetTable {
  const solved = listsOf(table).map((list) => solve(table, list))
  return { ...table, rows: unitsOf(rowsOf(table, solved)) }
}

function rowsOf({ rows }: BudgetTable, solved: readonly Solved[]): BudgetRow[] {
  const said = new Map<BudgetRow, BudgetRow>()
  for (const list of solved) {
    for (const [row, { kind, reason }] of list.places)
      said.set(row, { ...row, ...provedPlace(list, row), kind, kindReason: reason })
  }
  return rows.map((row) => said.get(row) ?? row)
}

/** Where the figures, and not the layout, say what a row is part of, that is its parent, and it stands a level below. */
function provedPlace(
  { places, inferred, proved }: Solved,
  row: BudgetRow,
): Partial<Pick<BudgetRow, 'parent' | 'level'>> {
  const place = places.get(row)
  const moved =
    place !== undefined &&
    ((inferred && place.reason === 'arithmetic') ||
      (proved && place.reason === 'printed_total' && place.kind !== 'memo'))
  if (!moved || row.parent === (place.whole?.id ?? null)) return {}
  let level = 1
  for (let at = place.whole; at !== null; at = places.get(at)?.whole ?? null) level += 1
  return { parent: place.whole?.id ?? null, level }
}
