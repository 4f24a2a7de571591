/** How sheets are printed: upright or across, and over which pages side by side. */
import { letters } from '../xlsx/address.js'
import type { SheetSetup } from '../xlsx/sheet.js'

/** Characters of the base font that a line of A4 holds within the margins, at full size. */
const PORTRAIT = 88
const LANDSCAPE = 147
/** Smaller than this a page is hard to read: 10 points are 6 then. */
const LEAST_SCALE = 0.6
const FULL = LANDSCAPE / LEAST_SCALE
/** Of a page: what each page repeats leaves room for what is not. */
const MOST_NAMES = 0.4

export interface Columns {
  widths: readonly number[]
  /** How many of the first say what a row is called: pages beside the first repeat them. */
  naming?: number
}

/**
 * Behind how many columns each page but the last ends; none where all fit on one. Spreadsheets fit a sheet to a number
 * of pages and take no breaks of ours then (a scale of ours would want their fonts), but do it in one way: as large as
 * it goes, each page filled before the next.
 */
export function pageBreaks(columns: Columns): number[] {
  const { widths } = columns
  if (sum(widths) <= FULL) return []
  const most = filled(columns, FULL).length
  const rooms = widths.flatMap((_, from) => widths.map((_, to) => sum(widths.slice(from, to + 1))))
  const kept = repeated(columns)
  const candidates = [...rooms, ...rooms.map((room) => room + kept)].sort((a, b) => a - b)
  for (const room of candidates) {
    const breaks = filled(columns, room)
    if (room >= kept + Math.max(...widths) && breaks.length <= most) return breaks
  }
  return filled(columns, FULL)
}

/** Where pages of so much room end. */
function filled(columns: Columns, room: number): number[] {
  const breaks: number[] = []
  let taken = 0
  for (const [i, width] of columns.widths.entries()) {
    if (taken > 0 && taken + width > room) {
      breaks.push(i)
      taken = repeated(columns)
    }
    taken += width
  }
  return breaks
}

function repeated({ widths, naming = 0 }: Columns): number {
  const names = sum(widths.slice(0, naming))
  return names < FULL * MOST_NAMES ? names : 0
}

/** @param rows that every page repeats */
export function printed(
  columns: Columns,
  rows: number,
): Omit<SheetSetup, 'name' | 'frozen'> & { breaks: number[] } {
  const { widths, naming = 0 } = columns
  const breaks = pageBreaks(columns)
  const names = breaks.length > 0 && repeated(columns) > 0
  return {
    widths,
    breaks,
    portrait: sum(widths) <= PORTRAIT,
    pagesWide: breaks.length + 1,
    titles: { rows, ...(names && { columns: letters(naming) }) },
  }
}

function sum(widths: readonly number[]): number {
  return widths.reduce((whole, one) => whole + one, 0)
}
