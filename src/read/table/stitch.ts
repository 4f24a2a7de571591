/** Pages -> tables: the blocks of each page with what stands around them, each more of the table before or a new one. */
import type { RawTable, TextLine } from '../../../schemas/stages.js'
import { AMOUNT, fold, SURE_AMOUNT } from '../../../schemas/text.js'
import { type Heading, looksLikeTitle, parseHeading } from './heading.js'
import { type Block, toBlocks } from './layout.js'
import { isNote, takeNotes } from './notes.js'
import { OpenTable } from './open-table.js'
import { type Piece, saysSomething } from './piece.js'
import type { PlacedPage } from './place.js'

export interface Stitched {
  tables: RawTable[]
  /** Lines outside every lattice. */
  prose: TextLine[]
}

export function stitchTables(pages: PlacedPage[]): Stitched {
  const tables: OpenTable[] = []
  let carried: TextLine[] = []
  for (const [sheet, page] of pages.entries()) {
    const { pieces, foot } = piecesOf(page, sheet, carried)
    for (const piece of pieces) if (!tables.at(-1)?.take(piece)) tables.push(new OpenTable(piece))
    if (pieces.length === 0) for (const blank of blanksOf(page, sheet)) tables.at(-1)?.take(blank)
    carried = pieces.length > 0 ? titleAtFoot(foot) : []
    const last = tables.at(-1)
    if (pieces.length === 0 && last?.lastSheet === sheet - 1) notesOverleaf(last, foot, page.page)
  }
  return {
    tables: tables.map((table) => table.finish()),
    prose: pages.flatMap((page) => page.outside),
  }
}

function blocksOf(page: PlacedPage): Block[] {
  return page.grids.flatMap((placed) => toBlocks(placed, looksLikeTitle))
}

/** Lattices of a page that says nothing: the further columns of a wide table can be blank there. */
function blanksOf(page: PlacedPage, sheet: number): Piece[] {
  const adjoins = !page.outside.some(isProse)
  const around = { heading: parseHeading([]), titlePage: null, beside: [], adjoins, endsPage: true }
  return blocksOf(page).map((block) => ({ ...block, ...around, sheet }))
}

/** A line whose middle is no more than so many points inside a block stands above it, or below. */
const INTO_BLOCK = 2

/** The blocks of a page with the lines above each as its heading; what stands below the last is the foot. */
function piecesOf(
  page: PlacedPage,
  sheet: number,
  carried: TextLine[],
): { pieces: Piece[]; foot: TextLine[] } {
  const blocks = blocksOf(page).filter(saysSomething)
  let last: Block | null = null
  const pieces = blocks.map((block): Piece => {
    const from = last ? last.bottom - INTO_BLOCK : 0
    const between = page.outside.filter(
      (line) => middle(line) > from && middle(line) < block.top + INTO_BLOCK,
    )
    const lines = [...between.filter((line) => !isRunningHead(line, page)), ...block.inner]
    const above = last ? takeNotes(lines, last.notes) : lines
    const head = headingOf(above, last ? [] : carried)
    last = block
    const beside = page.outside.filter(
      (line) => middle(line) > block.top && middle(line) < block.bottom,
    )
    return { ...block, ...head, sheet, beside, adjoins: !above.some(isProse), endsPage: false }
  })
  const bottom = last ? (last as Block).bottom : 0
  const below = linesBelow(page, bottom)
  const foot = pieces.length > 0 ? takeNotes(below, pieces[pieces.length - 1].notes) : below
  const lowest = pieces.at(-1)
  if (lowest) {
    lowest.endsPage = below.length === 0
    takeLabelsBelow(foot, lowest.heading)
  }
  for (const line of page.outside.filter(isBareAmount))
    nearestPiece(pieces, line)?.leftover.push(line)
  return { pieces, foot }
}

function linesBelow(page: PlacedPage, bottom: number): TextLine[] {
  const below: TextLine[] = []
  for (const line of page.outside)
    if (middle(line) > bottom - INTO_BLOCK && !isRunningHead(line, page)) below.push(line)
  return below
}

/** Some tables print their unit and owner at the foot; what stands below a title there is of the next table. */
function takeLabelsBelow(foot: TextLine[], heading: Heading): void {
  const next = foot.findIndex((line) => looksLikeTitle(line.text))
  const { unitLine, ownerLine } = parseHeading(next < 0 ? foot : foot.slice(0, next))
  heading.unitLine ??= unitLine
  if (/[:：]./.test(ownerLine ?? '')) heading.ownerLine ??= ownerLine
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

/** A page of more lines than these is no note. */
const NOTE_LINES = 4

/** A note can stand alone on the page after its table: 深圳/审计局. */
function notesOverleaf(table: OpenTable, lines: TextLine[], page: number): void {
  const alone = lines.length > 0 && lines.length <= NOTE_LINES && isNote(lines[0])
  if (alone) table.addNote(lines.map((line) => line.text.trim()).join(''), page)
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

/** The margins of a page, as parts of its height from the top: what stands in them is on every page. */
const HEAD_MARGIN = 0.04
const FOOT_MARGIN = 0.97

/** Page numbers and lines in the outermost margin that say nothing about a table. */
function isRunningHead(line: TextLine, page: PlacedPage): boolean {
  if (/^[-—–\s\d第页共/]+$/.test(line.text)) return true
  const margin = line.box[3] < HEAD_MARGIN * page.height || line.box[1] > FOOT_MARGIN * page.height
  return margin && !looksLikeTitle(line.text)
}

/** The title of the next page's table can stand at the foot of a page. */
function titleAtFoot(foot: TextLine[]): TextLine[] {
  const at = foot.findIndex((line) => looksLikeTitle(line.text))
  return at < 0 ? [] : foot.slice(at)
}

/** A sentence is longer than so many characters: shorter ones are labels. */
const LABEL = 15

function isProse(line: TextLine): boolean {
  return /[。；]/.test(line.text) && fold(line.text).length > LABEL
}
