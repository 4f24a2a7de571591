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

const LISTED = { format: '@', border: true } as const
const HEAD = { ...LISTED, bold: true, fill: HEADER_GROUND } as const
const LINK = { color: '0563C1', underline: true } as const
const FAILED = { border: true, bold: true, color: 'C00000', fill: FAIL_GROUND } as const

export const LOOKS = {
  title: { format: '@', bold: true, size: 14, horizontal: 'center' },
  heading: { format: '@', bold: true, size: 12 },
  plain: { format: '@' },
  prose: { format: '@', wrap: true },
  right: { format: '@', horizontal: 'right' },
  header: { ...HEAD, horizontal: 'center', wrap: true },
  key: HEAD,
  left: { border: true, horizontal: 'left' },
  /** In lists: over several lines where it must, or one line always. */
  listed: { ...LISTED, wrap: true },
  line: LISTED,
  link: { ...LISTED, wrap: true, ...LINK },
  lineLink: { ...LISTED, ...LINK },
  failed: { ...FAILED, format: '@' },
  failedCount: { ...FAILED, format: '0' },
  count: { format: '0', border: true },
} as const satisfies Record<string, Look>

export function textLook(accent: Accent, horizontal: 'left' | 'center', indent = 0): Look {
  const key = `text ${accent.bold} ${accent.fails} ${horizontal} ${indent}`
  return kept(key, () =>
    accented({ format: '@', wrap: true, horizontal, ...(indent > 0 && { indent }) }, accent),
  )
}

function digitsFormat(value: string): string {
  const digits = value.split('.')[1]?.length ?? 0
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
}

/** `#,##0.00` with as many decimals as are printed; a dash shows as one, whatever its digits. */
function numberFormat(text: string, value: string): string {
  if (DASH.test(text)) return '"-"'
  return /[%％]$/.test(text) ? `${digitsFormat(value)}"%"` : digitsFormat(value)
}

/** Of a figure that nothing more is known of. */
export function figureLook(value: string): Look {
  return numberLook(digitsFormat(value), {})
}

function numberLook(format: string, accent: Accent): Look {
  const key = `${format} ${accent.bold} ${accent.fails}`
  return kept(key, () => accented({ format, horizontal: 'right' }, accent))
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
  return { value: number, look: numberLook(numberFormat(text, value), accent) }
}
