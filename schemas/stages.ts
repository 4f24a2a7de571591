/**
 * The map: the type that each stage hands to the next.
 *
 * bytes -> pdf -> PdfPage -> grid -> Grid -> table -> RawTable -> recognize ->
 * RecognizedTable -> normalize -> BudgetTable -> reconcile -> BudgetDocument.
 *
 * All lengths are points; the origin is the top left of the page as displayed.
 */
import type { Basis, Box, BudgetTable, ColumnKey, Issue, Panel, Report } from './document.js'

export type { ColumnKey }

import type { KindDescription } from './kind.js'
import type { Meaning } from './meaning.js'

/** Glyphs that one line of text paints next to each other. */
export interface GlyphRun {
  text: string
  /** From the first glyph's origin to the last one's end, ascent to descent. */
  box: Box
  /** Origin of each character of `text`, along the line: widths that a font declares may lie, origins do not. */
  origins: number[]
  baseline: number
  /** Height of an em, in points. */
  size: number
  /** What of the page it was painted within: of a run that is wider, no more can be seen. */
  clip: Box
  /** It is much paler than text is: a watermark is painted so. */
  isFaint?: boolean
  /** It is in the colour of a stamp. */
  isVivid?: boolean
}

/** A run that the page paints outside the bounds that it sets, and so does not show. */
export interface CutRun {
  run: GlyphRun
  clip: Box
}

/** A straight line of a table: horizontal (`at` is y, `from`..`to` are x) or vertical. */
export interface Rule {
  axis: 'h' | 'v'
  at: number
  from: number
  to: number
}

export interface PdfPage {
  number: number
  width: number
  height: number
  runs: GlyphRun[]
  /** What is painted and not shown. */
  cut: CutRun[]
  rules: Rule[]
  /** Glyphs that do not stand upright on the displayed page: they are in no run. */
  sideways: number
  unread: Unread
  /** Characters of its form fields and remarks: they are in its runs. */
  annotated: number
  /** By font: characters that the page shows as others than the file says in its map to Unicode. */
  contradicted?: { font: string; count: number }[]
  /** What is printed across it, and is none of its text. */
  watermarks: GlyphRun[]
  /** Of a page that was turned for its text to stand upright: [a b c d e f], from there to the page as displayed. */
  back?: readonly [number, number, number, number, number, number]
}

/** What a page shows and no text says. */
export interface Unread {
  /** Characters of which nothing says what they are, with the name of their font. */
  unmapped: { font: string; box: Box }[]
  pictures: Box[]
  /** Shapes with curves: characters can be drawn by their outlines. */
  drawings: Box[]
}

/** What is said of a page's `Unread` once its text is in cells. */
export interface UnreadPage {
  /** Characters of which nothing says what they are, by font. */
  unmapped: { font: string; count: number }[]
  /** The page is a picture, or a table of it is. */
  picture: Box | null
  /** Shapes that look like characters, where the page has more of them than of text. */
  drawn: number
  /** Cells without text in which something stands. */
  cells: Box[]
}

/** `Page`: what is kept of each page. */
export interface PdfFile<Page = PdfPage> {
  pages: Page[]
  /** Pages that could not be drawn; they stand empty in `pages`. */
  failed: number[]
  /** Pages whose content breaks off: what came before stands in `pages`. */
  broken: number[]
  producer: string | null
  /** Names of the files within it, which are not read. */
  attachments: string[]
}

export interface GridCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  box: Box
  /** It ends where the lattice does, and no rule closes it there: it may go on on the next page. */
  isOpen: boolean
}

/** One lattice of a page: `ys` row edges from the top, `xs` column edges from the left. */
export interface Grid {
  /** What its edges were read from; rules both ways where nothing is said. */
  basis?: Basis
  page: number
  box: Box
  xs: number[]
  ys: number[]
  cells: GridCell[]
}

/** A cell with the text that begins in it. */
export interface RawCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  /** Lines joined as the page means them, leading blanks dropped. */
  text: string
  /** The text with what the page cuts off at the cell's edges, where it cuts anything off. */
  whole?: string
  /** Width of the blank before the first line, in ems: how far the name is indented; 0 where its column is centred. */
  indent: number
  /** Its lines stand in its middle. */
  centred: boolean
  /** Width of the blank behind the last line, in ems. */
  room: number
  page: number
  box: Box
  /** Number of glyph runs it was read from. */
  runs: number
  /** It ends where the lattice does, and no rule closes it there: it may go on on the next page. */
  isOpen: boolean
}

export interface TextLine {
  text: string
  page: number
  box: Box
  size: number
}

export interface HeaderColumn {
  path: string[]
  x0: number
  x1: number
}

/** A table as the page prints it, joined over its pages; nothing is interpreted yet. */
export interface RawTable {
  /** What its grids were read from; rules both ways where nothing is said. */
  basis?: Basis
  title: string
  ordinal: string | null
  ownerLine: string | null
  unitLine: string | null
  pages: number[]
  columns: HeaderColumn[]
  /** Body rows; `cells[i]` lies in column i, null where a neighbour spans it. Row spans repeat the cell. */
  rows: RawRow[]
  /**
   * Every line of the lattice from the top down, head and body alike: the distinct cells of each
   * elementary row, left to right. A form has no columns to tell it by; it is read from these.
   */
  lines: RawCell[][]
  notes: string[]
  /** Text inside the lattice that no cell holds. */
  leftover: TextLine[]
  /** Where it stands, page by page. */
  boxes: { page: number; box: Box }[]
}

export interface RawRow {
  cells: (RawCell | null)[]
  page: number
}

/** A heading of the narrative: 0 a part, 1 一、, 2 （一）, 3 1., 4 （1）, 5 ①. */
export interface Heading {
  level: number
  /** Without its ordinal, up to the sentence that goes on behind it. */
  text: string
}

/** Lines of the narrative joined: what one sentence after the other says. */
export interface Paragraph {
  /** As printed; blanks are out, and stand only where two figures must not meet. */
  text: string
  /** Where each of its lines begins in the text, and stands on the page. */
  lines: { from: number; page: number; box: Box }[]
  /** The headings that it stands under, outermost first; its own is the last. */
  under: Heading[]
  /** Its own heading and where its label ends; null where it has none. */
  own: { heading: Heading; to: number } | null
}

/** What stands outside the tables: the narrative, without running heads, page numbers and contents. */
export interface Prose {
  paragraphs: Paragraph[]
}

/** What a column says of how its figures are written. */
export interface Writing {
  /** 1.234,56 */
  decimalComma: boolean
  /** What its figures are in: one that names another behind it is none of them. */
  unit: BudgetTable['unit']
}

export interface ColumnRole {
  index: number
  id: string
  path: string[]
  type: BudgetTable['columns'][number]['type']
  meaning: Meaning | null
  /** What it identifies a row by, if it does. */
  key: ColumnKey | null
  panel: Panel | null
  /** Of amounts, once the table's unit is known. */
  writing?: Writing
  /** Of a name: codes stand before the names in its cells; a number before one name of many is part of that name. */
  coded: boolean
}

export interface RecognizedTable {
  raw: RawTable
  kind: KindDescription | null
  /** Its columns and rows tell its kind; its title does not. */
  inferred: boolean
  /** Columns by list: most tables have one, side-by-side ones several. */
  groups: ColumnRole[][]
  issues: Issue[]
}

export interface DocumentContext {
  file: string
  sha256: string
  report: Report
}
