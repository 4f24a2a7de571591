/** Body rows that are none of the data: numbers of the columns, and notes inside the lattice. */
import type { RawCell, RawRow } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'

const INDEX = /^(?:\*+|\d{1,2}(?:=[\d+\-*/.()]+)?|栏次|行次|序号|类|款|项)$/
const MARK = /^(?:\*+|栏次|行次)$/

/**
 * A row that numbers the columns, wherever it stands: 类 ｜ 款 ｜ 项 ｜ 栏次 ｜ 1 ｜ 2 ｜ 3 below a head that
 * a print title cuts (f1_calc's 02 prints it so on its second page), or 1 ｜ 2 ｜ 3 alone.
 */
export function isIndexRow({ cells }: RawRow): boolean {
  const texts = distinct(cells)
    .map(({ text }) => fold(text))
    .filter((text) => text !== '')
  if (texts.length < 2 || !texts.every((text) => INDEX.test(text))) return false
  const isHead = texts.includes('类') && texts.includes('款')
  return isHead || texts.some((text) => MARK.test(text)) || countsUp(texts)
}

/** From 0 or 1, one by one, over at least three columns: a row of two small amounts is none. */
function countsUp(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number.parseInt(text, 10))
  if (numbers.length < 3 || numbers[0] > 1) return false
  return numbers.every((n, i) => i === 0 || n === numbers[i - 1] + 1)
}

const NOTE = /^(?:备?注|说明|附注)\d?[:：.、]|^(?:备注|说明)\d/
/** The next point of a note: 2.本套报表金额单位转换时可能存在尾数误差。 */
const POINT = /^\(?\d{1,2}[.、)）].*[。；;]$/

/**
 * The text of a row that is a note: alone in its row, over its amounts, and worded as one. Further
 * points count below a first: 2.… is an item elsewhere.
 */
export function noteOf({ cells }: RawRow, afterNote: boolean): string | null {
  const filled = distinct(cells).filter(({ text }) => text !== '')
  const [only] = filled
  if (filled.length !== 1 || only.colSpan < 2) return null
  const text = fold(only.text)
  const isNote = NOTE.test(text) || (afterNote && POINT.test(text)) || isSentence(text)
  return isNote ? only.text : null
}

/** Longer than this many characters and ending in a full stop is prose, and no label. */
const SENTENCE = 15

function isSentence(text: string): boolean {
  return text.length > SENTENCE && /。$/.test(text)
}

function distinct(cells: readonly (RawCell | null)[]): RawCell[] {
  return [...new Set(cells)].filter((cell): cell is RawCell => cell !== null)
}
