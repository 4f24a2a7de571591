/** The rows below a header -> rows over its columns, notes, and what no column can take. */
import type { HeaderColumn, RawCell, RawRow, TextLine } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isFilled } from './blank.js'
import { isIndexRow } from './header-words.js'
import type { Line } from './lines.js'

export interface Body {
  rows: RawRow[]
  /** By line of the lattice: its row; null where it says nothing, or is a note or a header again. */
  rowOf: (RawRow | null)[]
  notes: string[]
  leftover: TextLine[]
}

/** By line: rows that number the columns, and headers that are printed again within a lattice, are none of the body's. */
export function bodyLines(lines: Line[], header: Line[]): boolean[] {
  const headings = new Set(header.filter((line) => line.length > 1).map(textOf))
  return lines.map((line) => !isIndexRow(line) && !headings.has(textOf(line)))
}

function textOf(line: Line): string {
  let text = ''
  for (const cell of line) text += `${fold(cell.text)}|`
  return text
}

/** @param lines of the lattice, below the header; null stands for a line that is none of the body's */
export function bodyOf(lines: (Line | null)[], columns: HeaderColumn[]): Body {
  const body: Body = { rows: [], rowOf: [], notes: [], leftover: [] }
  for (const line of lines) {
    const filled = line?.filter(isFilled) ?? []
    if (filled.length === 1 && isNote(filled[0])) body.notes.push(filled[0].text)
    const isRow = filled.length > 1 || (filled.length === 1 && !isNote(filled[0]))
    const row = line && isRow ? rowOf(line, columns, body.leftover) : null
    body.rowOf.push(row)
    if (row) body.rows.push(row)
  }
  return body
}

function rowOf(line: Line, columns: HeaderColumn[], leftover: TextLine[]): RawRow {
  const cells = columns.map((): RawCell | null => null)
  for (const cell of line) {
    const i = freeColumn(columns, cells, cell)
    if (i >= 0) cells[i] = cell
    else if (isFilled(cell))
      leftover.push({ text: cell.text, page: cell.page, box: cell.box, size: 0 })
  }
  return { cells, page: line[0].page }
}

function isNote(cell: RawCell): boolean {
  return (
    /^(?:备?注|说明)[:：\d]/.test(fold(cell.text)) ||
    /(?:无此项|没有|无数字|未安排|无该项|为空)/.test(cell.text)
  )
}

/** A cell belongs to the column in which the place so many points right of its left rule lies. */
const INTO_CELL = 4
/** A cell reaches into a column if it ends more than this many points right of its left edge. */
const INTO_COLUMN = 1

/** The column that a cell begins in; where another cell has it already, the next that it reaches into. */
function freeColumn(columns: HeaderColumn[], cells: (RawCell | null)[], { box }: RawCell): number {
  const x = box[0] + Math.min(INTO_CELL, (box[2] - box[0]) / 2)
  const begins = columns.findIndex((column) => x < column.x1)
  const first = begins < 0 ? columns.length - 1 : begins
  const reaches = (i: number) => i === first || columns[i].x0 < box[2] - INTO_COLUMN
  for (let i = first; i < columns.length && reaches(i); i++) if (!isFilled(cells[i])) return i
  return -1
}
