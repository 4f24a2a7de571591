/** Widths of columns and heights of rows, by what stands in them. */
import type { SheetCell } from '../xlsx/sheet.js'

export const LINE_HEIGHT = 15

/** Width in characters: Chinese ones count twice. */
export function textWidth(text: string): number {
  let width = text.length
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) width++
  return width
}

/** Width of an amount as its format shows it: commas as often as needed. */
export function amountWidth(value: number, format: string): number {
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
  cells: readonly SheetCell[],
  widths: readonly number[],
): number | undefined {
  let most = 1
  for (let i = 0; i < cells.length; i++) {
    const { value, look } = cells[i]
    if (!look.wrap || typeof value !== 'string' || value.length * 2 < widths[i]) continue
    most = Math.max(most, lines(value, widths[i] - 2 * (look.indent ?? 0)))
  }
  return most > 1 ? Math.min(HIGHEST, most * LINE_HEIGHT) : undefined
}
