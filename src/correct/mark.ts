/** The tables read anew, with a word wherever a person has put something right. */

import type { Corrected } from '../../schemas/corrected.js'
import type { Correction } from '../../schemas/corrections.js'
import type { BudgetTable } from '../../schemas/document.js'
import type { Held } from './correct.js'
import { Places, type Shown } from './places.js'

/** @param read the tables without corrections: where each stood that is put right now */
export function markCorrected(
  tables: readonly BudgetTable[],
  read: readonly BudgetTable[],
  held: readonly Held[],
  shown: Shown,
): BudgetTable[] {
  const places = new Places(read, shown)
  const marked = [...tables]
  for (const { table, correction } of held)
    marked[table] = markedTable(marked[table], read[table], correction, places)
  return marked
}

function markedTable(
  table: BudgetTable,
  read: BudgetTable,
  correction: Correction,
  places: Places,
): BudgetTable {
  const { what, place, right } = correction
  const corrected: Corrected = { from: correction.read, by: correction.who, why: correction.why }
  if (what === 'kind') return { ...table, corrected: { ...table.corrected, kind: corrected } }
  if (what === 'owner')
    return { ...table, owner: right, corrected: { ...table.corrected, owner: corrected } }
  if (what === 'meaning') return markedColumn(table, places.column(read, place), corrected)
  if (what === 'code') return markedRow(table, places.row(read, place), corrected)
  return markedCells(table, places.cell(read, place), corrected)
}

function markedColumn(table: BudgetTable, id: string | null, corrected: Corrected): BudgetTable {
  const columns = table.columns.map((each) => (each.id === id ? { ...each, corrected } : each))
  return { ...table, columns }
}

type Row = BudgetTable['rows'][number]
type Cells = Row['cells']

/** By its cells: another code can give rows other numbers. */
function markedRow(table: BudgetTable, own: Row | null, corrected: Corrected): BudgetTable {
  const boxes = new Set(Object.values(own?.cells ?? {}).map(boxOf))
  const isOwn = ({ label, cells }: Row) =>
    label === own?.label && Object.values(cells).some((cell) => boxes.has(boxOf(cell)))
  const rows = table.rows.map((row) => (isOwn(row) ? { ...row, corrected } : row))
  return { ...table, rows }
}

function markedCells(
  table: BudgetTable,
  printed: Cells[string] | null,
  corrected: Corrected,
): BudgetTable {
  const put = (cells: Cells): Cells =>
    Object.fromEntries(
      Object.entries(cells).map(([id, cell]) => {
        const isIt = printed !== null && boxOf(cell) === boxOf(printed)
        return [id, isIt ? { ...cell, corrected } : cell]
      }),
    )
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: put(row.cells) })) }
}

const boxOf = ({ page, bbox }: Cells[string]) => `${page} ${bbox?.join()}`
