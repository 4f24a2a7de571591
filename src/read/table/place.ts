/** Text into cells, by what the page shows of it: its visible extent, and where a figure's last digit stands. */
import { around, boxOf } from '../../../schemas/box.js'
import type { Box } from '../../../schemas/document.js'
import type {
  CutRun,
  GlyphRun,
  Grid,
  GridCell,
  PdfPage,
  RawCell,
  TextLine,
} from '../../../schemas/stages.js'
import { SURE_AMOUNT } from '../../../schemas/text.js'
import { partsOf } from './clips.js'
import { anchorOf, extentOf, middleOf } from './extent.js'
import { joinLines } from './join.js'
import { toLines } from './line.js'
import { homeOfFigure, homeOfWords, middle, reachedBy, type Slot } from './slots.js'
import { type Token, tokensOf } from './tokens.js'

export interface PlacedGrid {
  grid: Grid
  /** By elementary row and column: the cell that covers it. */
  at: RawCell[][]
  cells: RawCell[]
  /** A cell holds several whole figures: rules are missing. */
  isCrowded: boolean
}

export interface PlacedPage {
  page: number
  width: number
  height: number
  grids: PlacedGrid[]
  /** Runs outside every lattice, as lines from the top down. */
  outside: TextLine[]
}

export function placeRuns(
  page: Pick<PdfPage, 'number' | 'width' | 'height' | 'runs' | 'cut'>,
  grids: Grid[],
): PlacedPage {
  const indexes = grids.map((grid) => new CellIndex(grid))
  const outside: GlyphRun[] = []
  const smallestFirst = indexes.toSorted((a, b) => a.area - b.area)
  for (const run of page.runs) {
    const home = homeOf(run, smallestFirst)
    if (home) home.add(run)
    else outside.push(run)
  }
  for (const cut of page.cut) for (const index of indexes) index.addCut(cut)
  const { number, width, height } = page
  return {
    page: number,
    width,
    height,
    grids: indexes.map((index) => index.finish()),
    outside: toTextLines(outside, number),
  }
}

function homeOf(run: GlyphRun, indexes: CellIndex[]): CellIndex | null {
  for (const index of indexes) if (index.holds(run)) return index
  return null
}

/** A run that begins no further than this part of an em left of a lattice begins in it. */
const LEFT_OF_LATTICE = 0.3
/** A line of text may stand so many points above or below the lattice's outer rule, and is in it. */
const ABOVE_LATTICE = 1

class CellIndex {
  /** By elementary row and column: the number of the cell. */
  readonly #at: number[][] = []
  readonly #runs: GlyphRun[][] = []
  /** By cell: what it would show if it were larger. */
  readonly #cut = new Map<number, GlyphRun[]>()
  readonly #slotsOf: Slot[][] = []

  constructor(private readonly grid: Grid) {
    const { xs, ys, cells } = grid
    while (this.#at.length < ys.length - 1) this.#at.push(new Array(xs.length - 1).fill(-1))
    for (const { row, col, rowSpan, colSpan } of cells) {
      for (let r = row; r < row + rowSpan; r++)
        this.#at[r].fill(this.#runs.length, col, col + colSpan)
      this.#runs.push([])
    }
  }

  get area(): number {
    const [left, top, right, bottom] = this.grid.box
    return (right - left) * (bottom - top)
  }

  /** Whether a run begins in the lattice, or has the middle of what is seen of it there. */
  holds(run: GlyphRun): boolean {
    const [left, top, right, bottom] = this.grid.box
    const y = middleOf(run)
    if (y < top - ABOVE_LATTICE || y > bottom + ABOVE_LATTICE) return false
    const extent = extentOf(run)
    const within = (x: number) => x >= left && x <= right
    return within(extent[0] + LEFT_OF_LATTICE * run.size) || within(middle(extent))
  }

  /** A run goes whole into the one cell that it reaches into; of others, each piece goes into its own. */
  add(run: GlyphRun): void {
    const reached = reachedBy(this.#slots(run), extentOf(run), run.size)
    if (reached.length === 1) this.#runs[reached[0].cell].push(run)
    else for (const [cell, piece] of divide(run, reached)) this.#runs[cell].push(piece)
  }

  /** The bounds of what a page cuts off are those of its cell: 长沙/公安局 2025 p33 shows a goal but for its last line. */
  addCut({ run, clip }: CutRun): void {
    const { xs, ys, cells, box } = this.grid
    const [x, y] = [(clip[0] + clip[2]) / 2, (clip[1] + clip[3]) / 2]
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return
    const at = this.#at[interval(ys, y)][interval(xs, x)]
    if (!within(clip, cells[at].box)) return
    const runs = this.#cut.get(at)
    if (runs) runs.push(run)
    else this.#cut.set(at, [run])
  }

  /** The cells of the row that a run stands in, from the left. */
  #slots(run: GlyphRun): Slot[] {
    const row = interval(this.grid.ys, middleOf(run))
    this.#slotsOf[row] ??= this.#slotsIn(row)
    return this.#slotsOf[row]
  }

  #slotsIn(row: number): Slot[] {
    const { xs } = this.grid
    const slots: Slot[] = []
    for (const [col, cell] of this.#at[row].entries()) {
      const last = slots.at(-1)
      if (last?.cell === cell) last.x1 = xs[col + 1]
      else slots.push({ cell, x0: xs[col], x1: xs[col + 1] })
    }
    return slots
  }

  finish(): PlacedGrid {
    const { ys, cells } = this.grid
    const placed: RawCell[] = []
    const at = this.#at.map((row) => row.map((): RawCell | null => null))
    for (const [i, whole] of cells.entries()) {
      const parts = partsOf(whole, this.#runs[i], ys)
      const cut = parts.length === 1 ? this.#cut.get(i) : undefined
      for (const { cell, runs } of parts) {
        const read = this.#read(cell, runs)
        if (cut) read.whole = joinLines([...runs, ...cut], cell.box).text
        placed.push(read)
        for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
          at[r].fill(read, cell.col, cell.col + cell.colSpan)
      }
    }
    const isFrame = this.grid.xs.length === 2
    const isCrowded = this.#runs.some((runs, i) =>
      areSeveral(runs, isFrame || cells[i].colSpan > 1 ? 1 : 2),
    )
    return { grid: this.grid, cells: placed, at: at as RawCell[][], isCrowded }
  }

  /** Written out: a page has thousands of cells, and spreads are slow. */
  #read({ row, col, rowSpan, colSpan, box, isOpen }: GridCell, runs: GlyphRun[]): RawCell {
    const { text, indent, centred, room } = joinLines(runs, box)
    return {
      row,
      col,
      rowSpan,
      colSpan,
      text,
      indent,
      centred,
      room,
      page: this.grid.page,
      box,
      runs: runs.length,
      isOpen,
    }
  }
}

/** Of an amount that wraps no part but the first is a whole figure. */
const WHOLE = /^[-(]?\d{1,3}(?:,\d{3})*(?:\.\d+)?\)?$|^[-(]?\d+(?:\.\d+)?\)?$/

/** Whether a cell holds so many figures, and something beside them. */
function areSeveral(runs: readonly GlyphRun[], least: number): boolean {
  if (runs.length === 0 || (runs.length === 1 && !runs[0].text.includes(' '))) return false
  let [figures, pieces, isSure] = [0, 0, false]
  for (const { text } of runs)
    for (const piece of piecesOf(text)) {
      pieces += 1
      if (!WHOLE.test(piece)) continue
      figures += 1
      isSure ||= SURE_AMOUNT.test(piece)
    }
  return pieces > 1 && (figures >= least || (isSure && figures < pieces))
}

/** Thousands may be parted by blanks, and a sign or a mark of currency may stand a blank before its figure. */
const ONE_FIGURE = /^[-−－▲△¥￥] ?[\d,]+(?:\.\d+)?$|^[-−－]?\d{1,3}(?: \d{3})+\.\d{1,2}$/

function piecesOf(text: string): string[] {
  return ONE_FIGURE.test(text) ? [text.replaceAll(' ', '')] : text.split(' ')
}

/** Bounds that are set for a cell leave out its padding, or take in its rules. */
const CELL_EDGE = 4

function within(clip: Box, cell: Box): boolean {
  return (
    clip[0] > cell[0] - CELL_EDGE &&
    clip[1] > cell[1] - CELL_EDGE &&
    clip[2] < cell[2] + CELL_EDGE &&
    clip[3] < cell[3] + CELL_EDGE
  )
}

function interval(edges: number[], value: number): number {
  let i = 0
  while (i + 2 < edges.length && value >= edges[i + 1]) i++
  return i
}

/** The pieces of a run, each with its cell; neighbours in one cell are one again. */
function divide(run: GlyphRun, slots: Slot[]): [cell: number, piece: GlyphRun][] {
  const parts: { cell: number; first: number; last: number }[] = []
  for (const token of tokensOf(run, slots.slice(1).map(leftOf))) {
    const { cell } = cellOf(run, token, slots)
    const before = parts.at(-1)
    if (before?.cell === cell) before.last = token.last
    else parts.push({ cell, first: token.first, last: token.last })
  }
  return parts.map(({ cell, first, last }) => [cell, slice(run, first, last)])
}

const leftOf = ({ x0 }: Slot) => x0

function cellOf(run: GlyphRun, { first, last, isFigure }: Token, slots: Slot[]): Slot {
  const extent = extentOf(run, first, last)
  const reached = reachedBy(slots, extent, run.size)
  if (reached.length === 1) return reached[0]
  return isFigure
    ? homeOfFigure(reached, extent, run.size, anchorOf(run, last))
    : homeOfWords(reached, extent, run.size)
}

function slice(run: GlyphRun, first: number, last: number): GlyphRun {
  const [, end] = extentOf(run, first, last)
  const right = last === run.origins.length - 1 ? run.box[2] : end
  return {
    ...run,
    text: run.text.slice(first, last + 1),
    origins: run.origins.slice(first, last + 1),
    box: [run.origins[first], run.box[1], right, run.box[3]],
  }
}

/** Runs outside the lattices, joined where they share a line. */
export function toTextLines(runs: GlyphRun[], page: number): TextLine[] {
  return toLines(runs).map((line) => toTextLine(line, page))
}

/** A wider gap than this part of an em divides a line: 部门：某局    单位：万元. */
const DIVIDED = 0.3

function toTextLine(runs: GlyphRun[], page: number): TextLine {
  let { text } = runs[0]
  for (let i = 1; i < runs.length; i++) {
    const gap = runs[i].box[0] - runs[i - 1].box[2]
    text += (gap > DIVIDED * runs[i].size ? '  ' : '') + runs[i].text
  }
  return {
    text,
    page,
    box: boxOf(...around(runs.map((run) => run.box))),
    size: Math.max(...runs.map((run) => run.size)),
  }
}
