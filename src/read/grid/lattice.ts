/** Rules of a page -> its lattices: row edges, column edges, and cells with their spans. */
import { boxOf } from '../../../schemas/box.js'
import type { Box } from '../../../schemas/document.js'
import type { GlyphRun, Grid, GridCell, PdfPage, Rule } from '../../../schemas/stages.js'
import { withoutBands } from './bands.js'
import { connectedRules } from './components.js'
import { byPosition, mergeRules, onAxis } from './merge.js'
import { withoutFrames } from './nested.js'
import { withoutStamps } from './stamps.js'

/** Edges nearer than this are one edge: header and body are ruled apart by up to 2 pt. */
const COLUMN_SNAP = 3
const ROW_SNAP = 1.6
/** An open edge counts where rules stick out at least this far beyond the last crossing rule. */
const OPEN_EDGE = 3.5
/** Two elementary cells are apart where a rule covers this part of their common edge. */
const COVERED = 0.5
/** A lattice beyond this many elementary cells is a drawing, not a table. */
const MAX_CELLS = 60_000

/** @returns the lattices of a page that have at least two cells, from the top down */
export function findGrids(page: PdfPage): Grid[] {
  const grids: Grid[] = []
  for (const rules of connectedRules(withoutStamps(mergeRules(page.rules)))) {
    const grid = toGrid(page, rules)
    if (grid && grid.cells.length > 1) grids.push(grid)
  }
  return withoutFrames(grids, page.runs).toSorted(fromTheTop)
}

const fromTheTop = (a: Grid, b: Grid) => a.box[1] - b.box[1] || a.box[0] - b.box[0]

function toGrid({ number: page, runs }: PdfPage, rules: Rule[]): Grid | null {
  const h = onAxis(rules, 'h')
  const v = onAxis(rules, 'v')
  if (h.length === 0 || v.length === 0) return null
  const [allXs, allYs] = [edges(v, h, COLUMN_SNAP), edges(h, v, ROW_SNAP)]
  const within = runsWithin(runs, allXs, allYs)
  const xs = withoutBands(allXs, v, within)
  const ys = withoutBands(allYs, h, within)
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > MAX_CELLS) return null
  const walls = { right: wallsOf(v, xs, ys), below: wallsOf(h, ys, xs) }
  const cells = toCells(xs, ys, walls)
  const box: Box = [xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]]
  return { page, box, xs, ys, cells }
}

function runsWithin(runs: GlyphRun[], xs: number[], ys: number[]): GlyphRun[] {
  const [left, right, top, bottom] = [xs[0], xs[xs.length - 1], ys[0], ys[ys.length - 1]]
  return runs.filter(({ box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    return x >= left && x <= right && y >= top && y <= bottom
  })
}

/** Positions of the rules of one axis, and the far ends of the other's where an outer rule is missing. */
function edges(rules: Rule[], crossing: Rule[], snap: number): number[] {
  const positions = snapped(rules, snap)
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { from, to } of crossing) {
    low = Math.min(low, from)
    high = Math.max(high, to)
  }
  if (positions[0] - low > OPEN_EDGE) positions.unshift(low)
  if (high - positions[positions.length - 1] > OPEN_EDGE) positions.push(high)
  return positions
}

function snapped(rules: Rule[], snap: number): number[] {
  const groups: { first: number; sum: number; count: number }[] = []
  for (const { at } of rules.toSorted(byPosition)) {
    const group = groups.at(-1)
    if (group && at - group.first <= snap) {
      group.sum += at
      group.count += 1
    } else groups.push({ first: at, sum: at, count: 1 })
  }
  return groups.map(middleOf)
}

const middleOf = ({ sum, count }: { sum: number; count: number }) => sum / count

/** For each edge, whether a rule covers it beside each interval of the other axis. */
function wallsOf(rules: Rule[], at: number[], along: number[]): boolean[][] {
  const covered: Float64Array[] = []
  while (covered.length < at.length) covered.push(new Float64Array(along.length - 1))
  for (const rule of rules) {
    const row = covered[nearest(at, rule.at)]
    for (let i = 0; i + 1 < along.length; i++) {
      row[i] += Math.max(0, Math.min(rule.to, along[i + 1]) - Math.max(rule.from, along[i]))
    }
  }
  const walls: boolean[][] = []
  for (const row of covered) {
    const wall: boolean[] = []
    for (let i = 0; i < row.length; i++) wall.push(row[i] >= COVERED * (along[i + 1] - along[i]))
    walls.push(wall)
  }
  return walls
}

function nearest(positions: number[], value: number): number {
  let best = 0
  for (let i = 1; i < positions.length; i++)
    if (Math.abs(positions[i] - value) < Math.abs(positions[best] - value)) best = i
  return best
}

interface Walls {
  right: boolean[][]
  below: boolean[][]
}

/** Elementary cells with no wall between them are one cell: the largest rectangle from each top left. */
function toCells(xs: number[], ys: number[], walls: Walls): GridCell[] {
  const rows = ys.length - 1
  const cols = xs.length - 1
  const taken: boolean[][] = []
  while (taken.length < rows) taken.push(new Array<boolean>(cols).fill(false))
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      if (taken[row][col]) continue
      let colSpan = 1
      while (
        col + colSpan < cols &&
        !walls.right[col + colSpan][row] &&
        !taken[row][col + colSpan]
      ) {
        colSpan++
      }
      let rowSpan = 1
      while (row + rowSpan < rows && opensInto(row + rowSpan, col, colSpan, walls, taken)) rowSpan++
      for (let r = row; r < row + rowSpan; r++) taken[r].fill(true, col, col + colSpan)
      const box = boxOf(xs[col], ys[row], xs[col + colSpan], ys[row + rowSpan])
      const isOpen = row + rowSpan === rows && !walls.below[rows][col]
      cells.push({ row, col, rowSpan, colSpan, box, isOpen })
    }
  }
  return cells
}

/**
 * Whether the cell above goes on into this row over its whole width, between the same walls. A print title
 * cuts the merged 类, 款 and 项 and leaves no rule below them: the code of the next row, in a cell as wide
 * as the three, is none of theirs.
 */
function opensInto(
  row: number,
  col: number,
  colSpan: number,
  walls: Walls,
  taken: boolean[][],
): boolean {
  for (let c = col; c < col + colSpan; c++) {
    if (walls.below[row][c] || taken[row][c]) return false
    if (c > col && walls.right[c][row]) return false
  }
  const endsAbove = (edge: number) => walls.right[edge][row - 1] && !walls.right[edge][row]
  return !endsAbove(col) && !endsAbove(col + colSpan)
}
