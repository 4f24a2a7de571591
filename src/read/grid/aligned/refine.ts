/**
 * Lattices that lack the rules between columns, or between some of their rows, get the edges that their text
 * shows. What the rules say stays: only cells that hold more than one figure are divided.
 */
import { boxOf } from '../../../../schemas/box.js'
import { isHeaderText } from '../../../../schemas/header-text.js'
import type { GlyphRun, Grid, GridCell, Rule } from '../../../../schemas/stages.js'
import { AMOUNT, fold } from '../../../../schemas/text.js'
import { buildGrid } from './build.js'
import { edgesOf, headedColumns, tracksOf } from './columns.js'
import { cutAtTracks, headerOf, headerWords } from './header.js'
import { beginsRow } from './openers.js'
import { rowsOf } from './rows.js'
import { isFigureLine, type Line, linesOf } from './segments.js'
import { areApart, cellsOf, type OpenGrid } from './under.js'

/** @param before the last table of the page before: one without a head may go on with it */
export function refineGrid(
  grid: Grid,
  runs: readonly GlyphRun[],
  rules: readonly Rule[],
  before: OpenGrid | null,
): Grid {
  const own = runs.filter((run) => standsIn(run, grid.box))
  const columns =
    grid.xs.length === 2
      ? (withColumns(grid, own, rules) ?? withColumnsOf(before, grid, own) ?? grid)
      : withInnerColumns(withHeaderRules(grid, own), own)
  return withRows(columns, own)
}

/** A run stands where the middle of its height does, and begins. */
function standsIn({ box, origins, size }: GlyphRun, [x0, y0, x1, y1]: Grid['box']): boolean {
  const y = (box[1] + box[3]) / 2
  return y > y0 && y < y1 && origins[0] > x0 - 0.3 * size && origins[0] < x1
}

/** Rows are ruled and columns are not: each row's line of figures shows them. */
function withColumns(grid: Grid, runs: readonly GlyphRun[], rules: readonly Rule[]): Grid | null {
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
  const rows = bands.filter((lines) => lines.some(isFigureLine))
  if (first < 0) return null
  const tracks = tracksOf(rows.flat())
  const heads = bands.slice(0, first).map((lines) => cutAtTracks(lines, tracks))
  const head = headBands(heads)
  const isLone = rows.flat().filter(isFigureLine).length === 1
  if (tracks.length < (isLone ? 3 : 2) || head === first) return null
  const header = headerOf(heads.slice(head).flat(), tracks, rules)
  const frame = { page, left: box[0], right: box[2], basis: 'ruled_rows' as const }
  const whole = bands
    .slice(first)
    .map((lines) => !lines.some(({ segments }) => segments.length > 1))
  return buildGrid(frame, header, ys.slice(0, head), ys[head], ys.slice(first), whole)
}

/** Tables of two pages have the same sides, to so many points. */
const SAME_SIDE = 3

/** Rows without a head, as wide as the table that the page before has left: its columns are theirs. */
function withColumnsOf(
  before: OpenGrid | null,
  grid: Grid,
  runs: readonly GlyphRun[],
): Grid | null {
  if (!before || grid.page !== before.page + 1) return null
  const { xs } = before
  const sides = [xs[0] - grid.xs[0], xs[xs.length - 1] - grid.xs[1]]
  const tracks = tracksOf(linesOf(runs).filter(isFigureLine))
  if (sides.some((off) => Math.abs(off) > SAME_SIDE) || !areApart(xs, tracks)) return null
  return { ...grid, basis: 'ruled_rows', xs, ...cellsOf(xs, grid.ys) }
}

/** The first of the rows right above the figures that say nothing but header words. */
function headBands(bands: readonly (readonly Line[])[]): number {
  let head = bands.length
  const isHead = (lines: readonly Line[]) => lines.length > 0 && headerWords(lines) > 1
  while (head > 0 && isHead(bands[head - 1])) head -= 1
  return head
}

/** An edge goes on through the rows below it if no more than this part of their lines has words that cross it. */
const CROSSED = 0.2

interface Filled {
  cell: GridCell
  lines: Line[]
}

function filledOf(cells: readonly GridCell[], runs: readonly GlyphRun[]): Filled[] {
  return cells.map((cell) => ({
    cell,
    lines: linesOf(runs.filter((run) => standsIn(run, cell.box))),
  }))
}

/** The first row of which a cell holds what is of several columns on one line, where so many lines do. */
function firstOf(
  filled: readonly Filled[],
  isSeveral: (line: Line) => boolean,
  least = 2,
): number | null {
  const rows = filled.flatMap(({ cell, lines }) => lines.filter(isSeveral).map(() => cell.row))
  return rows.length < least ? null : Math.min(...rows)
}

/** Columns are ruled in the header only: its rules go on through the rows below, where no figure crosses them. */
function withHeaderRules(grid: Grid, runs: readonly GlyphRun[]): Grid {
  const wide = filledOf(
    grid.cells.filter(({ colSpan, rowSpan }) => colSpan > 1 && rowSpan === 1),
    runs,
  )
  const sure = firstOf(wide, isCrowded, 1) ?? firstOf(wide, hasFigureBesides)
  if (sure === null) return grid
  // A row above may have a figure in one of the columns only: it is a row as well.
  const rows = wide.filter(({ lines }) => lines.some(hasFigure)).map(({ cell }) => cell.row)
  const first = Math.min(sure, ...rows)
  const body = wide.filter(({ cell }) => cell.row >= first)
  const isEdge = grid.xs.map((x) => isColumnEdge(x, body))
  const cells = grid.cells.flatMap((cell) =>
    body.some((each) => each.cell === cell) ? cutAt(cell, grid.xs, isEdge) : [cell],
  )
  return cells.length === grid.cells.length ? grid : { ...grid, basis: 'ruled_rows', cells }
}

/** An edge parts what stands on two lines, or several figures of one, and hardly anything crosses it. */
function isColumnEdge(x: number, body: readonly Filled[]): boolean {
  const over = body.filter(({ cell }) => cell.box[0] < x && cell.box[2] > x)
  const lines = over.flatMap((each) => each.lines)
  const parted = lines.filter(
    (line) =>
      hasFigureBesides(line) &&
      line.segments.some(({ x1 }) => x1 <= x + 1) &&
      line.segments.some(({ x0 }) => x0 >= x - 1),
  )
  const crossing = lines
    .flatMap(({ segments }) => segments)
    .filter(({ x0, x1 }) => x0 < x - 1 && x1 > x + 1)
  return (
    (parted.length > 1 || parted.some(isCrowded)) &&
    crossing.every(({ isFigure }) => !isFigure) &&
    crossing.length <= CROSSED * lines.length
  )
}

/** A figure, and something beside it. */
function hasFigureBesides(line: Line): boolean {
  return line.segments.length > 1 && hasFigure(line)
}

function hasFigure({ segments }: Line): boolean {
  return segments.some(({ isFigure, text }) => isFigure && /\d/.test(text))
}

/** A column of the lattice that is several: the figures of its rows show them, and its head says so. */
function withInnerColumns(whole: Grid, runs: readonly GlyphRun[]): Grid {
  let grid = whole
  for (let col = 0; col + 1 < grid.xs.length; col++) {
    const own = filledOf(
      grid.cells.filter((cell) => cell.col === col && cell.colSpan === 1),
      runs,
    )
    const first = firstOf(own, hasFigureBesides)
    if (first === null) continue
    const tracks = tracksOf(own.flatMap(({ lines }) => lines.filter(hasFigureBesides)))
    const head = own.filter(({ cell, lines }) => cell.row < first && lines.length > 0).at(-1)
    if (tracks.length < 2 || !head) continue
    const [words] = cutAtTracks(head.lines.slice(-1), tracks)
    const areFigures = firstOf(own, isCrowded) !== null
    if (!areFigures && (words.segments.length < 2 || headerWords([words]) < 2)) continue
    const columns = headedColumns(tracks, words.segments)
    const edges = edgesOf(columns, grid.xs[col], grid.xs[col + 1]).slice(1, -1)
    if (edges.length === 0) continue
    const divided = own.filter(({ cell }) => cell.row >= head.cell.row).map(({ cell }) => cell)
    grid = inserted(grid, col, edges, new Set(divided))
    col += edges.length
  }
  return grid
}

/** New edges within one column: some of its cells are cut by them, the others span what they make. */
function inserted(
  grid: Grid,
  at: number,
  edges: readonly number[],
  divided: ReadonlySet<GridCell>,
): Grid {
  const xs = [...grid.xs.slice(0, at + 1), ...edges, ...grid.xs.slice(at + 1)]
  const added = edges.length
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.col > at) return [{ ...cell, col: cell.col + added }]
    if (cell.col + cell.colSpan <= at) return [cell]
    const whole = { ...cell, colSpan: cell.colSpan + added }
    return divided.has(cell)
      ? cutAt(
          whole,
          xs,
          xs.map(() => true),
        )
      : [whole]
  })
  return { ...grid, basis: 'ruled_rows', xs, cells }
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

/** So many figures, each with words on its line, are rows by themselves; two are if both begin one, or stand in two columns. */
const LONE_STACK = 3

/**
 * Where a row of the lattice is to be cut: its cells hold whole figures, one a line, on the same lines, or words
 * beside each. Text that wraps stays with its row.
 */
function cutsOf(grid: Grid, row: number, runs: readonly GlyphRun[]): number[] {
  const cells = grid.cells.filter((cell) => cell.row === row && cell.rowSpan === 1)
  const held = cells.map((cell) => runs.filter((run) => standsIn(run, cell.box)))
  const stacks = held.map(stackOf).filter((stack) => stack.length > 1)
  if (stacks.length === 0) return []
  const lines = linesOf(held.flat())
  const columnsOn = ({ baseline, size }: Line) =>
    stacks.filter((stack) => stack.some((run) => Math.abs(run.baseline - baseline) < 0.4 * size))
      .length
  const hasWords = ({ segments }: Line) => segments.some(({ isFigure }) => !isFigure)
  const shared = lines.filter((line) => columnsOn(line) > 1)
  const named = lines.filter((line) => columnsOn(line) > 0 && hasWords(line))
  const begin = named.slice(1).every(beginsRow) ? 2 : LONE_STACK
  if (shared.length < 2 && named.length < begin) return []
  const rows = rowsOf(lines, (line) => columnsOn(line) > 0, [], grid.xs)
  return rows.slice(1).map(([first], i) => {
    const { baseline } = rows[i][rows[i].length - 1]
    return (baseline + first.baseline) / 2 - MIDDLE * first.size
  })
}

/** The middle of a line's characters stands this part of an em above its baseline. */
const MIDDLE = 0.35

/**
 * The figures of a cell that holds nothing but figures, one a line, but for its head; an amount that wraps is
 * none, nor is what its rest is.
 */
function stackOf(held: readonly GlyphRun[]): GlyphRun[] {
  const all = held.toSorted((a, b) => a.baseline - b.baseline)
  const first = all.findIndex(({ text }) => /\d/.test(text))
  if (first < 0 || !all.slice(0, first).every(({ text }) => isHeaderText(text))) return []
  const runs = all.slice(first)
  const texts = runs.map(({ text }) => fold(text))
  const places = new Set(texts.map((text) => text.split('.')[1]?.length ?? 0))
  const areWhole =
    places.size === 1 && texts.every((text) => AMOUNT.test(text) && !text.startsWith('.'))
  return areWhole && linesOf(runs).length === runs.length ? runs : []
}
