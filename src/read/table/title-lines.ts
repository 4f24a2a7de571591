/** A title over a table, of one line or of several: whichever of them says 表, and a remark in brackets below. */

import { BODY_NAME, ORDINAL_LABEL } from '../../../schemas/heading-words.js'
import type { TextLine } from '../../../schemas/stages.js'
import { fold, ORDINAL } from '../../../schemas/text.js'
import { looksLikeTitle } from '../../../schemas/title-text.js'

/** A line above a table without its labels; '' where they are all of it. */
export interface FreeLine {
  line: TextLine
  text: string
}

/** A title takes so many lines at most; the fourth above is something else. */
const MOST_LINES = 3

/** The title nearest above a table and the line that it ends in; '' where there is none. */
export function titleOf(lines: readonly FreeLine[]): { title: string; end: number } {
  for (let end = lines.length - 1; end >= 0; end--) {
    const title = lines[end].text === '' ? '' : titleEndingAt(lines, end)
    if (title !== '') return { title: title.replaceAll(' ', ''), end }
  }
  return { title: '', end: -1 }
}

/** The fewest lines that make a title together, and those above that it begins in. */
function titleEndingAt(lines: readonly FreeLine[], end: number): string {
  if (isYearOnly(lines[end].text)) return ''
  for (let from = end; from >= 0 && end - from < MOST_LINES; from--) {
    if (from < end && !goesOn(lines, from, end)) return ''
    const text = lines.slice(from, end + 1).reduce((sum, part) => sum + part.text, '')
    if (looksLikeTitle(text) && !closesMore(text)) return startOf(lines, from, text) + tidy(text)
  }
  return ''
}

/** （2026年度） below a title says when, as the title mostly does: it is no part of it. */
function isYearOnly(text: string): boolean {
  return /^\((?:(?:19|20)\d\d年?度?|续.{0,3})\)$/.test(fold(text))
}

/** More brackets end in a text than begin in it: it is the tail of a remark. */
function closesMore(text: string): boolean {
  const folded = fold(text)
  return folded.split(')').length > folded.split('(').length
}

function tidy(text: string): string {
  const match = ORDINAL.exec(text)
  return match ? text.slice(match[0].length) : text
}

/** A tail of so few characters (算表, 表）) is one wherever it stands. */
const TAIL = 4

/** Whether a line may end a title that begins above: a tail, a remark in brackets, or a line of the same make close by. */
function goesOn(lines: readonly FreeLine[], from: number, end: number): boolean {
  const [above, below] = [lines[from], lines[from + 1]]
  if (above.text === '' || isRemark(above.text)) return false
  const isTail = from + 1 === end && below.text.length <= TAIL && /[表）)]$/.test(below.text)
  if (isTail) return !looksLikeTitle(above.text)
  const size = Math.max(above.line.size, below.line.size)
  if (gapOf(above, below) >= NEAR * size) return false
  return isRemark(below.text) || isTailOfRemark(below.text) || hasSameMake(above, below)
}

const isRemark = (text: string) => /^[(（[【—-]/.test(text.trim())
const isTailOfRemark = (text: string) => closesMore(text)

/** The first line of a title is no longer, in characters; a line of prose is. */
const LONGEST_START = 40
/** A line of the same size: in ems, of 16 pt and 16.5 pt nobody sees a difference. */
const SAME_SIZE = 0.05
/** Two lines of one title stand this close, in ems of theirs; */
const CLOSE = 0.8
/** or, one centred over the other, so close (titles are set at double spacing in places). */
const NEAR = 1.3

const gapOf = (above: FreeLine, below: FreeLine) => below.line.box[1] - above.line.box[3]

function hasSameMake({ line: above }: FreeLine, { line: below }: FreeLine): boolean {
  return below.size > 0 && Math.abs(above.size - below.size) < SAME_SIZE * below.size
}

function isAligned({ line: above }: FreeLine, { line: below }: FreeLine): boolean {
  const middle = ({ box }: TextLine) => (box[0] + box[2]) / 2
  const shift = Math.min(
    Math.abs(middle(above) - middle(below)),
    Math.abs(above.box[0] - below.box[0]),
  )
  return shift < below.size
}

/** The lines above that a title begins in: of the same make, right above it, no label, sentence or owner. */
function startOf(lines: readonly FreeLine[], from: number, title: string): string {
  let start = ''
  for (let i = from; i > 0 && from - i < MOST_LINES - 1; i--) {
    if (/^(?:19|20)\d\d/.test(fold(start + title)) || !begins(lines[i - 1], lines[i])) break
    start = lines[i - 1].text.trim() + start
  }
  return start
}

function begins(above: FreeLine, below: FreeLine): boolean {
  const gap = gapOf(above, below)
  const near =
    gap < CLOSE * below.line.size || (gap < NEAR * below.line.size && isAligned(above, below))
  if (!near || !hasSameMake(above, below)) return false
  const folded = fold(above.text)
  if (looksLikeTitle(above.text) || /[。:;,]|^第.部分|目录/.test(folded)) return false
  if (ORDINAL_LABEL.test(folded) || ORDINAL.test(folded) || BODY_NAME.test(folded)) return false
  return folded.length > TAIL && folded.length <= LONGEST_START
}
