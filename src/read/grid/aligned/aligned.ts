/**
 * The second reader: tables that lack rules, one way or both. It runs where the first says that figures stand
 * outside its cells, or crowd in one of them, and gives the same grids, with what they were read from.
 */
import type { Grid, PdfPage } from '../../../../schemas/stages.js'
import { mergeRules } from '../merge.js'
import { refineGrid } from './refine.js'
import { alignedZones, type Zone } from './zones.js'

export interface AlignedPage {
  grids: Grid[]
  /** The last table without rules of the page: the next may go on with it. */
  last: Zone | null
}

/** @param before the last table without rules of the page before */
export function alignGrids(
  page: PdfPage,
  grids: readonly Grid[],
  before: Zone | null,
): AlignedPage {
  const refined = grids.map((grid) => refineGrid(grid, page.runs, page.rules))
  const isHeld = (x: number, y: number) =>
    refined.some(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
  const outside = page.runs.filter(
    ({ box, origins, size }) => !isHeld(origins[0] + 0.3 * size, (box[1] + box[3]) / 2),
  )
  const rules = mergeRules(page.rules)
  const zones = alignedZones(outside, { page: page.number, rules }, before)
  const all = [...refined, ...zones.map(({ grid }) => grid)]
  return { grids: all.toSorted((a, b) => a.box[1] - b.box[1]), last: zones.at(-1) ?? null }
}
