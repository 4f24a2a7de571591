/** A table's header rows from the paths of its columns: equal neighbours span, short paths reach down. */
import type { Column } from '../../../schemas/document.js'
import type { Place } from '../xlsx/address.js'
import type { Sheet, SheetCell } from '../xlsx/sheet.js'
import { isFigure } from './columns.js'
import { noted } from './corrected.js'
import { LOOKS } from './looks.js'
import { LINE_HEIGHT, lines } from './width.js'

/** A header cell over levels `top` to `bottom` and columns `left` to `right`, all from 0. */
export interface Span {
  text: string
  top: number
  bottom: number
  left: number
  right: number
}

export function headerSpans(columns: readonly Column[]): { depth: number; spans: Span[] } {
  const depth = Math.max(1, ...columns.map(({ path }) => path.length))
  const spans = columns.flatMap((column, left) =>
    column.path.length === 0
      ? [{ text: '', top: 0, bottom: depth - 1, left, right: left }]
      : column.path.flatMap((text, level) => {
          if (left > 0 && isShared(columns[left - 1], column, level)) return []
          let right = left
          while (right + 1 < columns.length && isShared(column, columns[right + 1], level)) right++
          const last = level === column.path.length - 1
          return [{ text, top: level, bottom: last ? depth - 1 : level, left, right }]
        }),
  )
  return { depth, spans }
}

/**
 * Whether two columns share a header cell at a level: the same words down to it, with more
 * below; or one cell over all that names a row. Amounts are never under one last cell.
 */
function isShared(a: Column, b: Column, level: number): boolean {
  const below = a.path.length > level + 1 && b.path.length > level + 1
  const naming = a.path.length === b.path.length && !isFigure(a) && !isFigure(b)
  if (!below && !naming) return false
  return a.path.slice(0, level + 1).join('/') === b.path.slice(0, level + 1).join('/')
}

/**
 * @param breaks behind which columns a printed page ends: a cell over both sides is two, or the second page had its
 * ground without its words
 * @returns for each column, where the lowest header cell over it stands
 */
export function addHeader(
  sheet: Sheet,
  columns: readonly Column[],
  widths: readonly number[],
  breaks: readonly number[],
): Pick<Place, 'row' | 'column'>[] {
  const { depth, spans: whole } = headerSpans(columns)
  const spans = whole.flatMap((span) => cutAt(span, breaks))
  const top = sheet.rows + 1
  const blank: SheetCell = { value: null, look: LOOKS.header }
  const grid: SheetCell[][] = []
  while (grid.length < depth) grid.push(new Array(Math.max(1, columns.length)).fill(blank))
  for (const span of spans) {
    const own = span.left === span.right ? columns[span.left]?.corrected : undefined
    grid[span.top][span.left] = noted({ value: span.text, look: LOOKS.header }, own)
    sheet.merge(top + span.top, span.left + 1, top + span.bottom, span.right + 1)
  }
  const heights = rowHeights(depth, spans, widths)
  grid.forEach((cells, level) => {
    sheet.add(cells, heights[level])
  })
  return columns.map((_, i) => {
    const leaf = spans.findLast(
      ({ left, right, bottom }) => left <= i && i <= right && bottom === depth - 1,
    )
    return { row: top + (leaf?.top ?? 0), column: (leaf?.left ?? i) + 1 }
  })
}

function cutAt(span: Span, breaks: readonly number[]): Span[] {
  const within = breaks.filter((end) => span.left < end && end <= span.right)
  return [span.left, ...within].map((left, i) => ({
    ...span,
    left,
    right: i < within.length ? within[i] - 1 : span.right,
  }))
}

/** Spreadsheets do not fit rows to merged cells by themselves. */
function rowHeights(depth: number, spans: readonly Span[], widths: readonly number[]): number[] {
  const heights = Array.from({ length: depth }, () => LINE_HEIGHT)
  for (const { text, top, bottom, left, right } of spans.toSorted((a, b) => a.bottom - b.bottom)) {
    const width = widths.slice(left, right + 1).reduce((sum, one) => sum + one, 0)
    const above = heights.slice(top, bottom).reduce((sum, one) => sum + one, 0)
    heights[bottom] = Math.max(heights[bottom], lines(text, width) * LINE_HEIGHT - above)
  }
  return heights
}
