/** How the cells of the workbook look: one object for each look, whatever the number of cells. */
import { DASH } from '../../../schemas/text.js'
import type { Look } from '../xlsx/sheet.js'

const HEADER_GROUND = 'E8EEF4'
const FAIL_GROUND = 'FFC7CE'
const CORRECTED_GROUND = 'DDEBF7'
const LINK_COLOR = '0563C1'
const FAIL_COLOR = 'C00000'
const LINE_COLOR = '999999'
const FONT = '宋体'
const SIZE = 10
export const TITLE_SIZE = 14

/** Said of a row or a cell, on top of what it holds. */
export interface Accent {
  bold?: boolean
  /** A check that the cell is part of fails. */
  fails?: boolean
  /** A person has put right what it holds. */
  corrected?: boolean
  /** Without a border: of a list of many rows. */
  plain?: boolean
}

interface Wanted {
  /** A number format; `@` is text. */
  format?: string
  bold?: boolean
  /** Points. */
  size?: number
  /** RRGGBB, of the letters and of the ground. */
  color?: string
  fill?: string
  underline?: boolean
  border?: boolean
  horizontal?: 'left' | 'center' | 'right'
  indent?: number
  wrap?: boolean
}

const SIDE = { style: 'thin', color: { argb: `FF${LINE_COLOR}` } } as const
const BORDER = { left: SIDE, right: SIDE, top: SIDE, bottom: SIDE }

function look(wanted: Wanted): Look {
  const { format, bold, size = SIZE, color, fill, underline, border } = wanted
  const { horizontal, indent, wrap } = wanted
  return Object.freeze<Look>({
    ...(format && { numFmt: format }),
    font: {
      ...{ name: FONT, family: 3, size },
      ...(bold && { bold }),
      ...(underline && { underline }),
      ...(color && { color: { argb: `FF${color}` } }),
    },
    alignment: {
      vertical: 'middle',
      ...(horizontal && { horizontal }),
      ...(indent && { indent }),
      ...(wrap && { wrapText: wrap }),
    },
    ...(border && { border: BORDER }),
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } } }),
  })
}

const LISTED: Wanted = { format: '@', border: true }
const HEAD: Wanted = { ...LISTED, bold: true, fill: HEADER_GROUND }
const LINK: Wanted = { color: LINK_COLOR, underline: true }
const FAILED: Wanted = { border: true, bold: true, color: FAIL_COLOR, fill: FAIL_GROUND }
/** A figure keeps off the text of the column to its right. */
const FIGURE: Wanted = { horizontal: 'right', indent: 1 }
/** In lists too text keeps off the figure to its left: LibreOffice prints figures beside figures without their indent. */
const TEXT: Wanted = { format: '@', horizontal: 'left', indent: 1 }
const NUMBER: Wanted = { ...FIGURE, format: '0' }

export const LOOKS = {
  title: look({ format: '@', bold: true, size: TITLE_SIZE, horizontal: 'center', wrap: true }),
  heading: look({ format: '@', bold: true, size: 12 }),
  prose: look({ format: '@', wrap: true }),
  right: look({ format: '@', horizontal: 'right' }),
  header: look({ ...HEAD, horizontal: 'center', wrap: true }),
  key: look(HEAD),
  left: look({ border: true, horizontal: 'left' }),
  listed: look({ ...LISTED, wrap: true }),
  link: look({ ...LISTED, ...LINK, wrap: true }),
  count: look({ ...NUMBER, border: true }),
  countLink: look({ ...NUMBER, ...LINK, border: true }),
  failedCount: look({ ...NUMBER, ...FAILED }),
  /** In lists of many rows, whose blanks are no cells: the grid of the screen stands for borders. */
  line: look(TEXT),
  lineLink: look({ ...TEXT, ...LINK }),
  number: look(NUMBER),
  numberLink: look({ ...NUMBER, ...LINK }),
  failed: look({ ...FAILED, ...TEXT }),
} as const satisfies Record<string, Look>

function accented(wanted: Wanted, { bold, fails, corrected, plain }: Accent): Look {
  return look({
    ...{ ...wanted, border: !plain },
    ...(bold && { bold }),
    ...(corrected && { fill: CORRECTED_GROUND }),
    ...(fails && { fill: FAIL_GROUND }),
  })
}

/** A number for each accent. */
function accentOf({ bold, fails, corrected, plain }: Accent): number {
  return (bold ? 1 : 0) + (fails ? 2 : 0) + (plain ? 4 : 0) + (corrected ? 8 : 0)
}

const texts = new Map<string, Look>()

export function textLook(accent: Accent, horizontal: 'left' | 'center', indent = 0): Look {
  const key = `${accentOf(accent)} ${horizontal} ${indent}`
  const known = texts.get(key)
  if (known) return known
  const own = accented({ format: '@', wrap: true, horizontal, indent }, accent)
  texts.set(key, own)
  return own
}

/** By decimals and accent: a document has thousands of figures and few looks. */
const figures: Record<'dash' | 'plain' | 'percent', Look[][]> = { dash: [], plain: [], percent: [] }

/** Of a figure as it is printed: with its decimals, its percent sign, or as a dash whatever its digits. */
export function figureLook(value: string, text = value, accent: Accent = {}): Look {
  const sign = DASH.test(text) ? 'dash' : PERCENT.test(text) ? 'percent' : 'plain'
  const point = value.indexOf('.')
  const decimals = point < 0 ? 0 : value.length - point - 1
  figures[sign][decimals] ??= []
  const own = figures[sign][decimals]
  own[accentOf(accent)] ??= accented({ ...FIGURE, format: formatOf(sign, decimals) }, accent)
  return own[accentOf(accent)]
}

const PERCENT = /[%％]$/

/** `#,##0.00` with as many decimals as are printed. */
function formatOf(sign: keyof typeof figures, decimals: number): string {
  if (sign === 'dash') return '"-"'
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  return sign === 'percent' ? `${format}"%"` : format
}
