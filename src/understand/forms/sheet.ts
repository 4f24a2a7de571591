/** Recognized tables -> sheets: the lines of the forms and lists that stand one after another, page part by page part. */
import type { Box } from '../../../schemas/document.js'
import type { RawCell, RecognizedTable, TextLine } from '../../../schemas/stages.js'
import { holdsForm } from './evidence.js'
import type { FormLine, Part } from './part.js'

/** Forms follow one another over pages; another table or a page without any ends the sheet. */
export function toSheets(tables: RecognizedTable[], prose: TextLine[]): FormLine[][] {
  const sheets: FormLine[][] = []
  let before: RecognizedTable | null = null
  for (const [i, table] of tables.entries()) {
    const goesOn: boolean = before !== null && follows(before, table)
    if (!holdsForm(table, goesOn && before ? before.raw : null)) before = null
    else {
      const lines = linesOf(table, i, above(tables, i, prose))
      if (goesOn) sheets[sheets.length - 1].push(...lines)
      else sheets.push(lines)
      before = table
    }
  }
  return sheets
}

function follows({ raw: before }: RecognizedTable, { raw }: RecognizedTable): boolean {
  const page = raw.boxes[0].page
  const last = before.boxes[before.boxes.length - 1].page
  return page === last || page === last + 1
}

/** Lines of text between a table and the one above it on its page. */
function above(tables: RecognizedTable[], i: number, prose: TextLine[]): TextLine[] {
  const { page, box } = tables[i].raw.boxes[0]
  const upper = tables[i - 1]?.raw.boxes.findLast((other) => other.page === page)
  const from = upper ? upper.box[3] - 2 : Number.NEGATIVE_INFINITY
  const within = (line: TextLine) =>
    line.page === page && line.box[3] > from && line.box[1] < box[1] && line.box[3] < box[1] + 4
  return prose.filter(within)
}

function linesOf({ raw }: RecognizedTable, table: number, above: TextLine[]): FormLine[] {
  const { title, ownerLine: owner, unitLine: unit } = raw
  const cells = wholeCells(raw.lines)
  const lines: FormLine[] = []
  let from = 0
  while (from < cells.length) {
    const page = pageOf(cells[from])
    let to = from + 1
    while (to < cells.length && pageOf(cells[to]) === page) to++
    const block = cells.slice(from, to)
    const head = from === 0 ? { title, owner, unit, above } : null
    lines.push(...partOf(block, { table, page, head }))
    from = to
  }
  return lines
}

/**
 * A form's texts are often longer than their cells: what the page cuts off belongs to them. A cell that
 * shows nothing stays empty: a merged cell is painted on each of its pages, and one of them shows it.
 */
function wholeCells(lines: RawCell[][]): RawCell[][] {
  const whole = new Map<RawCell, RawCell>()
  for (const cell of lines.flat())
    if (cell.whole !== undefined && cell.text !== '') whole.set(cell, { ...cell, text: cell.whole })
  if (whole.size === 0) return lines
  return lines.map((line) => line.map((cell) => whole.get(cell) ?? cell))
}

const pageOf = (line: RawCell[]) => line[0].page

function partOf(block: RawCell[][], known: Pick<Part, 'table' | 'page' | 'head'>): FormLine[] {
  const boxes = block.flat().map(({ box }) => box)
  const top = firstRow(block)
  const part: Part = { ...known, ...edgesOf(boxes), top, bottom: top + block.length }
  return block.map((cells, i) => ({ part, row: top + i, cells }))
}

/** The cells of the first line begin in it: nothing of a table stands above its first line. */
function firstRow(block: RawCell[][]): number {
  return Math.max(...block[0].map(({ row }) => row))
}

function edgesOf(boxes: Box[]): { left: number; right: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [x0, , x1] of boxes) {
    left = Math.min(left, x0)
    right = Math.max(right, x1)
  }
  return { left, right }
}
