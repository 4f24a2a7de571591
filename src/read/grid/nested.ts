/**
 * Lattices within a cell of another. The smallest that holds a run has it (`place.ts`); one that is but a frame
 * around others, a layout table of a text program, is none: what stands in it stands on the page.
 */
import type { GlyphRun, Grid, GridCell } from '../../../schemas/stages.js'
import { isFigureText } from './aligned/segments.js'

export function withoutFrames(grids: Grid[], runs: readonly GlyphRun[]): Grid[] {
  if (grids.length < 2) return grids
  return grids.filter((grid) => {
    const around = grid.cells.filter((cell) => grids.some((other) => holds(cell, other)))
    return around.length === 0 || hasFigures(grid, around, runs)
  })
}

/** Another lattice stands in the cell, as a whole. */
function holds({ box }: GridCell, { box: inner }: Grid): boolean {
  return inner[0] > box[0] && inner[1] > box[1] && inner[2] < box[2] && inner[3] < box[3]
}

/** Figures of its own: beside or below the lattices that it holds. */
function hasFigures(
  { box }: Grid,
  around: readonly GridCell[],
  runs: readonly GlyphRun[],
): boolean {
  return runs.some(
    (run) =>
      isFigureText(run.text) && isIn(run, box) && !around.some((cell) => isIn(run, cell.box)),
  )
}

function isIn({ origins, box: own }: GlyphRun, [x0, y0, x1, y1]: Grid['box']): boolean {
  const y = (own[1] + own[3]) / 2
  return origins[0] >= x0 && origins[0] <= x1 && y >= y0 && y <= y1
}
