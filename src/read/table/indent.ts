/** An indentation says of which row a row is a part; where names are centred it says how long they are. */
import type { RawCell, RawRow, RawTable } from '../../../schemas/stages.js'
import { isFilled } from './blank.js'

/** A column is centred if so many of its names are that have room on their left: a lone 合计 is no column. */
const MOST = 0.8
/** A name has room on its left if it begins more than this many ems right of the rule. */
const ROOM = 0.5

/** Takes the indentation out of the cells of centred columns. */
export function levelCentred({ columns, rows }: Pick<RawTable, 'columns' | 'rows'>): void {
  for (const i of columns.keys()) {
    const cells = new Set(rows.map((row) => row.cells[i]).filter(isFilled))
    if (isCentredColumn([...cells])) level(rows, i)
  }
}

function isCentredColumn(cells: RawCell[]): boolean {
  const indented = cells.filter(({ indent }) => indent > ROOM)
  const centred = indented.filter((cell) => cell.centred)
  return indented.length > 0 && centred.length >= MOST * indented.length
}

/** A cell that spans rows stays one cell. */
function level(rows: RawRow[], i: number): void {
  const levelled = new Map<RawCell, RawCell>()
  for (const row of rows) {
    const cell = row.cells[i]
    if (!cell) continue
    const flat = levelled.get(cell) ?? { ...cell, indent: 0 }
    levelled.set(cell, flat)
    row.cells[i] = flat
  }
}
