/** How the workbook looks, and how it keeps figures exact and text text. */

import type { Cell as SheetCell, Style, Worksheet } from 'exceljs'
import { Exact } from '../../schemas/decimal.js'
import type { Cell } from '../../schemas/document.js'

const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const
export const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
export const HEADER_FILL = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE8EEF4' },
} as const

/** `#,##0.00` with as many decimals as are printed. */
export function numberFormat(value: string): string {
  const digits = value.split('.')[1]?.length ?? 0
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
}

/**
 * Writes an amount as a number where a number holds it exactly, else as text.
 * A blank stays blank; a printed dash is a zero that shows as a dash.
 */
export function writeAmount(target: SheetCell, cell: Cell): void {
  if (cell.value === null) {
    if (cell.text !== '') writeText(target, cell.text)
    return
  }
  const number = Number(cell.value)
  if (!new Exact(number).equals(cell.value)) {
    writeText(target, cell.text)
    return
  }
  target.value = number
  target.numFmt = /^[-—–－]+$/.test(cell.text) ? '"-"' : numberFormat(cell.value)
  target.alignment = { horizontal: 'right', vertical: 'middle' }
}

/** Text is a string cell in a text format, whatever it begins with: never a formula. */
export function writeText(
  target: SheetCell,
  text: string,
  alignment: Partial<Style['alignment']> = {},
): void {
  target.value = text
  target.numFmt = '@'
  target.alignment = { vertical: 'middle', wrapText: true, ...alignment }
}

/** Width in characters: Chinese ones count twice. */
export function textWidth(text: string): number {
  return [...text].reduce((width, char) => width + (char.charCodeAt(0) > 0xff ? 2 : 1), 0)
}

/** Widths by what rows `from` to `to` show; titles and notes run over, so they do not count. */
export function fitColumns(
  sheet: Worksheet,
  least: number,
  most: number,
  from = 1,
  to = sheet.rowCount,
): void {
  for (const column of sheet.columns) {
    let width = least
    column.eachCell?.({ includeEmpty: false }, (cell) => {
      if (cell.isMerged || Number(cell.row) < from || Number(cell.row) > to) return
      const shown =
        typeof cell.value === 'number'
          ? cell.value.toLocaleString('en-US', { minimumFractionDigits: 2 })
          : String(cell.value ?? '')
      width = Math.max(width, Math.min(most, textWidth(shown) + 2))
    })
    column.width = width
  }
}

/** Names of sheets: at most 31 characters, none of `[]:*?/\`, each once whatever its case. */
export class SheetNames {
  readonly #used = new Set<string>()

  take(wanted: string): string {
    const clean =
      wanted
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 31) || '表'
    let name = clean
    for (let n = 2; this.#used.has(name.toLowerCase()); n++) {
      const tail = ` ${n}`
      name = clean.slice(0, 31 - tail.length) + tail
    }
    this.#used.add(name.toLowerCase())
    return name
  }
}
