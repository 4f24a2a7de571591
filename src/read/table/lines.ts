/** A lattice's rows as their distinct cells, left to right; a cell stands in each row that it spans. */
import type { RawCell } from '../../../schemas/stages.js'
import type { PlacedGrid } from './place.js'

export type Line = RawCell[]

export function linesOf(placed: PlacedGrid): Line[] {
  return placed.at.map(distinctCells)
}

const distinctCells = (row: RawCell[]): Line => [...new Set(row)]

/** The cells of a row that do not go on from the row above. */
export function beginningIn(line: Line): Line {
  const row = Math.max(...line.map((cell) => cell.row))
  return line.filter((cell) => cell.row === row)
}
