/** Values -> cells: text stays text, a decimal is a number where that is exactly the printed one. */
import { exactNumber } from '../../../schemas/decimal.js'
import type { Cell } from '../../../schemas/document.js'
import type { Place } from '../xlsx/address.js'
import type { SheetCell } from '../xlsx/sheet.js'
import { type Accent, figureLook, LOOKS, textLook } from './looks.js'

/** In a table of few rows: over several lines where it must, a blank has its border. */
export function text(value: string | null | undefined, to?: Place | null): SheetCell {
  return { value: value ?? '', look: to ? LOOKS.link : LOOKS.listed, to }
}

export function count(value: number | null, to?: string | null): SheetCell {
  return { value, look: to ? LOOKS.countLink : LOOKS.count, to }
}

/** In a list of many rows: one line high, however long, and no cell where nothing is said. */
export type ListCell = SheetCell | null

export function line(value: string | null | undefined, to?: Place | string | null): ListCell {
  return value ? { value, look: to ? LOOKS.lineLink : LOOKS.line, to } : null
}

export function number(value: number | null, to?: string | null): ListCell {
  return value === null ? null : { value, look: to ? LOOKS.numberLink : LOOKS.number, to }
}

/** A figure that nothing more is known of than its value. */
export function figure(value: string | null): ListCell {
  return value === null ? null : listedAmount({ value, text: value })
}

const IN_LIST: Accent = { plain: true }

/** One line high too where it is text: a tolerance of forty digits made its row eight lines high. */
export function listedAmount(cell: Pick<Cell, 'value' | 'text'>): ListCell {
  const own = amountCell(cell, IN_LIST)
  return typeof own.value === 'number' ? own : line(own.value)
}

/** A printed figure. A blank stays blank; what no number can hold exactly stays text. */
export function amountCell(
  { value, text }: Pick<Cell, 'value' | 'text'>,
  accent: Accent = {},
): SheetCell {
  const number = value === null ? null : exactNumber(value)
  if (value === null || number === null) return { value: text, look: textLook(accent, 'left') }
  return { value: number, look: figureLook(value, text, accent) }
}
