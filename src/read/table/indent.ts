/** An indentation says of which row a row is a part; where names are centred it says how long they are. */
import type { RawCell, RawRow, RawTable } from '../../../schemas/stages.js'
import { isFilled } from './blank.js'

/** A column is centred if so many of its names are that have room on their left: a lone 合计 is no column. */
const MOST = 0.8
/** A name has room on its left if it begins more than this many ems right of the rule. */
const ROOM = 0.5

/** Takes the indentation out of the cells of centred columns. */
export function levelCentred({ columns, rows }: Pick<RawTable, 'columns' | 'rows'>): void {
  for (const i of columns.keys()) if (isCentredColumn(rows, i)) level(rows, i)
}

function isCentredColumn(rows: RawRow[], i: number): boolean {
  let [indented, centred] = [0, 0]
  let before: RawCell | null = null
  for (const { cells } of rows) {
    const cell = cells[i]
    if (isFilled(cell) && cell !== before && cell.indent > ROOM) {
      indented += 1
      if (cell.centred) centred += 1
    }
    before = cell
  }
  return indented > 0 && centred >= MOST * indented
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
