/** A lattice's rows as their distinct cells, left to right; a cell stands in each row that it spans. */
import type { RawCell } from '../../../schemas/stages.js'

export type Line = RawCell[]

/** @param at by elementary row and column: the cell that covers it */
export function linesOf(at: RawCell[][]): Line[] {
  return at.map(distinctCells)
}

const distinctCells = (row: RawCell[]): Line => [...new Set(row)]

/** The row of the lattice that a line is: cells that go on from above began in others. */
export function lastRow(line: Line): number {
  let last = 0
  for (const { row } of line) if (row > last) last = row
  return last
}
