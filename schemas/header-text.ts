/** Whether a text is what a header says: words that name columns, and those that name what identifies rows. */
import { fold, ORDINAL } from './text.js'
import { keyByEnding, TERMS } from './vocabulary.js'

const WORDS = TERMS.flatMap((term) => term.words.map(fold)).toSorted((a, b) => b.length - a.length)

/** Answers by text: a corpus asks about the same words again and again. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 20_000

/** Whether a cell's text is made of header terms: whole, or all but a little of it. */
export function isHeaderText(text: string): boolean {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const answer = isMostlyTerms(text)
  known.set(text, answer)
  return answer
}

function isMostlyTerms(text: string): boolean {
  const whole = withoutYears(text)
  if (whole === '') return true
  if (ORDINAL.test(fold(text))) return false
  if (keyByEnding(fold(text)) !== null) return true
  // What stands in brackets is a remark on the word before it.
  const rest = withoutTerms(whole).replace(/\([^()]*\)/g, '')
  return rest.length <= UNKNOWN_PART * whole.length
}

/** Of a header no more than this part may be unknown: 对附属单位上缴收入 is one with a word of its own. */
const UNKNOWN_PART = 0.34

function withoutYears(text: string): string {
  return fold(text).replace(/(?:19|20)\d\d年?度?|[:;,]/g, '')
}

function withoutTerms(text: string): string {
  let rest = text
  for (const word of WORDS) rest = rest.replaceAll(word, '')
  return rest
}

/** Whether there is nothing in a text but header terms. */
export function isMadeOfTerms(text: string): boolean {
  const whole = withoutYears(text)
  return whole !== '' && withoutTerms(whole) === ''
}

const TERM = new Set(WORDS)

/** Whether a text is a single header term. */
export function isHeaderTerm(text: string): boolean {
  return TERM.has(fold(text))
}

const KEYS = new Set(
  TERMS.filter((term) => term.key !== undefined).flatMap((term) => term.words.map(fold)),
)

/** Whether a cell names what identifies rows: 项目, 科目编码, 类, 单位名称. */
export function isKeyWord(text: string): boolean {
  return KEYS.has(fold(text)) || keyByEnding(fold(text)) !== null
}
