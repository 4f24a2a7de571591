/** Cells, lines and rows of a table as the stages within `read/table` hand them on. */
import type { HeaderColumn, RawCell, RawRow } from '../../schemas/stages.js'

export function cell(text: string, more: Partial<RawCell> = {}): RawCell {
  return {
    ...{ row: 0, col: 0, rowSpan: 1, colSpan: 1, text, indent: 0, centred: false, room: 5 },
    ...{ page: 1, box: [0, 0, 100, 20], runs: text === '' ? 0 : 1, isOpen: false },
    ...more,
  }
}

/** A line of cells between these places, in a row of 20 pt; an empty text is a blank cell. */
export function line(row: number, edges: number[], texts: string[]): RawCell[] {
  return texts.map((text, i) =>
    cell(text, { row, col: i, box: [edges[i], 20 * row, edges[i + 1], 20 * row + 20] }),
  )
}

/** Rows of one cell each by column; the same cell in two rows is one that spans them. */
export function rows(...list: (string | RawCell | null)[][]): RawRow[] {
  return list.map((cells) => ({
    page: 1,
    cells: cells.map((each) => (typeof each === 'string' ? cell(each) : each)),
  }))
}

export function texts(list: RawRow[]): (string | null)[][] {
  return list.map(({ cells }) => cells.map((each) => each?.text ?? null))
}

/** Columns between these places, each under its own header. */
export function columns(edges: number[], paths: string[] = []): HeaderColumn[] {
  return edges.slice(1).map((x1, i) => ({ path: paths[i] ? [paths[i]] : [], x0: edges[i], x1 }))
}
