/** Which of a table's first rows are its header. */
import type { RawCell } from '../../../schemas/stages.js'
import { AMOUNT, fold, SURE_AMOUNT } from '../../../schemas/text.js'
import { TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { isHeaderText, isIndexRow, isKeyWord } from './header-words.js'

/** The distinct cells of an elementary row, left to right. */
export type Line = RawCell[]

/**
 * How many rows from the top are header: as far as a header cell reaches down or
 * is divided by the row below, and on while rows say nothing but header words.
 */
export function headerLength(lines: Line[]): number {
  const amounts = amountSpans(lines)
  if (lines.length === 0 || !(opensHeader(lines[0]) || standsOver(lines[0], amounts))) return 0
  let needed = 1
  for (const [i, line] of lines.entries()) {
    if (isIndexRow(line) || isData(line)) return i
    const deeper = isExtraHeader(line) || (standsOver(line, amounts) && divides(lines[i - 1], line))
    if (i >= needed && !deeper) return i
    for (const cell of line) {
      const reach = cell.row + cell.rowSpan - lines[0][0].row
      needed = Math.max(needed, Math.min(reach, lines.length))
      if (isDivided(cell, lines[i + 1])) needed = Math.max(needed, i + 2)
    }
  }
  return lines.length
}

/** A further row of headers begins under one that goes on or is divided; the rows of a form begin afresh. */
function divides(above: Line | undefined, line: Line): boolean {
  return above === undefined || above[0] === line[0] || above[0].colSpan > line[0].colSpan
}

type Span = readonly [x0: number, x1: number]

/** Where columns of amounts stand: below the first amount there are no more words than amounts, as there are in a form. */
function amountSpans(lines: Line[]): Span[] {
  const spans: { x0: number; x1: number; amounts: number; words: number }[] = []
  for (const { text, box } of lines.flat()) {
    const span = spans.find(({ x0 }) => Math.abs(x0 - box[0]) < 3)
    const amount = SURE_AMOUNT.test(fold(text))
    if (span && amount) span.amounts += 1
    else if (span && HAN.test(text)) span.words += 1
    else if (amount) spans.push({ x0: box[0], x1: box[2], amounts: 1, words: 0 })
  }
  return spans.filter(({ amounts, words }) => words < amounts).map(({ x0, x1 }) => [x0, x1])
}

const HAN = /\p{Script=Han}/u

/** Words over most columns of amounts are headers, whatever they say: a row of data has amounts there, or blanks. */
function standsOver(line: Line, amounts: Span[]): boolean {
  let named = 0
  for (const [x0, x1] of amounts) if (HAN.test(textOver((x0 + x1) / 2, line))) named += 1
  const distinctCells = line.filter(isFilled).length
  return distinctCells > 1 && named > 0 && named * 2 > amounts.length
}

const isFilled = ({ text }: RawCell) => text !== ''

function textOver(x: number, line: Line): string {
  for (const { box, text } of line) if (box[0] <= x && box[2] > x) return text
  return ''
}

/**
 * A header says what rows are called, or spans, or is at least three header words:
 * 项目支出 alone on top of a page is a row.
 */
function opensHeader(line: Line): boolean {
  const words = line.filter((cell) => cell.text !== '')
  const known = words.filter((cell) => isHeaderText(cell.text))
  if (words.length === 0 || known.length * 2 < words.length) return false
  if (known.some((cell) => isKeyWord(cell.text))) return words.length > 1 || known[0].colSpan > 1
  const spans = known.filter((cell) => cell.rowSpan > 1 || cell.colSpan > 1)
  return words.length > 2 ? known.length === words.length || spans.length > 1 : spans.length > 1
}

/** Sub-headers that no wider cell announces. */
function isExtraHeader(line: Line): boolean {
  let [words, totals] = [0, 0]
  for (const { text } of line) {
    if (text === '') continue
    if (!isHeaderText(text)) return false
    words += 1
    if (TOTAL_WORDS.test(fold(text))) totals += 1
  }
  return words > 1 && totals < 2
}

/** Whether the row below splits a wide cell into named parts. */
function isDivided(cell: RawCell, below: Line | undefined): boolean {
  if (cell.colSpan < 2 || cell.text === '' || !below) return false
  const parts = below.filter(
    (part) =>
      part.row >= cell.row + cell.rowSpan &&
      part.box[0] >= cell.box[0] - 1 &&
      part.box[2] <= cell.box[2] + 1,
  )
  return (
    parts.length > 1 &&
    parts.some((part) => part.text !== '') &&
    parts.every((part) => part.text === '' || isHeaderText(part.text))
  )
}

/** A row of data has an amount or a code in a cell of its own. */
function isData(line: Line): boolean {
  return line.some(isDatum)
}

function isDatum(cell: RawCell): boolean {
  const text = fold(cell.text)
  if (SURE_AMOUNT.test(text)) return true
  return AMOUNT.test(text) && !/^(?:19|20)\d\d$/.test(text)
}
