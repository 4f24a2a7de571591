/** Lines that begin a row, by what they say: a code, an ordinal, a total. */
import { fold, ORDINAL } from '../../../../schemas/text.js'
import { TOTAL_WORDS } from '../../../../schemas/vocabulary.js'
import type { Line, Segment } from './segments.js'

/** So large a part of the rows has a code: a line without one is none. */
const CODED = 0.8

const OPENS = new RegExp(`^\\[?\\d{3,}(?!年)|^其中|${ORDINAL.source}`)

export function opens({ text }: Segment): boolean {
  return OPENS.test(fold(text)) || TOTAL_WORDS.test(fold(text))
}

export function beginsRow({ segments }: Line): boolean {
  return segments.some(opens)
}

/** Whether the rows of a table have codes: all but its totals. */
export function areCoded(lines: readonly Line[]): boolean {
  return lines.filter(isCoded).length >= CODED * lines.length
}

export function isCoded({ segments: [first] }: Line): boolean {
  return /^\[?\d{3,}(?!年)/.test(fold(first.text))
}
