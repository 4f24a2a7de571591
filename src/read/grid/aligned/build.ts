/** Columns, the cells of a header and the heights of rows -> a grid. */
import { boxOf } from '../../../../schemas/box.js'
import type { Basis } from '../../../../schemas/document.js'
import type { Grid, GridCell } from '../../../../schemas/stages.js'
import { edgesOf } from './columns.js'
import type { Header } from './header.js'

export interface Frame {
  page: number
  left: number
  right: number
  basis: Basis
}

/**
 * @param above heights of the rows over the header, each one cell
 * @param ys heights of the rows below it, its lower edge first
 * @param whole by row below the header: whether it is one cell
 */
export function buildGrid(
  { page, left, right, basis }: Frame,
  header: Header,
  above: readonly number[],
  top: number,
  ys: readonly number[],
  whole: readonly boolean[] = [],
): Grid {
  const xs = edgesOf(header.columns, left, right)
  const all = [...above, top, ...header.inner, ...ys]
  const [first, body] = [above.length, above.length + header.inner.length + 1]
  const columns = xs.length - 1
  const cell = (row: number, rowSpan: number, col: number, colSpan: number): GridCell => ({
    ...{ row, col, rowSpan, colSpan, isOpen: false },
    box: boxOf(xs[col], all[row], xs[col + colSpan], all[row + rowSpan]),
  })
  const cells = above.map((_, row) => cell(row, 1, 0, columns))
  for (const { row, rowSpan, col, colSpan } of header.cells)
    cells.push(cell(first + row, rowSpan, col, colSpan))
  for (let row = 0; row + 1 < ys.length; row++)
    if (whole[row]) cells.push(cell(body + row, 1, 0, columns))
    else for (let col = 0; col < columns; col++) cells.push(cell(body + row, 1, col, 1))
  const box = boxOf(xs[0], all[0], xs[columns], all[all.length - 1])
  return {
    basis,
    page,
    box,
    xs,
    ys: all,
    cells: cells.toSorted((a, b) => a.row - b.row || a.col - b.col),
  }
}
