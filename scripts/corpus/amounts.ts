import type { BudgetDocument } from '../../schemas/document.js'
import { fold } from '../../schemas/text.js'
import { findGrids } from '../../src/read/grid/lattice.js'
import { readPdf } from '../../src/read/pdf/read.js'
import { isForm, type ListedTable } from './tables.js'
import type { Tally } from './tally.js'

const AMOUNT = /^-?(?:\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/

/**
 * The amounts that the pages of listed tables print inside a lattice, as runs of
 * glyphs that are one each, and how many of them the output has as a cell on that
 * page. Reads the page again, so that what a later stage loses cannot hide.
 */
export async function amountsOnPages(
  file: string,
  bytes: Uint8Array,
  listed: ListedTable[],
  document: BudgetDocument,
  tally: Tally,
): Promise<string[]> {
  const pages = new Set(
    listed.filter(({ kind }) => !isForm(kind)).flatMap(({ first, last }) => range(first, last)),
  )
  if (pages.size === 0) return []
  const read = cellsByPage(document)
  const notes: string[] = []
  for (const page of (await readPdf(bytes)).pages.filter(({ number }) => pages.has(number))) {
    const grids = findGrids(page).map((grid) => grid.box)
    const inside = page.runs.filter(({ box }) =>
      grids.some(
        (grid) =>
          box[0] >= grid[0] - 2 &&
          box[0] <= grid[2] &&
          box[1] >= grid[1] - 4 &&
          box[3] <= grid[3] + 4,
      ),
    )
    const there = read.get(page.number) ?? new Map<string, number>()
    for (const text of inside.map((run) => fold(run.text)).filter((text) => AMOUNT.test(text))) {
      tally.amounts += 1
      const left = there.get(text) ?? 0
      there.set(text, left - 1)
      if (left > 0) tally.amountsInCells += 1
      else if (inParts(text, [...there.keys()])) tally.amountsInParts += 1
      else notes.push(`AMOUNT ${file} p${page.number} ${text}`)
    }
  }
  for (const table of document.tables) tally.amountsLeft += table.leftover.length
  return notes
}

/** Each page's cells of the output that hold one text: how often. */
function cellsByPage(document: BudgetDocument): Map<number, Map<string, number>> {
  const pages = new Map<number, Map<string, number>>()
  for (const row of document.tables.flatMap((table) => table.rows)) {
    for (const cell of Object.values(row.cells)) {
      const texts = pages.get(cell.page) ?? new Map<string, number>()
      pages.set(cell.page, texts)
      const text = fold(cell.text)
      if (text !== '') texts.set(text, (texts.get(text) ?? 0) + 1)
    }
  }
  return pages
}

/** An amount that wraps is part of a cell's text; one painted on into the next cell is two cells' text. */
function inParts(text: string, cells: string[]): boolean {
  return cells.some(
    (cell) =>
      cell.includes(text) ||
      (text.startsWith(cell) && /^\d{3}(?:\d{2})*$/.test(text.slice(cell.length))),
  )
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
