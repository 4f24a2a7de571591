/** A page as lines of text: what stands outside of tables, and each table as it is ruled. */
import type { RawCell } from '../../schemas/stages.js'
import { columnsOf, cut, padded } from '../files/columns.js'
import type { PlacedGrid, PlacedPage } from '../read/table/place.js'

/** Columns of the terminal that one of a table takes at most. */
const WIDEST = 40
const NARROWEST = 2

/** @param lit cells that are asked for */
export function describePage(page: PlacedPage, lit: ReadonlySet<RawCell> = new Set()): string {
  const lines = [`page ${page.page}, ${page.width.toFixed(0)} x ${page.height.toFixed(0)} pt`]
  lines.push(...page.outside.map((line) => `  text  ${line.text}`))
  page.grids.forEach((placed, i) => {
    const { xs, ys } = placed.grid
    lines.push(
      `  table ${i + 1}: ${ys.length - 1} rows, ${xs.length - 1} columns`,
      ...describeGrid(placed, lit),
    )
  })
  return lines.join('\n')
}

function describeGrid({ cells, grid }: PlacedGrid, lit: ReadonlySet<RawCell>): string[] {
  const shown = (cell: RawCell) => textOf(cell, lit.has(cell))
  const widths = grid.xs.slice(1).map((_, col) => {
    const own = cells.filter((cell) => cell.col === col && cell.colSpan === 1)
    const widest = Math.max(NARROWEST, ...own.map((cell) => columnsOf(shown(cell))))
    return Math.min(WIDEST, widest)
  })
  return grid.ys.slice(1).map((_, row) => {
    const parts = cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .toSorted((a, b) => a.col - b.col)
      .map((cell) => {
        const spanned = widths.slice(cell.col, cell.col + cell.colSpan)
        const room = spanned.reduce((sum, width) => sum + width + 3, -3)
        return padded(cut(cell.row === row ? shown(cell) : '', room), room)
      })
    return `    | ${parts.join(' | ')} |`
  })
}

/** A cell over several rows says how many; the one that is asked for is marked. */
function textOf(cell: RawCell, isLit: boolean): string {
  const text = cell.rowSpan > 1 ? `${cell.text}↓${cell.rowSpan}` : cell.text
  return isLit ? `>>${text}<<` : text
}
