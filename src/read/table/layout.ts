/** A placed grid -> its heading rows, header rows and body rows, over the columns that the body uses. */
import type { Basis } from '../../../schemas/document.js'
import type { HeaderColumn, RawCell, RawRow, TextLine } from '../../../schemas/stages.js'
import { fold, SURE_AMOUNT } from '../../../schemas/text.js'
import { isFilled } from './blank.js'
import { bodyLines, bodyOf } from './body.js'
import { columnsOf } from './columns.js'
import { headerLength, headWords } from './header.js'
import { type Line, linesOf } from './lines.js'
import type { PlacedGrid } from './place.js'

export interface Block {
  page: number
  basis: Basis
  /** Position of the first row, for the text above it. */
  top: number
  bottom: number
  left: number
  right: number
  /** Texts of full-width rows above the header: title, owner and unit lines inside the grid. */
  inner: TextLine[]
  /** All rows of the lattice below those. */
  lines: Line[]
  /** The heights between which the rows stand, those of `inner` included: one more than rows. */
  ys: number[]
  /** All its rows, those of `inner` included. */
  whole: Line[]
  /** How many of the lines are header. */
  head: number
  header: RawCell[][]
  columns: HeaderColumn[]
  rows: RawRow[]
  /** By line below the header: whether it is no head again, and its row, if it is one. */
  isBody: boolean[]
  rowOf: (RawRow | null)[]
  notes: string[]
  leftover: TextLine[]
}

/** Several tables can share one lattice: a full-width title row inside the body starts the next. */
export function toBlocks(placed: PlacedGrid, looksLikeTitle: (text: string) => boolean): Block[] {
  const lines = linesOf(placed.at)
  const starts = [0]
  let seenBody = false
  lines.forEach((line, i) => {
    const only = line.length === 1 ? line[0] : null
    if (only && only.row === i && seenBody && looksLikeTitle(only.text)) {
      starts.push(i)
      seenBody = false
    } else if (!only || !looksLikeTitle(only.text)) seenBody ||= line.length > 1
  })
  return starts.map((start, k) => toBlock(placed, lines, start, starts[k + 1] ?? lines.length))
}

function toBlock(placed: PlacedGrid, lines: Line[], start: number, end: number): Block {
  const { ys, page, box } = placed.grid
  let at = start
  const inner: TextLine[] = []
  while (at < end && isHeadingRow(lines[at])) inner.push(...cellLines(lines[at++]))
  const below = lines.slice(at, end)
  return {
    page,
    basis: placed.grid.basis ?? 'ruled',
    top: ys[start],
    bottom: ys[end],
    left: box[0],
    right: box[2],
    inner,
    lines: below,
    ys: ys.slice(start, end + 1),
    whole: lines.slice(start, end),
    ...layOut(below, headerLength(below)),
  }
}

export type LaidOut = Pick<
  Block,
  'head' | 'header' | 'columns' | 'rows' | 'isBody' | 'rowOf' | 'notes' | 'leftover'
>

interface Known {
  /** Header rows that stand on the page before. */
  above?: Line[]
  /** By line below the head: whether it can be a row. */
  isBody?: boolean[]
}

/** Lines of which the first are header -> columns and rows. */
export function layOut(lines: Line[], head: number, known: Known = {}): LaidOut {
  const words = head < lines.length ? headWords(lines[head]) : []
  const header = [...(known.above ?? []), ...lines.slice(0, head)]
  if (words.length > 0) header.push(words)
  const below = lines.slice(head)
  const isBody = known.isBody ?? bodyLines(below, header)
  // A print title that cuts the head and the row below it leaves out the rule between them.
  const cutOff = below[0]?.filter((cell) => !below[1]?.includes(cell)) ?? []
  const headers = new Set([...words, ...header.flat().filter((cell) => cutOff.includes(cell))])
  const rows = below.map((line, i) =>
    isBody[i] ? line.filter((cell) => !headers.has(cell)) : null,
  )
  const columns = columnsOf(header, rows.filter(isLine))
  return { head, header, columns, isBody, ...bodyOf(rows, columns) }
}

function isLine(line: Line | null): line is Line {
  return line !== null
}

function cellLines(line: Line): TextLine[] {
  return line
    .filter(isFilled)
    .map((cell) => ({ text: cell.text, page: cell.page, box: cell.box, size: 0 }))
}

/** A row of the grid that holds a title, an owner or a unit rather than headers: few cells, one of them wide. */
function isHeadingRow(line: Line): boolean {
  const filled = line.filter(isFilled)
  if (filled.length === 0) return line.length === 1
  if (line.length === 1) return !SURE_AMOUNT.test(fold(filled[0].text))
  if (filled.length > 3) return false
  return filled.some(
    (cell) =>
      /^(?:金额)?单位:(?:人民币)?[千万亿]?元/.test(fold(cell.text)) ||
      /^(?:部门|单位名称|编制单位|编制部门|部门名称|预算单位|填报单位|部门\(单位\)|部门预算单位|公开部门)(?:\([^)]*\))?:/.test(
        fold(cell.text),
      ),
  )
}
