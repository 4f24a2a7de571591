/** How sheets are printed: upright or across, and over how many pages side by side. */
import { letters } from '../xlsx/address.js'
import type { SheetSetup } from '../xlsx/sheet.js'

/** Characters of the base font that a line of A4 holds within the margins, at full size. */
const PORTRAIT = 88
const LANDSCAPE = 147
/** Smaller than this a page is hard to read: 10 points are 6 then. */
const LEAST_SCALE = 0.6

export function pagesWide(widths: readonly number[]): number {
  return Math.max(1, Math.ceil(sum(widths) / (LANDSCAPE / LEAST_SCALE)))
}

/** How many of the first columns stand on the first page. */
export function columnsOfFirstPage(widths: readonly number[]): number {
  const page = sum(widths) / pagesWide(widths)
  let [columns, taken] = [0, 0]
  while (columns < widths.length && taken + widths[columns] <= page) taken += widths[columns++]
  return Math.max(1, columns)
}

/**
 * @param rows that every page repeats
 * @param naming how many columns say what a row is called: pages beside the first repeat them
 */
export function printed(
  widths: readonly number[],
  rows: number,
  naming = 0,
): Omit<SheetSetup, 'name' | 'frozen'> {
  const pages = pagesWide(widths)
  const names = sum(widths.slice(0, naming))
  const repeats = pages > 1 && naming > 0 && names < (LANDSCAPE / LEAST_SCALE) * MOST_NAMES
  return {
    widths,
    portrait: sum(widths) <= PORTRAIT,
    pagesWide: pages,
    titles: { rows, ...(repeats && { columns: letters(naming) }) },
  }
}

/** What is repeated leaves room for what is not. */
const MOST_NAMES = 0.4

function sum(widths: readonly number[]): number {
  return widths.reduce((whole, one) => whole + one, 0)
}
