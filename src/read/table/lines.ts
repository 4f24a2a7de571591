/** A lattice's rows as their distinct cells, left to right; a cell stands in each row that it spans. */
import type { RawCell } from '../../../schemas/stages.js'

export type Line = RawCell[]

/** @param at by elementary row and column: the cell that covers it */
export function linesOf(at: RawCell[][]): Line[] {
  return at.map(distinctCells)
}

const distinctCells = (row: RawCell[]): Line => [...new Set(row)]

/** The cells of a row that do not go on from the row above. */
export function beginningIn(line: Line): Line {
  const row = Math.max(...line.map((cell) => cell.row))
  return line.filter((cell) => cell.row === row)
}
