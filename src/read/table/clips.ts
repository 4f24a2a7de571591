/**
 * Clips tell cells apart where no rule does. A page break that cuts a head and the row below it leaves out
 * the rule between them: what is clipped above it and what is clipped below it is in two cells.
 */
import { boxOf } from '../../../schemas/box.js'
import type { GlyphRun, GridCell } from '../../../schemas/stages.js'

/** A clip ends at an edge of the lattice if it does to so many points. */
const AT_EDGE = 2

export interface Part {
  cell: GridCell
  runs: GlyphRun[]
}

/** @returns the cell with its runs, in two or more where their clips end at an edge between them */
export function partsOf(cell: GridCell, runs: GlyphRun[], ys: number[]): Part[] {
  for (let row = cell.row + 1; row < cell.row + cell.rowSpan && runs.length > 1; row++) {
    const above = runs.filter(({ clip }) => Math.abs(clip[3] - ys[row]) <= AT_EDGE)
    const below = runs.filter(({ clip }) => Math.abs(clip[1] - ys[row]) <= AT_EDGE)
    if (above.length === 0 || below.length === 0 || above.length + below.length < runs.length)
      continue
    const [upper, lower] = cut(cell, row, ys)
    return [{ cell: upper, runs: above }, ...partsOf(lower, below, ys)]
  }
  return [{ cell, runs }]
}

function cut(cell: GridCell, row: number, ys: number[]): [GridCell, GridCell] {
  const { box, row: first, rowSpan } = cell
  const upper = {
    ...cell,
    rowSpan: row - first,
    box: boxOf(box[0], box[1], box[2], ys[row]),
    isOpen: false,
  }
  const lower = {
    ...cell,
    row,
    rowSpan: first + rowSpan - row,
    box: boxOf(box[0], ys[row], box[2], box[3]),
  }
  return [upper, lower]
}
