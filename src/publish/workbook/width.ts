/** Widths of columns and heights of rows, by what stands in them. */
import type { Column } from '../../../schemas/document.js'
import type { SheetCell } from '../xlsx/sheet.js'

export const LINE_HEIGHT = 15
/** Of one step of indent, in characters. */
export const INDENT = 2

/** Width in characters: Chinese ones count twice. */
export function textWidth(text: string): number {
  let width = text.length
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) width++
  return width
}

/** Width of an amount as its format shows it: commas as often as needed. */
function amountWidth(value: number, format: string): number {
  const digits = Math.max(1, Math.floor(Math.log10(Math.abs(value) || 1)) + 1)
  const decimals = format.split('.')[1]?.length ?? -1
  return (value < 0 ? 1 : 0) + digits + Math.floor((digits - 1) / 3) + decimals + 1
}

/** The widest entry of each column, within bounds. */
export class Widths {
  readonly #widths: number[] = []

  constructor(
    private readonly least: number,
    private readonly most: number,
  ) {}

  see(column: number, width: number): void {
    if (width > (this.#widths[column] ?? 0)) this.#widths[column] = width
  }

  of(column: number): number {
    return Math.min(this.most, Math.max(this.least, (this.#widths[column] ?? 0) + 2))
  }

  list(columns: number): number[] {
    return Array.from({ length: columns }, (_, i) => this.of(i))
  }
}

/** The widths of a table's columns, by what stands in them; of a header, its last part counts so far. */
export function widthsOf(columns: readonly Column[], body: readonly SheetCell[][]): number[] {
  const widths = new Widths(LEAST, MOST)
  for (const [i, { path }] of columns.entries())
    widths.see(i, Math.min(MOST_OF_HEADER, textWidth(path.at(-1) ?? '')))
  for (const cells of body) for (let i = 0; i < cells.length; i++) widths.see(i, widthOf(cells[i]))
  return widths.list(Math.max(1, columns.length))
}

/** In characters: room for the longest names of the classifications on one line. */
const LEAST = 6
const MOST = 46
/** Four Chinese characters on a line, as narrow columns are printed: with six, nineteen columns (无锡) took two pages. */
const MOST_OF_HEADER = 8

function widthOf({ value, look }: SheetCell): number {
  const indent = INDENT * (look.alignment?.indent ?? 0)
  if (typeof value === 'string') return textWidth(value) + indent
  return value === null ? 0 : amountWidth(value, look.numFmt ?? '') + indent
}

/** Lines that a text takes in a column of a width. */
export function lines(text: string, width: number): number {
  return text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))),
      0,
    )
}

/** Excel's limit. */
const HIGHEST = 409

/** The height of a row whose longest text takes more than a line; spreadsheets are left the others. */
export function rowHeight(
  cells: readonly (SheetCell | null)[],
  widths: readonly number[],
): number | undefined {
  let most = 1
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i]?.value
    if (typeof value !== 'string' || value.length * 2 < widths[i]) continue
    const { wrapText, indent = 0 } = cells[i]?.look.alignment ?? {}
    if (!wrapText) continue
    most = Math.max(most, lines(value, widths[i] - INDENT * indent))
  }
  return most > 1 ? Math.min(HIGHEST, most * LINE_HEIGHT) : undefined
}
