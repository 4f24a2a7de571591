/** How the workbook looks, and which figures it holds as numbers. */
import type { Cell } from '../../../schemas/document.js'
import { DASH } from '../../../schemas/text.js'
import type { SheetCell } from '../xlsx/sheet.js'
import type { Look } from '../xlsx/style.js'

const HEADER_GROUND = 'E8EEF4'
const FAIL_GROUND = 'FFC7CE'

/** Said of a row or a cell, on top of what it holds. */
export interface Accent {
  bold?: boolean
  /** A check that the cell is part of fails. */
  fails?: boolean
}

const known = new Map<string, Look>()

/** One object per look, so that writers know it again. */
function kept(key: string, make: () => Look): Look {
  let look = known.get(key)
  if (!look) {
    look = Object.freeze(make())
    known.set(key, look)
  }
  return look
}

function accented(look: Look, { bold, fails }: Accent): Look {
  return { ...look, border: true, ...(bold && { bold }), ...(fails && { fill: FAIL_GROUND }) }
}

export const LOOKS = {
  title: { format: '@', bold: true, size: 14, horizontal: 'center' },
  plain: { format: '@' },
  right: { format: '@', horizontal: 'right' },
  header: {
    format: '@',
    bold: true,
    fill: HEADER_GROUND,
    border: true,
    horizontal: 'center',
    wrap: true,
  },
  key: { format: '@', bold: true, fill: HEADER_GROUND, border: true, vertical: 'top' },
  listed: { format: '@', border: true, wrap: true },
  centered: { format: '@', border: true, horizontal: 'center' },
  link: { format: '@', border: true, wrap: true, color: '0563C1', underline: true },
  failed: { format: '@', border: true, bold: true, color: 'C00000', fill: FAIL_GROUND },
  count: { format: '0', border: true },
} as const satisfies Record<string, Look>

export function textLook(accent: Accent, horizontal: 'left' | 'center', indent = 0): Look {
  const key = `text ${accent.bold} ${accent.fails} ${horizontal} ${indent}`
  return kept(key, () =>
    accented({ format: '@', wrap: true, horizontal, ...(indent > 0 && { indent }) }, accent),
  )
}

/** `#,##0.00` with as many decimals as are printed; a dash shows as one, whatever its digits. */
export function numberFormat(cell: Cell & { value: string }): string {
  if (DASH.test(cell.text)) return '"-"'
  const digits = cell.value.split('.')[1]?.length ?? 0
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
}

/** So many digits come back from a double as they went in; it is also all that Excel shows. */
const MOST_DIGITS = 15

/** The number that is exactly the printed one, or null where there is none. */
export function exactNumber(value: string): number | null {
  const digits = value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
  return digits.length <= MOST_DIGITS ? Number(value) : null
}

/** An amount as a number where that is exact, else as text. A blank stays blank. */
export function amountCell(cell: Cell, accent: Accent = {}): SheetCell {
  const { value, text } = cell
  const number = value === null ? null : exactNumber(value)
  if (value === null || number === null) return { value: text, look: textLook(accent, 'left') }
  const format = numberFormat({ ...cell, value })
  const key = `${format} ${accent.bold} ${accent.fails}`
  return { value: number, look: kept(key, () => accented({ format, horizontal: 'right' }, accent)) }
}
