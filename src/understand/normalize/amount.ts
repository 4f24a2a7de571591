import type { Writing } from '../../../schemas/stages.js'
import { AMOUNT, DASH, fold, SURE_AMOUNT } from '../../../schemas/text.js'

const NOTHING_KNOWN: Writing = { decimalComma: false, unit: null }

/**
 * A printed amount -> a decimal string with the digits printed, without commas.
 *
 * @param writing what its column says of how its figures are written
 * @returns null for a blank; '0' for a lone dash, which prints zero; undefined for what is no amount
 */
export function parseAmount(
  text: string,
  writing: Writing = NOTHING_KNOWN,
): string | null | undefined {
  const folded = fold(text).replace(/%$/, '')
  if (folded === '') return null
  if (DASH.test(folded)) return '0'
  if (areSeveral(text)) return undefined
  const figure = AMOUNT.test(folded) ? folded : plainFigure(folded, writing)
  if (!AMOUNT.test(figure)) return undefined
  const plain = figure.replace(/,/g, '').replace(/^\+/, '')
  if (isGlued(figure)) return undefined
  return plain.startsWith('.') ? `0${plain}` : plain.replace(/^(-?)0+(?=\d)/, '$1')
}

/** No budget has ten million million yuan: an integer of more digits than these is several, without a blank between. */
const MOST_DIGITS = 13

function isGlued(figure: string): boolean {
  const [whole] = figure.split('.')
  return whole.replace(/^[-+]/, '').length > MOST_DIGITS && !whole.includes(',')
}

/** Whether a text is nothing but amounts, two of them or more. */
export function isOfSeveral(text: string): boolean {
  const pieces = text.split(/[ \u3000]*[/;；、][ \u3000]*|[ \u3000]+/).map(fold)
  if (pieces.length > 1) return pieces.every((piece) => AMOUNT.test(piece))
  const [folded] = pieces
  return AMOUNT.test(folded) ? isGlued(folded) : GLUED.test(folded)
}

/** 1,300.001,250.00 */
const GLUED = /^(?:-?\d{1,3}(?:,\d{3})*\.\d\d){2,}$/

/** Figures that stand beside each other in a cell are never one; blanks may part thousands: 1 284.56. */
function areSeveral(text: string): boolean {
  const pieces = text.trim().split(/[ \u3000]+/)
  if (pieces.length < 2 || !pieces.every((piece) => /^-?\d[\d,.]*$/.test(piece))) return false
  return !/^-?\d{1,3}(?: \d{3})+\.\d+$/.test(pieces.join(' '))
}

/** Marks of notes behind a figure: ①, *, [1], (注1). */
const NOTE_MARK = /(?<=\d)(?:[①-⑳*※†‡]+|\[\d{1,2}\]|\(注\d*\))$/
const UNIT_BEHIND = /(?<=\d\)?)([千万亿]?元|[千万亿])$/
/** Points of other keyboards, before two decimals and no point of this one: 312·40, 312。40. */
const OTHER_POINT = /^([^.]*\d)[·・•‧。](?=\d\d\)?$)/
/** Brackets, a triangle before or a minus behind make a figure negative; (1) is the mark of a note. */
const NEGATIVE = /^(?:\((\d[\d,]*\.\d+|\d[\d,]{2,})\)|[▲△▼▽](\d.*)|(\d.*)-)$/
const EUROPEAN = /^-?\d{1,3}(?:\.?\d{3})*,\d{1,2}$/

/** Other writings of a figure in the usual one; what is none comes back as it is, and is none then either. */
function plainFigure(folded: string, { decimalComma, unit }: Writing): string {
  let figure = folded.replace(NOTE_MARK, '').replace(/^([-+(]?)[¥￥]/, '$1')
  const behind = UNIT_BEHIND.exec(figure)?.[1]
  if (behind !== undefined && !isUnit(behind, unit)) return folded
  figure = figure.replace(UNIT_BEHIND, '').replace(OTHER_POINT, '$1.').replace(NEGATIVE, '-$1$2$3')
  figure = figure.replace(/(?<=\d)['"](?=\d{3}(?!\d))/g, ',')
  if (decimalComma && EUROPEAN.test(figure)) figure = figure.replace(/\./g, '').replace(',', '.')
  return withDigits(figure)
}

/** A unit behind a figure is that of its table; 万 alone is 万元 only where the table says so. */
function isUnit(behind: string, unit: Unit | null): boolean {
  return unit === null ? behind.endsWith('元') : unit === behind || unit === `${behind}元`
}

/**
 * Letters that look like digits, and signs of a symbol font (U+F000 and the code of the sign), where all else is a
 * figure with decimals. Other private characters are no digits: what each of them shows is a secret of its font.
 */
function withDigits(figure: string): string {
  const plain = figure.replace(/[\uf02b-\uf039]/g, withoutOffset)
  const digits = plain.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')
  return figure !== digits && /\d/.test(plain) && SURE_AMOUNT.test(digits) ? digits : figure
}

const withoutOffset = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xf000)

/** How a column writes its figures: 1.234,56 only where all of them may be read so, and some in no other way. */
export function writingOf(texts: readonly string[], unit: Unit | null): Writing {
  const figures = texts.map(fold).filter((text) => /\d/.test(text))
  const european = figures.filter((text) => EUROPEAN.test(text))
  const isPlain = (text: string) => /\.\d{1,2}$/.test(text) || /,\d{3}(?:\.|$)/.test(text)
  return { decimalComma: european.length > 1 && !figures.some(isPlain), unit }
}

export type Unit = '元' | '千元' | '万元' | '亿元'

/** The unit that a line or a header states; null where it states none. */
export function parseUnit(text: string | null): Unit | null {
  const match = /([千万亿]?元)/.exec(fold(text ?? ''))
  return match ? (match[1] as Unit) : null
}
