/**
 * The second reader: tables that lack rules, one way or both. It runs where the first says that figures stand
 * outside its cells, or crowd in one of them, and gives the same grids, with what they were read from.
 */
import type { GlyphRun, Grid, PdfPage } from '../../../../schemas/stages.js'
import { mergeRules } from '../merge.js'
import { bodyFrom, FIRST_ROWS, HEADER_GAP, type Place } from './body.js'
import { headerWords } from './header.js'
import { refineGrid } from './refine.js'
import { isFigureLine, type Line, linesOf } from './segments.js'
import { type OpenGrid, rowsUnder } from './under.js'
import { alignedZones, LEAST_WORDS, type Zone } from './zones.js'

export interface AlignedPage {
  grids: Grid[]
  /** The last table without all its rules of the page: the next may go on with it. */
  last: OpenGrid | null
}

/** @param before the last such table of the page before */
export function alignGrids(
  page: PdfPage,
  grids: readonly Grid[],
  before: OpenGrid | null,
): AlignedPage {
  const place = { page: page.number, rules: mergeRules(page.rules) }
  const refined = grids
    .map((grid) => refineGrid(grid, page.runs, page.rules, before))
    .filter((grid) => !isUnread(grid, page.runs))
  const whole = refined.map((grid) => withRowsBelow(grid, page.runs, refined, place))
  const outside = page.runs.filter((run) => !whole.some((grid) => holds(grid, run)))
  const zones = alignedZones(outside, place, before)
  const all = [...whole, ...zones.map(({ grid }) => grid)].toSorted((a, b) => a.box[1] - b.box[1])
  return { grids: all, last: openOf(all.at(-1), zones.at(-1)) }
}

function holds({ box }: Pick<Grid, 'box'>, { box: own, origins, size }: GlyphRun): boolean {
  const [x, y] = [origins[0] + 0.3 * size, (own[1] + own[3]) / 2]
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}

/** A frame, or frames side by side, whose figures are still in one column each: what stands there stands on the page. */
function isUnread(grid: Grid, runs: readonly GlyphRun[]): boolean {
  const figureLines = (held: readonly GlyphRun[]) => linesOf(held).filter(isFigureLine).length
  const own = runs.filter((run) => holds(grid, run))
  if (figureLines(own) < 2) return false
  if (grid.xs.length === 2) return true
  const cells = grid.cells.map((cell) => own.filter((run) => holds(cell, run)))
  const withFigures = cells.filter((held) => held.some(({ text }) => /\d/.test(text)))
  return withFigures.every((held) => figureLines(held) > 1)
}

/** Rows without rules below a header that has them all. */
function withRowsBelow(
  grid: Grid,
  runs: readonly GlyphRun[],
  grids: readonly Grid[],
  place: Place,
): Grid {
  const header = linesOf(runs.filter((run) => holds(grid, run)))
  if (
    grid.xs.length === 2 ||
    header.length === 0 ||
    header.some(isFigureLine) ||
    headerWords(header) < LEAST_WORDS
  )
    return grid
  const lines = linesBelow(grid, runs, grids)
  const body = bodyFrom(lines, 0, place.rules)
  const bottom = grid.box[3]
  if (!body || body.from > FIRST_ROWS || lines[0].baseline - bottom > HEADER_GAP * lines[0].size)
    return grid
  const rows = rowsUnder(grid.xs, lines, { ...body, from: 0 }, place, bottom)
  if (!rows) return grid
  const from = grid.ys.length - 1
  const ys = [...grid.ys, ...rows.ys.slice(1)]
  const cells = [...grid.cells, ...rows.cells.map((cell) => ({ ...cell, row: cell.row + from }))]
  const box: Grid['box'] = [grid.box[0], grid.box[1], grid.box[2], ys[ys.length - 1]]
  return { ...grid, basis: 'aligned', box, ys, cells }
}

/** What stands below a lattice, as wide as it is, up to the next. */
function linesBelow({ box }: Grid, runs: readonly GlyphRun[], grids: readonly Grid[]): Line[] {
  const next = grids.filter((grid) => grid.box[1] >= box[3]).map((grid) => grid.box[1])
  const bottom = Math.min(...next)
  return linesOf(
    runs.filter(({ baseline, origins, size }) => {
      const isBelow = baseline > box[3] && baseline < bottom
      return isBelow && origins[0] > box[0] - size && origins[0] < box[2]
    }),
  )
}

function openOf(grid: Grid | undefined, zone: Zone | undefined): OpenGrid | null {
  if (!grid?.basis) return null
  return { page: grid.page, xs: grid.xs, head: zone?.grid === grid ? zone.head : '' }
}
