/**
 * A cell that spans rows can be cut by a page break. Which half bears its label is chance: spreadsheet
 * programs print it where the middle of the whole cell is, browsers on both. It is one cell.
 */
import type { RawCell, RawRow } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isBlank, isFilled } from './blank.js'

/** Joins the cells on both sides of a page break that are halves of one. */
export function joinCategories(before: RawRow[], after: RawRow[]): void {
  const [last, first] = [before.at(-1), after[0]]
  if (!last || !first) return
  const rows = [...before, ...after]
  for (const i of first.cells.keys()) {
    const [upper, lower] = [last.cells[i], first.cells[i]]
    const column = rows.map(({ cells }) => cells[i] ?? null)
    if (!upper || !lower || !areHalves(upper, lower, column)) continue
    const text = upper.text + lower.text
    fill(before, i, upper, text)
    fill(after, i, lower, text)
  }
}

/** In a column of categories so many of the rows share their cell with others, and so many cells say something. */
const SHARED = 0.5
const LABELLED = 0.8

/** @param column the cell of each row */
function areHalves(upper: RawCell, lower: RawCell, column: (RawCell | null)[]): boolean {
  const cells = [...new Set(column)].filter((cell) => cell !== upper && cell !== lower)
  const labels = cells.filter(isFilled)
  const shared = column.filter((cell) => cell !== null && cell.rowSpan > 1)
  if (shared.length < SHARED * column.length || labels.length < LABELLED * cells.length)
    return false
  if (isBlank(upper) || isBlank(lower)) return isFilled(upper) || isFilled(lower)
  return isCoded(upper) && !isCoded(lower) && labels.every(isCoded)
}

const isCoded = ({ text }: RawCell) => /^\d/.test(fold(text))

/** Puts the whole label into each row that the half of the cell spans. */
function fill(rows: RawRow[], i: number, half: RawCell, text: string): void {
  const whole = { ...half, text, runs: Math.max(1, half.runs) }
  for (const row of rows) if (row.cells[i] === half) row.cells[i] = whole
}
