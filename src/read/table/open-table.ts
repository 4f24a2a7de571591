/** A table that is being read: page by page it takes more rows, the rest of its head, or more columns. */

import type { Box } from '../../../schemas/document.js'
import type { HeaderColumn, RawCell, RawRow, RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { isFilled } from './blank.js'
import { joinCategories } from './category.js'
import { headerPath } from './columns.js'
import { headerLength } from './header.js'
import { isKeyWord } from './header-words.js'
import { levelCentred } from './indent.js'
import { type LaidOut, layOut } from './layout.js'
import { type Piece, saysSomething } from './piece.js'
import { columnUnder, distance, fits, isSameHead, repeatedLines } from './repeats.js'
import { isRest, mergeRest } from './split-row.js'
import {
  type Band,
  cutWords,
  furtherColumns,
  layBeside,
  linesAs,
  reworded,
  type Strip,
} from './strips.js'

export class OpenTable {
  readonly #table: RawTable
  readonly #strips: Strip[]
  readonly #bands: Band[]
  #last: Piece
  #lastSheet: number

  constructor(piece: Piece) {
    const { heading, columns, header, rows, rowOf, isBody, titlePage } = piece
    this.#table = {
      ...heading,
      basis: piece.basis,
      pages: [...new Set([titlePage ?? piece.page, piece.page])],
      columns,
      rows: [...rows],
      lines: [...piece.whole],
      notes: [...piece.notes],
      leftover: [...piece.leftover],
      boxes: [boxOf(piece)],
    }
    this.#strips = [{ header, columns, kept: [...columns.keys()], first: 0, bands: 1 }]
    this.#bands = [{ piece, rowOf, isBody }]
    this.#last = piece
    this.#lastSheet = piece.sheet
  }

  /** Where the last page that it stands on is in the order of reading. */
  get lastSheet(): number {
    return this.#lastSheet
  }

  /** A note can stand alone on the page after its table: 深圳/审计局. */
  addNote(text: string, page: number): void {
    this.#table.notes.push(text)
    this.#table.pages.push(page)
    this.#lastSheet += 1
  }

  /** @returns whether the piece was more of this table; one that is not is left as it is */
  take(piece: Piece): boolean {
    if (!this.#mayFollow(piece)) return false
    const taken = this.#takeHead(piece) || this.#takeRows(piece) || this.#takeColumns(piece)
    if (taken) this.#close(piece)
    return taken
  }

  finish(): RawTable {
    const table = this.#table
    table.columns = this.#strips.flatMap(({ columns, kept }) => kept.map((i) => columns[i]))
    for (const row of table.rows)
      while (row.cells.length < table.columns.length) row.cells.push(null)
    levelCentred(table)
    return table
  }

  #mayFollow(piece: Piece): boolean {
    const { sheet, heading, adjoins } = piece
    const { title, ownerLine } = this.#table
    if (sheet === this.lastSheet) return this.#goesOnBelow(piece)
    if (sheet !== this.lastSheet + 1) return false
    if (this.#isBeside(piece) && piece.columns.length !== this.#strips[0].columns.length)
      return false
    if (heading.title === '') return adjoins
    if (!isSameTitle(heading.title, title) || /绩效|自评/.test(title)) return false
    return !heading.ownerLine || !ownerLine || fold(heading.ownerLine) === fold(ownerLine)
  }

  /** Rows, or all rows, of a table whose lattice is cut on one page: a gap without a word, and the same columns. */
  #goesOnBelow(piece: Piece): boolean {
    const { heading, adjoins, head, lines, columns } = piece
    const { top, bottom, lines: before } = this.#last
    const isSilent = adjoins && Object.values(heading).every((text) => text === '' || text === null)
    const gap = piece.top - bottom
    const height = (bottom - top) / Math.max(1, before.length)
    const isNear = gap > -SAME_EDGE && gap < LATTICE_GAP * height
    return (
      isSilent &&
      isNear &&
      head === 0 &&
      lines.length > 0 &&
      areEdgesOf(this.#strips[0].columns, columns)
    )
  }

  /** On the second of two pages of one sheet: where its columns stand says nothing. */
  #isBeside({ page, sheet }: Piece): boolean {
    return page === this.#last.page && sheet !== this.#last.sheet
  }

  #close(piece: Piece): void {
    const table = this.#table
    if (piece.page !== table.pages.at(-1)) table.pages.push(piece.page)
    table.boxes.push(boxOf(piece))
    table.lines.push(...piece.whole)
    if (piece.basis !== 'ruled') table.basis = piece.basis
    table.ownerLine ??= piece.heading.ownerLine
    table.unitLine ??= piece.heading.unitLine
    this.#last = piece
    this.#lastSheet = piece.sheet
  }

  /** The rest of a head that began at the foot of the page before. */
  #takeHead(piece: Piece): boolean {
    const [strip] = this.#strips
    const isBegun =
      this.#table.rows.length === 0 && this.#last.endsPage && piece.heading.title === ''
    if (!isBegun || repeatedLines(strip.header, piece.lines).lines > 0) return false
    const head = headerLength(piece.lines, true)
    if (head === 0 || !hasEdgesOf(piece, strip)) return false
    const laid = layOut(piece.lines, head, { above: strip.header })
    const { header, columns } = laid
    this.#strips[0] = { header, columns, kept: [...columns.keys()], first: 0, bands: 1 }
    this.#bands[0] = { piece: { ...piece, ...laid }, rowOf: laid.rowOf, isBody: laid.isBody }
    this.#table.rows.push(...laid.rows)
    this.#addRemarks(laid)
    return true
  }

  #takeRows(piece: Piece): boolean {
    for (const strip of this.#strips.toSorted((a, b) => off(a, piece) - off(b, piece))) {
      const laid = asRowsUnder(strip, piece)
      if (!laid) continue
      if (strip.first > 0 ? !this.#addBeside(strip, piece) : !saysSomething(piece)) continue
      if (strip.first === 0) this.#addRows(piece, laid)
      strip.bands += 1
      return true
    }
    return false
  }

  #addRows(piece: Piece, laid: LaidOut): void {
    const [{ columns }] = this.#strips
    const { rows } = this.#table
    const added = new Map(laid.rows.map((row) => [row, realigned(row, laid, columns)]))
    if (!this.#isBeside(piece)) putUndrawn([...added.values()], piece, columns)
    const rowOf = laid.rowOf.map((row) => (row ? (added.get(row) ?? null) : null))
    let more = [...added.values()]
    const last = rows.at(-1)
    if (last && more.length > 0 && isRest(rows, more[0])) {
      mergeRest(last, more[0])
      rowOf[rowOf.indexOf(more[0])] = last
      more = more.slice(1)
    }
    joinCategories(rows, more)
    rows.push(...more)
    this.#bands.push({ piece: { ...piece, ...laid }, rowOf, isBody: laid.isBody })
    this.#addRemarks(laid)
  }

  /** More rows of a further strip, beside the band that has none of it yet. */
  #addBeside(strip: Strip, piece: Piece): boolean {
    const band = this.#bands[strip.bands]
    const lines = band && linesAs(band, piece)
    if (!lines) return false
    this.#putBeside(strip, band, layBeside(band, lines))
    return true
  }

  /** Columns that go on beside the first page of the table. */
  #takeColumns(piece: Piece): boolean {
    const [band] = this.#bands
    const strip = this.#strips[this.#strips.length - 1]
    const lines = piece.heading.title === '' ? linesAs(band, piece) : null
    if (!lines) return false
    const words = cutWords(strip.header, lines.slice(0, band.piece.head))
    const laid = layBeside(band, reworded(lines, words))
    const kept = furtherColumns(laid, this.#strips[0], band)
    if (!kept) return false
    strip.header = reworded(strip.header, words)
    strip.columns = strip.columns.map((column) => ({
      ...column,
      path: headerPath(strip.header, column.x0, column.x1),
    }))
    const { header, columns } = laid
    const first = strip.first + strip.kept.length
    const next = { header, columns, kept, first, bands: 1 }
    this.#strips.push(next)
    this.#putBeside(next, band, laid)
    return true
  }

  /** Puts the cells of a further strip into the rows beside which they stand. */
  #putBeside({ first, kept, columns }: Strip, { rowOf }: Band, laid: LaidOut): void {
    const stray = laid.rowOf.filter((row, i) => row && !rowOf[i])
    for (const cell of stray.flatMap((row) => row?.cells ?? []).filter(isFilled))
      this.#table.leftover.push({ text: cell.text, page: cell.page, box: cell.box, size: 0 })
    for (const [i, row] of rowOf.entries()) {
      const beside = laid.rowOf[i]
      if (!row || !beside) continue
      const { cells } = realigned(beside, laid, columns)
      while (row.cells.length < first) row.cells.push(null)
      for (const [k, at] of kept.entries()) row.cells[first + k] = cells[at]
    }
    this.#addRemarks(laid)
  }

  #addRemarks({ notes, leftover }: LaidOut): void {
    this.#table.notes.push(...notes)
    this.#table.leftover.push(...leftover)
  }
}

function isSameTitle(a: string, b: string): boolean {
  const bare = (title: string) => fold(title).replace(/\(续.{0,3}\)|续表?$/g, '')
  return bare(a) === bare(b)
}

function boxOf(piece: Piece): RawTable['boxes'][number] {
  return { page: piece.page, box: [piece.left, piece.top, piece.right, piece.bottom] }
}

function off(strip: Strip, piece: Piece): number {
  return distance(strip.columns, piece.columns)
}

/** A piece as rows under a strip's head, its own head, if it prints one, taken for that head again; null where it is another. */
function asRowsUnder(strip: Strip, piece: Piece): LaidOut | null {
  const { lines, toTheLast } = repeatedLines(strip.header, piece.lines)
  const isAgain = lines > 0 && (lines >= piece.head || toTheLast || !namesKeys(piece, lines))
  if (piece.head > 0 && !isAgain) return isSameHead(strip.columns, piece.columns) ? piece : null
  const laid = lines === piece.head ? piece : layOut(piece.lines, lines)
  const isSame = piece.head > 0 || lines > 0 || fits(strip.columns, laid.columns)
  return isSame || isRightPart(strip.columns, piece) ? laid : null
}

/** Whether head rows that are not the table's say what identifies rows: those of another table do. */
function namesKeys({ lines, head }: Piece, from: number): boolean {
  return lines.slice(from, head).some((line) => line.some(({ text }) => isKeyWord(text)))
}

/** Edges of one table on two pages are no further apart than this many points. */
const SAME_EDGE = 3

/** A lattice goes on below a gap that is less than so many of its rows high: an empty line of a text program's. */
const LATTICE_GAP = 2

/** Whether two lattices have the same columns, one by one. */
function areEdgesOf(columns: HeaderColumn[], others: HeaderColumn[]): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_EDGE
  return (
    columns.length === others.length &&
    columns.every(({ x0, x1 }, i) => near(x0, others[i].x0) && near(x1, others[i].x1))
  )
}

/**
 * Whether a page has all columns but the first: a spreadsheet program draws nothing of a category cell
 * that begins on a page before, ends on one after and has its label on neither.
 */
function isRightPart(columns: HeaderColumn[], piece: Piece): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_EDGE
  const edges = [...columns.map(({ x0 }) => x0), columns.at(-1)?.x1 ?? 0]
  const own = [...piece.columns.map(({ x0 }) => x0), piece.right]
  return (
    own.length > 2 &&
    near(piece.right, edges[edges.length - 1]) &&
    own.every((x) => edges.some((edge) => near(edge, x)))
  )
}

/** Puts a cell for the whole page into the columns of which it draws no rule: a label can stand there all the same. */
function putUndrawn(rows: RawRow[], piece: Piece, columns: HeaderColumn[]): void {
  for (const [i, { x0, x1 }] of columns.entries()) {
    if (x1 > piece.left + SAME_EDGE || rows.length === 0) continue
    const box: Box = [x0, piece.top, x1, piece.bottom]
    const label = piece.beside.filter((line) => line.box[0] >= x0 && line.box[2] <= x1)
    const text = label.map((line) => line.text).join('')
    const cell = { ...UNDRAWN, text, rowSpan: piece.lines.length, page: piece.page, box }
    for (const row of rows) row.cells[i] = cell
  }
}

const UNDRAWN = {
  ...{ row: 0, col: 0, colSpan: 1, text: '', indent: 0, centred: false, room: 0 },
  ...{ runs: 0, isOpen: true },
}

/** Whether the columns of a head that has begun go on on the next page. */
function hasEdgesOf(piece: Piece, { columns }: Strip): boolean {
  const edges = piece.lines.flat().flatMap(({ box }) => [box[0], box[2]])
  return columns.every(({ x0, x1 }) =>
    [x0, x1].every((x) => edges.some((edge) => Math.abs(edge - x) <= SAME_EDGE)),
  )
}

/** A row over the columns of the table, where its page has others. */
function realigned(row: RawRow, { columns }: LaidOut, over: LaidOut['columns']): RawRow {
  if (columns.length === over.length) return row
  const cells = over.map((): RawCell | null => null)
  for (const [i, cell] of row.cells.entries()) {
    if (cell) cells[columnUnder(over, columns[i].x0)] = cell
  }
  return { ...row, cells }
}
