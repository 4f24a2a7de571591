/** Lines of figures under columns that are known: those of a header that is ruled, or of the page before. */
import type { Grid } from '../../../../schemas/stages.js'
import { ASCENT, type Body, baselinesOf, heightsOf, type Place } from './body.js'
import { type Track, tracksOf } from './columns.js'
import type { Line } from './segments.js'

/** A table without all its rules that the next page may go on with: its columns, and what its head says. */
export interface OpenGrid {
  page: number
  xs: number[]
  head: string
}

/**
 * @param top where its first row begins, if that is known
 * @returns rows of cells under the columns; null where what stands there is not in one column each
 */
export function rowsUnder(
  xs: readonly number[],
  lines: readonly Line[],
  body: Body,
  place: Place,
  top?: number,
): Pick<Grid, 'ys' | 'cells'> | null {
  const tracks = tracksOf(body.figures.map((i) => lines[i]))
  if (!areApart(xs, tracks)) return null
  const size = Math.max(...body.figures.map((i) => lines[i].size))
  const rows = baselinesOf(lines, body, place)
  const first = top ?? rows[0][0] - ASCENT * size
  const [, ...ys] = heightsOf(first, rows, size)
  return cellsOf(xs, [first, ...ys])
}

/** Whether what stands under columns is in one of them each. */
export function areApart(xs: readonly number[], tracks: readonly Track[]): boolean {
  const columns = tracks.map(({ x0, x1 }) => xs.findLastIndex((x) => x <= (x0 + x1) / 2))
  const areIn = columns.every((at) => at >= 0 && at + 1 < xs.length)
  return areIn && new Set(columns).size === columns.length
}

/** Cells between edges, all of them. */
export function cellsOf(xs: readonly number[], ys: number[]): Pick<Grid, 'ys' | 'cells'> {
  const cells: Grid['cells'] = []
  for (let row = 0; row + 1 < ys.length; row++)
    for (let col = 0; col + 1 < xs.length; col++)
      cells.push({
        ...{ row, col, rowSpan: 1, colSpan: 1, isOpen: false },
        box: [xs[col], ys[row], xs[col + 1], ys[row + 1]],
      })
  return { ys, cells }
}
