/** Blocks of all pages -> tables: heads that repeat are dropped, rows that a page break split are rejoined. */
import type { RawCell, RawRow, RawTable, TextLine } from '../../../schemas/stages.js'
import { AMOUNT, fold, ORDINAL, SURE_AMOUNT } from '../../../schemas/text.js'
import { type Heading, looksLikeTitle, parseHeading } from './heading.js'
import { levelCentred } from './indent.js'
import { type Block, toBlocks } from './layout.js'
import type { PlacedPage } from './place.js'

interface Piece extends Block {
  heading: Heading
  /** No other table's title, and no prose, stands between it and the block before. */
  adjoins: boolean
  /** The page before, where the title stands at its foot. */
  titlePage: number | null
}

export interface Stitched {
  tables: RawTable[]
  /** Lines outside every lattice. */
  prose: TextLine[]
}

export function stitchTables(pages: PlacedPage[]): Stitched {
  const tables: RawTable[] = []
  let carried: TextLine[] = []
  let previous: Piece | null = null
  for (const page of pages) {
    const { pieces, foot } = piecesOf(page, carried)
    for (const piece of pieces) {
      const open: RawTable | undefined = tables.at(-1)
      if (open && previous && continues(open, previous, piece)) extend(open, piece)
      else tables.push(openTable(piece))
      previous = piece
    }
    carried = pieces.length > 0 ? titleAtFoot(foot) : []
    const last = tables.at(-1)
    if (pieces.length === 0 && last) notesOverleaf(last, foot, page.page)
  }
  for (const table of tables) levelCentred(table)
  return { tables, prose: pages.flatMap((page) => page.outside) }
}

/** The blocks of a page with the lines above each as its heading; what stands below the last is the foot. */
function piecesOf(page: PlacedPage, carried: TextLine[]): { pieces: Piece[]; foot: TextLine[] } {
  const blocks = page.grids
    .flatMap((placed) => toBlocks(placed, looksLikeTitle))
    .filter((block) => block.rows.length > 0 || block.header.length > 0)
  let last: Block | null = null
  const pieces = blocks.map((block): Piece => {
    const from = last ? last.bottom - 2 : 0
    const between = page.outside.filter(
      (line) => middle(line) > from && middle(line) < block.top + 1,
    )
    const lines = [...between.filter((line) => !isRunningHead(line, page)), ...block.inner]
    const above = last ? takeNotes(lines, last) : lines
    const head = headingOf(above, last ? [] : carried)
    last = block
    return { ...block, ...head, adjoins: !above.some(isProse) }
  })
  const bottom = last ? (last as Block).bottom : 0
  const below = linesBelow(page, bottom)
  const foot = pieces.length > 0 ? takeNotes(below, pieces[pieces.length - 1]) : below
  for (const line of page.outside.filter(isBareAmount))
    nearestPiece(pieces, line)?.leftover.push(line)
  return { pieces, foot }
}

function linesBelow(page: PlacedPage, bottom: number): TextLine[] {
  const below: TextLine[] = []
  for (const line of page.outside)
    if (middle(line) > bottom - 2 && !isRunningHead(line, page)) below.push(line)
  return below
}

/** The heading that stands above a block; failing that, the one at the foot of the page before. */
function headingOf(
  above: TextLine[],
  carried: TextLine[],
): { heading: Heading; titlePage: number | null } {
  const heading = parseHeading(above)
  if (heading.title !== '' || carried.length === 0) return { heading, titlePage: null }
  return { heading: parseHeading([...carried, ...above]), titlePage: carried[0].page }
}

/** A note can stand alone on the page after its table: 深圳/审计局. */
function notesOverleaf(table: RawTable, lines: TextLine[], page: number): void {
  const alone = lines.length > 0 && lines.length < 5 && NOTE.test(fold(lines[0].text))
  if (!alone || table.pages[table.pages.length - 1] !== page - 1) return
  table.notes.push(lines.map((line) => line.text.trim()).join(''))
  table.pages.push(page)
}

/** Amounts alone on a line beside or below a lattice: of a table, and in no cell of it. */
function isBareAmount(line: TextLine): boolean {
  const parts = line.text.split(/\s+/).map(fold)
  return parts.every((part) => AMOUNT.test(part)) && parts.some((part) => SURE_AMOUNT.test(part))
}

function nearestPiece(pieces: Piece[], line: TextLine): Piece | undefined {
  const distance = (piece: Piece) =>
    Math.max(piece.top - middle(line), middle(line) - piece.bottom, 0)
  return pieces.toSorted((a, b) => distance(a) - distance(b))[0]
}

function middle(line: TextLine): number {
  return (line.box[1] + line.box[3]) / 2
}

/** Page numbers and lines in the outermost margin that say nothing about a table. */
function isRunningHead(line: TextLine, page: PlacedPage): boolean {
  if (/^[-—–\s\d第页共/]+$/.test(line.text)) return true
  const margin = line.box[3] < 0.04 * page.height || line.box[1] > 0.97 * page.height
  return margin && !looksLikeTitle(line.text)
}

const NOTE =
  /^(?:备?注\d?|说明)[:：.]|^\(?(?:本单位|本部门|我单位|我部门)?(?:\d{4}年)?(?:度)?(?:没有|无).{0,40}[)）。]?$/

/** Notes below a block go to it, with the lines that they wrap into; what is left may head the next one. */
function takeNotes(lines: TextLine[], block: Block): TextLine[] {
  let last: TextLine | null = null
  return lines.filter((line) => {
    const opens = NOTE.test(fold(line.text))
    if (!opens && !(last && wrapsOn(last, line))) {
      last = null
      return true
    }
    const text = line.text.trim()
    if (opens) block.notes.push(text)
    else block.notes[block.notes.length - 1] += text
    last = line
    return false
  })
}

/** A wrapped line follows close below, and begins no list, part, title or heading of its own. */
function wrapsOn(last: TextLine, line: TextLine): boolean {
  const folded = fold(line.text)
  const close = line.box[1] - last.box[3] < 0.9 * line.size && line.size < 1.2 * last.size
  if (!close || folded.length < 6 || ORDINAL.test(folded) || /^第.部分/.test(folded)) return false
  const { ownerLine, unitLine } = parseHeading([line])
  return !looksLikeTitle(line.text) && ownerLine === null && unitLine === null
}

/** The title of the next page's table can stand at the foot of a page. */
function titleAtFoot(foot: TextLine[]): TextLine[] {
  const at = foot.findIndex((line) => looksLikeTitle(line.text))
  return at < 0 ? [] : foot.slice(at)
}

function isProse(line: TextLine): boolean {
  return /[。；]/.test(line.text) && fold(line.text).length > 15
}

function sameTitle(a: string, b: string): boolean {
  const bare = (title: string) => fold(title).replace(/\(续.{0,3}\)|续表?$/g, '')
  return bare(a) === bare(b)
}

function continues(table: RawTable, previous: Piece, piece: Piece): boolean {
  const lastPage = table.pages[table.pages.length - 1]
  if (piece.page !== lastPage + 1) return false
  const { heading } = piece
  if (heading.title !== '') {
    if (!sameTitle(heading.title, table.title) || /绩效|自评/.test(table.title)) return false
    if (heading.ownerLine && table.ownerLine && fold(heading.ownerLine) !== fold(table.ownerLine))
      return false
    return piece.header.length === 0 || sameHeader(table, piece)
  }
  if (!piece.adjoins) return false
  if (piece.header.length > 0) return sameHeader(table, piece)
  return previous.columns.length > 0 && fits(table, piece)
}

function sameHeader(table: RawTable, piece: Piece): boolean {
  const a = pathsOf(table.columns)
  const b = pathsOf(piece.columns)
  let shared = 0
  for (const path of b) if (a.has(path)) shared += 1
  return shared >= 0.8 * Math.max(a.size, b.size)
}

function pathsOf(columns: { path: string[] }[]): Set<string> {
  const paths = new Set<string>()
  for (const { path } of columns) paths.add(fold(path.join('/')))
  return paths
}

/** Without a header the columns must be the same ones: each lies under one of the table's. */
function fits(table: RawTable, piece: Piece): boolean {
  if (piece.columns.length === table.columns.length) return true
  const used = piece.columns.map((column) => columnUnder(table, column.x0))
  const span = table.columns[table.columns.length - 1].x1 - table.columns[0].x0
  const reach = piece.columns[piece.columns.length - 1].x1 - piece.columns[0].x0
  return new Set(used).size === piece.columns.length && Math.abs(span - reach) < 0.1 * span
}

/** The column that begins nearest: pages of one table can be shifted by a few points. */
function columnUnder(table: RawTable, x0: number): number {
  const begins = table.columns.map((column) => Math.abs(column.x0 - x0))
  return begins.indexOf(Math.min(...begins))
}

function openTable(piece: Piece): RawTable {
  const { heading, columns, rows, notes, leftover, titlePage } = piece
  return {
    ...heading,
    pages: titlePage === null ? [piece.page] : [titlePage, piece.page],
    columns,
    rows: [...rows],
    notes: [...notes],
    leftover: [...leftover],
    boxes: [boxOf(piece)],
  }
}

function boxOf(piece: Piece): RawTable['boxes'][number] {
  return { page: piece.page, box: [piece.left, piece.top, piece.right, piece.bottom] }
}

function extend(table: RawTable, piece: Piece): void {
  const same = piece.columns.length === table.columns.length
  const rows = same ? piece.rows : piece.rows.map((row) => realign(table, piece, row))
  const [first, ...rest] = rows
  const last = table.rows.at(-1)
  if (first && last && isTail(last, first)) mergeTail(last, first)
  else if (first) table.rows.push(first)
  table.rows.push(...rest)
  table.pages.push(piece.page)
  table.boxes.push(boxOf(piece))
  table.notes.push(...piece.notes)
  table.leftover.push(...piece.leftover)
  table.ownerLine ??= piece.heading.ownerLine
  table.unitLine ??= piece.heading.unitLine
}

function realign(table: RawTable, piece: Piece, row: RawRow): RawRow {
  const cells = table.columns.map((): RawCell | null => null)
  row.cells.forEach((cell, i) => {
    const { x0 } = piece.columns[i]
    if (cell) cells[columnUnder(table, x0)] = cell
  })
  return { ...row, cells }
}

const FRAGMENT = /^\.\d+$|^,\d{3}/

/**
 * Whether a page's first row is the rest of the row before the break: it has no
 * code and no amount of its own, and its words go on in cells that were filled.
 * 江苏省人大2017 breaks "八、社会保障和就" / "业支出" so.
 */
function isTail(last: RawRow, first: RawRow): boolean {
  const parts = first.cells.map((cell, i) => ({
    text: fold(cell?.text ?? ''),
    before: fold(last.cells[i]?.text ?? ''),
  }))
  const filled = parts.filter((part) => part.text !== '')
  if (filled.length === 0 || filled.some((part) => part.before === '')) return false
  if (filled.some((part) => FRAGMENT.test(part.text))) return true
  if (
    filled.some(
      (part) => AMOUNT.test(part.text) || ORDINAL.test(part.text) || /^\d/.test(part.text),
    )
  )
    return false
  if (!last.cells.some((cell) => SURE_AMOUNT.test(fold(cell?.text ?? '')))) return false
  return filled.every((part) => isUnfinished(part.before) && !isUnfinished(part.text))
}

/** Names of accounts end in one of a few words; one that does not was cut. */
function isUnfinished(name: string): boolean {
  return !/(?:支出|收入|经费|费用?|事务|补助|合计|总计|小计|资金|拨款|结余\)?|结转|补贴|预算|\)|奖金|工资|公积金|运行|管理|活动|服务|机构|金|款|税|保险|缴费|项目)$/.test(
    name,
  )
}

function mergeTail(last: RawRow, first: RawRow): void {
  first.cells.forEach((cell, i) => {
    const before = last.cells[i]
    if (cell && before && cell.text !== '')
      last.cells[i] = { ...before, text: before.text + cell.text, runs: before.runs + cell.runs }
  })
}
