/** Text into cells: each run belongs where it begins. */
import { boxOf } from '../../../schemas/box.js'
import type { Box } from '../../../schemas/document.js'
import type { CutRun, GlyphRun, Grid, PdfPage, RawCell, TextLine } from '../../../schemas/stages.js'
import { byBaseline, joinLines } from './join.js'

export interface PlacedGrid {
  grid: Grid
  /** By elementary row and column: the cell that covers it. */
  at: RawCell[][]
  cells: RawCell[]
}

export interface PlacedPage {
  page: number
  width: number
  height: number
  grids: PlacedGrid[]
  /** Runs outside every lattice, as lines from the top down. */
  outside: TextLine[]
}

/** How far into a run, in ems, the point lies that decides on its cell: a glyph may touch the rule before it. */
const FOOTHOLD = 0.3

export function placeRuns(
  page: Pick<PdfPage, 'number' | 'width' | 'height' | 'runs' | 'cut'>,
  grids: Grid[],
): PlacedPage {
  const indexes = grids.map((grid) => new CellIndex(grid))
  const outside: GlyphRun[] = []
  for (const run of page.runs) {
    const home = homeOf(run, indexes)
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

class CellIndex {
  readonly #at: number[][] = []
  readonly #runs: GlyphRun[][] = []
  /** By cell: what it would show if it were larger. */
  readonly #cut = new Map<number, GlyphRun[]>()

  constructor(private readonly grid: Grid) {
    const { xs, ys, cells } = grid
    while (this.#at.length < ys.length - 1) this.#at.push(new Array(xs.length - 1).fill(-1))
    for (const { row, col, rowSpan, colSpan } of cells) {
      for (let r = row; r < row + rowSpan; r++)
        this.#at[r].fill(this.#runs.length, col, col + colSpan)
      this.#runs.push([])
    }
  }

  holds(run: GlyphRun): boolean {
    const [x0, top, x1, bottom] = this.grid.box
    const y = middle(run)
    const x = run.origins[0] + FOOTHOLD * run.size
    return x >= x0 - 1 && x <= x1 && y >= top - 1 && y <= bottom + 1
  }

  add(run: GlyphRun): void {
    for (const piece of this.#pieces(run)) this.#runs[this.#cellAt(piece, 0)].push(piece)
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

  /** A run is cut where it enters another cell at a blank or between words and figures. */
  #pieces(run: GlyphRun): GlyphRun[] {
    const last = run.origins.length - 1
    if (this.#cellAt(run, 0) === this.#cellAt(run, last)) return [run]
    const starts = [0]
    for (let i = 1; i <= last; i++) {
      if (run.text[i] === ' ') continue
      const from = starts[starts.length - 1]
      if (this.#cellAt(run, i) !== this.#cellAt(run, from) && mayCut(run.text, i)) starts.push(i)
    }
    return starts.map((start, i) => slice(run, start, starts[i + 1] ?? last + 1))
  }

  #cellAt(run: GlyphRun, i: number): number {
    const { xs, ys } = this.grid
    const row = interval(ys, middle(run))
    const col = interval(xs, run.origins[i] + FOOTHOLD * run.size * (i === 0 ? 1 : 0.5))
    return this.#at[row][col]
  }

  finish(): PlacedGrid {
    const { page } = this.grid
    const cells: RawCell[] = []
    for (const [i, cell] of this.grid.cells.entries()) {
      const runs = this.#runs[i]
      const placed = { ...cell, ...joinLines(runs, cell.box), page, runs: runs.length }
      const cut = this.#cut.get(i)
      if (cut) cells.push({ ...placed, whole: joinLines([...runs, ...cut], cell.box).text })
      else cells.push(placed)
    }
    return { grid: this.grid, cells, at: this.#at.map((row) => row.map((i) => cells[i])) }
  }
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

function middle(run: GlyphRun): number {
  return run.baseline - 0.35 * run.size
}

function interval(edges: number[], value: number): number {
  let i = 0
  while (i + 2 < edges.length && value >= edges[i + 1]) i++
  return i
}

const FIGURE = /[\d.,%-]/
const WHOLE_AMOUNT = /(^|[^\d.,])-?[\d,]+\.\d\d$|\.\d\d-?[\d,]+\.\d\d$/
const WORD = /[\p{Script=Han}（(]/u

function mayCut(text: string, i: number): boolean {
  const before = text[i - 1]
  const here = text[i]
  if (before === ' ') return true
  // 重庆/科学技术局 paints the amounts of two cells as one string, without a gap to speak of.
  if (WHOLE_AMOUNT.test(text.slice(0, i))) return true
  return (FIGURE.test(before) && WORD.test(here)) || (WORD.test(before) && FIGURE.test(here))
}

function slice(run: GlyphRun, start: number, end: number): GlyphRun {
  const text = run.text.slice(start, end).trimEnd()
  const origins = run.origins.slice(start, start + text.length)
  const right = end > run.text.length - 1 ? run.box[2] : run.origins[start + text.length]
  const box: Box = [origins[0], run.box[1], right, run.box[3]]
  return { ...run, text, origins, box }
}

/** Runs outside the lattices, joined where they share a line. */
export function toTextLines(runs: GlyphRun[], page: number): TextLine[] {
  const lines: GlyphRun[][] = []
  for (const run of runs.toSorted(byBaseline)) {
    const line = lines.at(-1)
    if (line && run.baseline - line[0].baseline < 0.4 * Math.min(run.size, line[0].size)) {
      line.push(run)
    } else lines.push([run])
  }
  return lines.map((line) => toTextLine(line, page))
}

function toTextLine(runs: GlyphRun[], page: number): TextLine {
  const sorted = runs.toSorted((a, b) => a.origins[0] - b.origins[0])
  const boxes = sorted.map((run) => run.box)
  const box = boxOf(
    Math.min(...boxes.map((b) => b[0])),
    Math.min(...boxes.map((b) => b[1])),
    Math.max(...boxes.map((b) => b[2])),
    Math.max(...boxes.map((b) => b[3])),
  )
  let text = sorted[0].text
  for (let i = 1; i < sorted.length; i++) {
    const gap = sorted[i].box[0] - sorted[i - 1].box[2]
    text += (gap > 0.3 * sorted[i].size ? '  ' : '') + sorted[i].text
  }
  return { text, page, box, size: Math.max(...sorted.map((run) => run.size)) }
}
