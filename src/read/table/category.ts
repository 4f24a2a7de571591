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
  const isRuledElsewhere = last.cells.some((cell) => cell && !cell.isOpen)
  for (const i of first.cells.keys()) {
    const [upper, lower] = [last.cells[i], first.cells[i]]
    if (!upper || !lower || (isBlank(upper) && isBlank(lower))) continue
    const isCut = upper.isOpen && isRuledElsewhere
    if (!isCut && !areHalves(upper, lower, columnOf(before, i), columnOf(after, i))) continue
    if (fold(upper.text) === fold(lower.text)) continue
    const text = upper.text + lower.text
    fill(before, i, upper, text)
    fill(after, i, lower, text)
  }
}

/** The cell of each row. */
function columnOf(rows: RawRow[], i: number): (RawCell | null)[] {
  return rows.map(({ cells }) => cells[i] ?? null)
}

/** In a column of categories so many of the rows share their cell with others, and so many cells say something. */
const SHARED = 0.5
const LABELLED = 0.8

function areHalves(
  upper: RawCell,
  lower: RawCell,
  before: (RawCell | null)[],
  after: (RawCell | null)[],
): boolean {
  const column = [...before, ...after]
  // The next break may cut the last one of the page: it says nothing of the column.
  const halves = [upper, lower, after.at(-1) ?? null]
  const others = [...new Set(column)].filter((cell) => !halves.includes(cell))
  const labels = others.filter(isFilled)
  const shared = column.filter((cell) => cell !== null && cell.rowSpan > 1)
  if (shared.length < SHARED * column.length || labels.length < LABELLED * others.length)
    return false
  return (
    isBlank(upper) || isBlank(lower) || (isCoded(upper) && !isCoded(lower) && labels.every(isCoded))
  )
}

const isCoded = ({ text }: RawCell) => /^\d/.test(fold(text))

/** Puts the whole label into each row that the half of the cell spans. */
function fill(rows: RawRow[], i: number, half: RawCell, text: string): void {
  const whole = { ...half, text, runs: Math.max(1, half.runs) }
  for (const row of rows) if (row.cells[i] === half) row.cells[i] = whole
}
