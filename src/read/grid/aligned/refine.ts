/**
 * Lattices that lack the rules between columns, or between some of their rows, get the edges that their text
 * shows. What the rules say stays: only cells that hold more than one figure are divided.
 */
import { boxOf } from '../../../../schemas/box.js'
import { isHeaderText } from '../../../../schemas/header-text.js'
import type { GlyphRun, Grid, GridCell, Rule } from '../../../../schemas/stages.js'
import { AMOUNT, fold } from '../../../../schemas/text.js'
import { buildGrid } from './build.js'
import { tracksOf } from './columns.js'
import { headerOf } from './header.js'
import { isFigureLine, type Line, linesOf } from './segments.js'

export function refineGrid(grid: Grid, runs: readonly GlyphRun[], rules: readonly Rule[]): Grid {
  const own = runs.filter((run) => standsIn(run, grid.box))
  if (grid.xs.length === 2) return withColumns(grid, own, rules)
  return withRows(withHeaderRules(grid, own), own)
}

/** A run stands where the middle of its height does, and begins. */
function standsIn({ box, origins, size }: GlyphRun, [x0, y0, x1, y1]: Grid['box']): boolean {
  const y = (box[1] + box[3]) / 2
  return y > y0 && y < y1 && origins[0] > x0 - 0.3 * size && origins[0] < x1
}

/** Rows are ruled and columns are not: each row's line of figures shows them. */
function withColumns(grid: Grid, runs: readonly GlyphRun[], rules: readonly Rule[]): Grid {
  const { ys, box, page } = grid
  const bands = ys
    .slice(1)
    .map((bottom, i) =>
      linesOf(
        runs.filter(
          ({ box: own }) => (own[1] + own[3]) / 2 >= ys[i] && (own[1] + own[3]) / 2 < bottom,
        ),
      ),
    )
  const isRow = bands.map((lines) => lines.some(isFigureLine))
  const first = isRow.indexOf(true)
  const figures = bands.flat().filter(isFigureLine)
  const head = headBands(bands, first)
  if (figures.length < 2 || head === first) return grid
  const tracks = tracksOf(figures)
  if (tracks.length < 2) return grid
  const header = headerOf(bands.slice(head, first).flat(), tracks, rules)
  const frame = { page, left: box[0], right: box[2], basis: 'ruled_rows' as const }
  const whole = bands
    .slice(first)
    .map((lines) => !lines.some(({ segments }) => segments.length > 1))
  return buildGrid(frame, header, ys.slice(0, head), ys[head], ys.slice(first), whole)
}

/** The first of the rows right above the figures that say nothing but header words. */
function headBands(bands: readonly (readonly Line[])[], first: number): number {
  let head = first
  const isHead = (lines: readonly Line[]) => {
    const words = lines.flatMap(({ segments }) => segments)
    const known = words.filter(({ text }) => isHeaderText(text))
    return known.length > 1 && known.length * 2 > words.length
  }
  while (head > 0 && isHead(bands[head - 1])) head -= 1
  return head
}

/** An edge goes on through the rows below it if no more than this part of them has words that cross it. */
const CROSSED = 0.2

/** Columns are ruled in the header only: its rules go on through the rows below, where no figure crosses them. */
function withHeaderRules(grid: Grid, runs: readonly GlyphRun[]): Grid {
  const wide = grid.cells
    .filter(({ colSpan, rowSpan }) => colSpan > 1 && rowSpan === 1)
    .map((cell) => ({ cell, lines: linesOf(runs.filter((run) => standsIn(run, cell.box))) }))
  const crowded = wide.filter(({ lines }) => lines.length === 1 && isCrowded(lines[0]))
  const first = Math.min(...crowded.map(({ cell }) => cell.row))
  if (crowded.length < 2) return grid
  const body = wide.filter(({ cell, lines }) => cell.row >= first && lines.length <= 1)
  const isEdge = grid.xs.map((x) => {
    const over = body.filter(({ cell }) => cell.box[0] < x && cell.box[2] > x)
    const crossing = over.flatMap(
      ({ lines }) => lines[0]?.segments.filter(({ x0, x1 }) => x0 < x - 1 && x1 > x + 1) ?? [],
    )
    return crossing.every(({ isFigure }) => !isFigure) && crossing.length <= CROSSED * over.length
  })
  const cells = grid.cells.flatMap((cell) =>
    body.some((each) => each.cell === cell) ? cutAt(cell, grid.xs, isEdge) : [cell],
  )
  return { ...grid, basis: 'ruled_rows', cells }
}

function isCrowded({ segments }: Line): boolean {
  return segments.filter(({ isFigure }) => isFigure).length > 1
}

function cutAt(cell: GridCell, xs: readonly number[], isEdge: readonly boolean[]): GridCell[] {
  const end = cell.col + cell.colSpan
  const cuts = [
    cell.col,
    ...[...isEdge.keys()].filter((i) => i > cell.col && i < end && isEdge[i]),
    end,
  ]
  return cuts.slice(1).map((to, i) => ({
    ...cell,
    col: cuts[i],
    colSpan: to - cuts[i],
    box: boxOf(xs[cuts[i]], cell.box[1], xs[to], cell.box[3]),
  }))
}

/** Columns are ruled and rows are not: cells that hold figures on the same lines show them. */
function withRows(grid: Grid, runs: readonly GlyphRun[]): Grid {
  const cuts = grid.ys.slice(1).map((_, row) => cutsOf(grid, row, runs))
  if (cuts.every((cut) => cut.length === 0)) return grid
  const ys: number[] = []
  const placeOf: number[] = []
  for (const [row, y] of grid.ys.entries()) {
    placeOf.push(ys.length)
    ys.push(y, ...(cuts[row] ?? []))
  }
  const cells = grid.cells.flatMap((cell) => divided(cell, cuts[cell.row] ?? [], placeOf, ys))
  return { ...grid, basis: 'ruled_columns', ys, cells }
}

/** A cell of one row is cut where its row is; one that spans rows stays whole. */
function divided(
  cell: GridCell,
  cuts: readonly number[],
  placeOf: readonly number[],
  ys: readonly number[],
): GridCell[] {
  const from = placeOf[cell.row]
  const to = placeOf[cell.row + cell.rowSpan]
  if (cell.rowSpan > 1 || cuts.length === 0) return [{ ...cell, row: from, rowSpan: to - from }]
  const parts: GridCell[] = []
  for (let row = from; row < to; row++)
    parts.push({
      ...cell,
      row,
      box: boxOf(cell.box[0], ys[row], cell.box[2], ys[row + 1]),
      isOpen: cell.isOpen && row + 1 === to,
    })
  return parts
}

/** Where a row of the lattice is to be cut; nowhere unless two of its cells hold whole figures on the same lines. */
function cutsOf(grid: Grid, row: number, runs: readonly GlyphRun[]): number[] {
  const cells = grid.cells.filter((cell) => cell.row === row && cell.rowSpan === 1)
  const stacks = cells.map((cell) =>
    stackOf(
      runs.filter((run) => standsIn(run, cell.box)).toSorted((a, b) => a.baseline - b.baseline),
    ),
  )
  const stacked = stacks.filter((lines) => lines.length > 1)
  if (stacked.length < 2) return []
  const lines = linesOf(stacked.flat())
  const shared = lines.filter(
    ({ baseline, size }) =>
      stacked.filter((stack) => stack.some((run) => Math.abs(run.baseline - baseline) < 0.4 * size))
        .length > 1,
  )
  if (shared.length < 2) return []
  return lines
    .slice(1)
    .map(({ baseline, size }, i) => (lines[i].baseline + baseline) / 2 - MIDDLE * size)
}

/** The middle of a line's characters stands this part of an em above its baseline. */
const MIDDLE = 0.35

/**
 * The figures of a cell that holds nothing but figures, one a line, but for its head; an amount that wraps is
 * none, nor is what its rest is.
 */
function stackOf(all: readonly GlyphRun[]): GlyphRun[] {
  const first = all.findIndex(({ text }) => /\d/.test(text))
  const heads = first > 0 ? all.slice(0, first) : []
  const runs = all.slice(heads.length)
  if (!heads.every(({ text }) => isHeaderText(text))) return []
  const texts = runs.map(({ text }) => fold(text))
  const places = new Set(texts.map((text) => text.split('.')[1]?.length ?? 0))
  const areWhole =
    places.size === 1 && texts.every((text) => AMOUNT.test(text) && !text.startsWith('.'))
  return areWhole && linesOf(runs).length === runs.length ? [...all] : []
}
