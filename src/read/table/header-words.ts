import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { TERMS } from '../../../schemas/vocabulary.js'
import { lastRow } from './lines.js'

export {
  isHeaderTerm,
  isHeaderText,
  isKeyWord,
  isMadeOfTerms,
} from '../../../schemas/header-text.js'

/** 类, 款 and 项: parts of a code, each with a column of its own. */
export function isClassWord(text: string): boolean {
  return CLASS_WORDS.has(fold(text))
}

const CLASS_WORDS = new Set(
  TERMS.filter(({ key }) => key === 'class' || key === 'section' || key === 'item').flatMap(
    ({ words }) => words,
  ),
)

/**
 * A row that numbers the columns: `** ** 1 2 3`, 栏次 1 2 3, or 1 2 3 with formulas like 3=4+5. Final
 * accounts have 类, 款 and 项 beside 栏次.
 */
export function isIndexRow(line: RawCell[]): boolean {
  const texts: string[] = []
  let [isMarked, hasClasses] = [false, false]
  const row = lastRow(line)
  for (const cell of line) {
    if (cell.text === '' || cell.row < row) continue
    const text = fold(cell.text)
    if (CLASS_WORDS.has(text)) hasClasses = true
    else if (INDEX.test(text)) texts.push(text)
    else return false
    isMarked ||= MARK.test(text)
  }
  return texts.length > 1 && (isMarked || (!hasClasses && countsUp(texts)))
}

const INDEX = /^(?:\*+|\d{1,2}(?:=[\d+\-.()]+)?|栏次|行次)$/
const MARK = /^(?:\*+|栏次)$/

/** From 0 or 1, by one at a time. */
function countsUp(texts: string[]): boolean {
  let before: number | null = null
  for (const text of texts) {
    const n = Number.parseInt(text, 10)
    const follows = before === null ? n <= 1 : n >= before && n - before <= 1
    // A word is no number and follows nothing.
    if (!follows) return false
    before = n
  }
  return true
}
