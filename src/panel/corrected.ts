/** What people have put right of a figure: the cell itself, and what its row, column and table say of it. */
import type { Corrected } from '../../schemas/corrected.js'
import type { BudgetRow, BudgetTable, Cell, Column } from '../../schemas/document.js'

export const CORRECTED_COLUMNS = ['corrected_from', 'corrected_by', 'corrected_why'] as const

export function correctedOf(
  table: BudgetTable,
  row: BudgetRow,
  column: Column | undefined,
  cell: Cell,
): Record<(typeof CORRECTED_COLUMNS)[number], string | null> {
  const said = Object.entries({
    cell: cell.corrected,
    code: row.corrected,
    meaning: column?.corrected,
    ...table.corrected,
  }).filter((entry): entry is [string, Corrected] => entry[1] !== undefined)
  const each = (of: (corrected: Corrected) => string) =>
    [...new Set(said.map(([, corrected]) => of(corrected)))].join('; ') || null
  return {
    corrected_from: said.map(([what, { from }]) => `${what}: ${from ?? ''}`).join('; ') || null,
    corrected_by: each(({ by }) => by),
    corrected_why: each(({ why }) => why),
  }
}
