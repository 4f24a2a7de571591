/**
 * A cell that spans rows can be cut by a page break. Which half bears its label is chance: spreadsheet
 * programs print it where the middle of the whole cell is, browsers on both. It is one cell.
 */
import type { RawCell, RawRow } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { SUBTOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { isBlank, isFilled } from './blank.js'

/** So many rows before a break say how the table is built. */
const RECENT = 60

/** Joins the cells on both sides of a page break that are halves of one. */
export function joinCategories(before: RawRow[], after: RawRow[]): void {
  const [last, first, recent] = [before.at(-1), after[0], before.slice(-RECENT)]
  if (!last || !first || opensCategory(first, recent)) return
  const isRuledElsewhere = last.cells.some((cell) => cell && !cell.isOpen)
  for (const i of first.cells.keys()) {
    const [upper, lower] = [last.cells[i], first.cells[i]]
    if (!upper || !lower || fold(upper.text) === fold(lower.text)) {
      // Nothing is said of the middle of a cell that is higher than a page: the label may still come.
      if (upper && lower && isBlank(upper) && isBlank(lower)) replace(after, i, lower, upper)
      continue
    }
    const isCut = upper.isOpen && isRuledElsewhere
    if (!areHalves(upper, lower, isCut, columnOf(recent, i), columnOf(after, i))) continue
    const text = upper.text + lower.text
    replace(before, i, upper, { ...upper, text })
    replace(after, i, lower, { ...lower, text })
  }
}

/** Whether a page's first row is the 小计 that each category begins with: what is above it has ended. */
function opensCategory(first: RawRow, before: RawRow[]): boolean {
  const isSubtotal = ({ cells }: RawRow) =>
    cells.some((cell) => cell && SUBTOTAL_WORDS.test(fold(cell.text)))
  const begins = (row: RawRow, i: number) =>
    row.cells.some((cell, k) => cell && cell.rowSpan > 1 && cell !== before[i - 1]?.cells[k])
  return isSubtotal(first) && before.some((row, i) => isSubtotal(row) && begins(row, i))
}

/** The cell of each row. */
function columnOf(rows: RawRow[], i: number): (RawCell | null)[] {
  return rows.map(({ cells }) => cells[i] ?? null)
}

/** In a column of categories so many of the rows share their cell with others, and so many cells say something. */
const SHARED = 0.5
const LABELLED = 0.8

/** @param isCut whether the rule is missing at the break, where other cells have one */
function areHalves(
  upper: RawCell,
  lower: RawCell,
  isCut: boolean,
  before: (RawCell | null)[],
  after: (RawCell | null)[],
): boolean {
  const column = [...before, ...after]
  // The next break may cut the last one of the page: it says nothing of the column.
  const halves = [upper, lower, after.at(-1) ?? null]
  const others = [...new Set(column)].filter((cell) => !halves.includes(cell))
  const labels = others.filter(isFilled).filter(({ colSpan }) => colSpan === 1)
  const shared = column.filter((cell) => cell !== null && cell.rowSpan > 1)
  const isCategories =
    shared.length >= SHARED * column.length &&
    others.filter(isFilled).length >= LABELLED * others.length
  if (!isCut && !isCategories) return false
  return (
    isBlank(upper) || isBlank(lower) || (isCoded(upper) && !isCoded(lower) && labels.every(isCoded))
  )
}

const isCoded = ({ text }: RawCell) => /^\d/.test(fold(text))

/** Puts a cell into all rows that another spans. */
function replace(rows: RawRow[], i: number, cell: RawCell, other: RawCell): void {
  for (const row of rows) if (row.cells[i] === cell) row.cells[i] = other
}
