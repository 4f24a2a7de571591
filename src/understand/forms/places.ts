/** Where the figures of a record stand in the tables that they were read from. */
import type { Box, BudgetTable, Term } from '../../../schemas/document.js'

export type CellPlaces = (
  table: string,
  at: { page: number; bbox: Box | null },
) => Pick<Term, 'table' | 'row' | 'column'>

/** A form over several tables has its cells in all of them: they are looked up by their page and box. */
export function placesIn(tables: readonly BudgetTable[]): CellPlaces {
  const known = new Map<string, Pick<Term, 'table' | 'row' | 'column'>>()
  for (const table of tables) {
    for (const row of table.rows)
      for (const [column, { page, bbox }] of Object.entries(row.cells)) {
        const key = keyOf(page, bbox)
        if (!known.has(key)) known.set(key, { table: table.id, row: row.id, column })
      }
  }
  return (table, { page, bbox }) =>
    known.get(keyOf(page, bbox)) ?? { table, row: null, column: null }
}

function keyOf(page: number, bbox: Box | null): string {
  return `${page}:${bbox?.join() ?? ''}`
}
