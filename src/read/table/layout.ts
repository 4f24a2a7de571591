/** A placed grid -> its heading rows, header rows and body rows, over the columns that the body uses. */
import type { HeaderColumn, RawCell, RawRow, TextLine } from '../../../schemas/stages.js'
import { fold, SURE_AMOUNT } from '../../../schemas/text.js'
import { headerLength, type Line } from './header.js'
import { isIndexRow } from './header-words.js'
import type { PlacedGrid } from './place.js'

export interface Block {
  page: number
  /** Position of the first row, for the text above it. */
  top: number
  bottom: number
  left: number
  right: number
  /** Texts of full-width rows above the header: title, owner and unit lines inside the grid. */
  inner: TextLine[]
  header: RawCell[][]
  columns: HeaderColumn[]
  rows: RawRow[]
  /** All of its rows of the lattice, head and body. */
  lines: Line[]
  notes: string[]
  leftover: TextLine[]
}

/** Distinct cells of each elementary row, left to right; a cell stands in each row that it spans. */
function linesOf(placed: PlacedGrid): Line[] {
  return placed.at.map(distinctCells)
}

const distinctCells = (row: RawCell[]): Line => [...new Set(row)]

/** Several tables can share one lattice: a full-width title row inside the body starts the next. */
export function toBlocks(placed: PlacedGrid, looksLikeTitle: (text: string) => boolean): Block[] {
  const lines = linesOf(placed)
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
  const { ys, page } = placed.grid
  let at = start
  const inner: TextLine[] = []
  while (at < end && isHeadingRow(lines[at])) inner.push(...cellLines(lines[at++]))
  const headerEnd = at + headerLength(lines.slice(at, end))
  const header = lines.slice(at, headerEnd)
  const [left, , right] = placed.grid.box
  const block: Block = {
    page,
    top: ys[start],
    bottom: ys[end],
    left,
    right,
    inner,
    header,
    columns: [],
    rows: [],
    lines: lines.slice(start, end),
    notes: [],
    leftover: [],
  }
  fillBody(block, lines.slice(headerEnd, end))
  return block
}

function cellLines(line: Line): TextLine[] {
  return line
    .filter((cell) => cell.text !== '')
    .map((cell) => ({ text: cell.text, page: cell.page, box: cell.box, size: 0 }))
}

/** A row of the grid that holds a title, an owner or a unit rather than headers: few cells, one of them wide. */
function isHeadingRow(line: Line): boolean {
  const filled = line.filter((cell) => cell.text !== '')
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

function fillBody(block: Block, lines: Line[]): void {
  const headings = new Set(block.header.filter((line) => line.length > 1).map(textOf))
  const body: Line[] = []
  for (const line of lines) {
    if (!isIndexRow(line) && !headings.has(textOf(line))) body.push(line)
  }
  const edges = columnEdges(body, block.header)
  for (let i = 1; i < edges.length; i++) {
    const [x0, x1] = [edges[i - 1], edges[i]]
    block.columns.push({ path: headerPath(block.header, x0, x1), x0, x1 })
  }
  for (const line of body) addRow(block, line)
}

function textOf(line: Line): string {
  let text = ''
  for (const cell of line) text += `${fold(cell.text)}|`
  return text
}

/** Narrower than this many points is no column of its own. */
const SLIVER = 4

/** Column edges: where cells of the body begin, unless only a stray row does, and where the header has a leaf. */
function columnEdges(body: Line[], header: Line[]): number[] {
  const count = new Map<number, number>()
  const source = body.filter((line) => line.length > 1)
  const lines = source.length > 0 ? source : header.slice(-1)
  for (const line of lines) for (const cell of line) tally(count, cell.box[0])
  const enough = Math.max(1, 0.15 * lines.length)
  const supported = [...count].filter(([, n]) => n >= enough).map(([x]) => x)
  const leaves = header.flat().filter(isLeaf).map(leftOf)
  const edges = distinct([...supported, ...leaves])
  let right = 0
  for (const line of [...lines, ...header])
    for (const cell of line) right = Math.max(right, cell.box[2])
  return [...distinct([...edges, ...neededEdges(edges, [...count.keys()], lines)]), right]
}

function isLeaf({ colSpan, text, box }: RawCell): boolean {
  return colSpan === 1 && text !== '' && box[2] - box[0] > SLIVER
}

const leftOf = (cell: RawCell) => cell.box[0]

function tally(count: Map<number, number>, x: number): void {
  let key = x
  for (const known of count.keys()) {
    if (Math.abs(known - x) >= 1) continue
    key = known
    break
  }
  count.set(key, (count.get(key) ?? 0) + 1)
}

function distinct(positions: number[]): number[] {
  const sorted = positions.toSorted(ascending)
  const apart: number[] = []
  for (const [i, x] of sorted.entries()) if (i === 0 || x - sorted[i - 1] > 1) apart.push(x)
  return apart
}

const ascending = (a: number, b: number) => a - b

/** Stray edges count after all where a row would lose a cell without them. */
function neededEdges(edges: number[], all: number[], lines: Line[]): number[] {
  const columnAt = (x: number) => edges.findLastIndex((edge) => edge <= x + 1)
  const stray = all.filter((x) => !edges.some((edge) => Math.abs(edge - x) <= 1))
  return stray.filter((x) =>
    lines.some((line) => {
      const here = line.find((cell) => Math.abs(cell.box[0] - x) < 1)
      if (!here || here.text === '') return false
      const same = line.filter((cell) => columnAt(cell.box[0]) === columnAt(x))
      return same.some((cell) => cell !== here && cell.text !== '')
    }),
  )
}

/** The header cells over a column, from the top down, each once. */
function headerPath(header: Line[], x0: number, x1: number): string[] {
  const middle = (x0 + x1) / 2
  const path: RawCell[] = []
  for (const line of header) {
    for (const cell of line) {
      if (middle < cell.box[0] || middle >= cell.box[2]) continue
      if (cell.text !== '' && !path.includes(cell)) path.push(cell)
      break
    }
  }
  return path.map((cell) => cell.text.replaceAll(' ', ''))
}

function addRow(block: Block, line: Line): void {
  const filled = line.filter(isFilled)
  if (filled.length === 0) return
  if (filled.length === 1 && isNote(filled[0])) {
    block.notes.push(filled[0].text)
    return
  }
  const cells = block.columns.map((): RawCell | null => null)
  for (const cell of line) {
    const i = freeColumn(block.columns, cells, cell)
    if (i >= 0) cells[i] = cell
    else if (cell.text !== '') {
      block.leftover.push({ text: cell.text, page: cell.page, box: cell.box, size: 0 })
    }
  }
  block.rows.push({ cells, page: block.page })
}

function isFilled(cell: RawCell): boolean {
  return cell.text !== ''
}

function isNote(cell: RawCell): boolean {
  return (
    /^(?:备?注|说明)[:：\d]/.test(fold(cell.text)) ||
    /(?:无此项|没有|无数字|未安排|无该项|为空)/.test(cell.text)
  )
}

/** The column that a cell begins in; where another cell has it already, the next that it reaches into. */
function freeColumn(columns: HeaderColumn[], cells: (RawCell | null)[], cell: RawCell): number {
  const x = cell.box[0] + Math.min(4, (cell.box[2] - cell.box[0]) / 2)
  const begins = columns.findIndex((column) => x < column.x1)
  const first = begins < 0 ? columns.length - 1 : begins
  for (let i = first; i < columns.length && (i === first || columns[i].x0 < cell.box[2] - 1); i++) {
    if (cells[i] === null || cells[i]?.text === '') return i
  }
  return -1
}
