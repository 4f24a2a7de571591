import type { BudgetDocument } from '../../schemas/document.js'
import type { ListedTable } from './tables.js'
import type { Tally } from './tally.js'

/**
 * Amounts in the output's cells on the pages of listed tables, and those that share
 * a cell or are left over. What the page prints at all is counted by the geometry
 * test of the pdf, grid and table stages; this counts what became of it.
 */
export function amountsOnPages(
  file: string,
  listed: ListedTable[],
  document: BudgetDocument,
  tally: Tally,
): string[] {
  const pages = new Set(
    listed
      .filter(({ kind }) => !/performance/.test(kind))
      .flatMap(({ first, last }) => range(first, last)),
  )
  const notes: string[] = []
  for (const table of document.tables) {
    for (const row of table.rows) {
      for (const cell of Object.values(row.cells)) {
        if (!pages.has(cell.page)) continue
        if (cell.value !== null) {
          tally.amounts += 1
          tally.amountsInCells += 1
        } else if (/\d[.,]\d\d.*\d[.,]\d\d/.test(cell.text) && !/[\u4e00-\u9fff]/.test(cell.text)) {
          tally.amounts += 2
          notes.push(`SHARED ${file} p${cell.page} "${cell.text}"`)
        }
      }
    }
    tally.amountsLeft += table.leftover.length
    tally.amounts += table.leftover.length
    for (const left of table.leftover) notes.push(`LEFT ${file} p${left.page} "${left.text}"`)
  }
  return notes
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
