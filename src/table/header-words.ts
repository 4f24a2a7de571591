import type { RawCell } from '../../schemas/stages.js'
import { fold, ORDINAL } from '../../schemas/text.js'
import { TERMS } from '../../schemas/vocabulary.js'

const WORDS = TERMS.flatMap((term) => term.words.map(fold)).toSorted((a, b) => b.length - a.length)

/** Whether a cell's text is made of header terms: whole, or all but a little of it. */
export function isHeaderText(text: string): boolean {
  let rest = clean(text)
  if (rest === '') return true
  if (ORDINAL.test(fold(text))) return false
  const length = rest.length
  for (const word of WORDS) rest = rest.replaceAll(word, '')
  return rest.length <= 0.34 * length
}

/** Header words without what varies: years, colons, brackets around remarks. */
function clean(text: string): string {
  return fold(text).replace(/(?:19|20)\d\d年?度?|[:;,]|\(.*?\)/g, '')
}

/** A row that numbers the columns: `** ** 1 2 3`, 栏次 1 2 3, or 1 2 3 with formulas like 3=4+5. */
export function isIndexRow(line: RawCell[]): boolean {
  const texts = line.map((cell) => fold(cell.text)).filter((text) => text !== '')
  if (texts.length < 2) return false
  const indexes = texts.filter((text) => /^(?:\*+|\d{1,2}(?:=[\d+\-.()]+)?|栏次|行次)$/.test(text))
  if (indexes.length !== texts.length) return false
  if (texts.some((text) => /^(?:\*+|栏次)$/.test(text))) return true
  const numbers = texts.map((text) => Number.parseInt(text, 10))
  return (
    numbers.every((n, i) => i === 0 || (n >= numbers[i - 1] && n - numbers[i - 1] <= 1)) &&
    numbers[0] <= 1
  )
}
