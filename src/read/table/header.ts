/** Which of a table's first rows are its header. */
import type { RawCell } from '../../../schemas/stages.js'
import { AMOUNT, fold, SURE_AMOUNT } from '../../../schemas/text.js'
import { TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { isFilled } from './blank.js'
import { isClassWord, isHeaderText, isIndexRow, isKeyWord } from './header-words.js'
import { type Line, lastRow } from './lines.js'

/** No head is deeper than so many rows: below that, a row of numbers is no index of the columns. */
const DEEPEST = 8

/**
 * How many rows from the top are header: all above a row that numbers the columns; else as far as a
 * header cell reaches down or is divided by the row below, and on while rows say nothing but header words.
 * @param begun whether the head has begun on the page before
 */
export function headerLength(lines: Line[], begun = false): number {
  const index = lines.slice(0, DEEPEST).findIndex((line) => isIndexRow(line))
  if (index > 0 && !lines.slice(0, index).some(isData)) return index
  const amounts = amountSpans(lines)
  if (lines.length === 0 || !(begun || opensHeader(lines[0]) || standsOver(lines[0], amounts)))
    return 0
  let needed = begun ? 0 : 1
  for (const [i, line] of lines.entries()) {
    if (isIndexRow(line) || isData(line)) return i
    if (i >= needed && !goesDeeper(lines.slice(0, i), line, amounts)) return i
    for (const cell of line) {
      const reach = cell.row + cell.rowSpan - lines[0][0].row
      needed = Math.max(needed, Math.min(reach, lines.length))
      if (isDivided(cell, lines[i + 1])) needed = Math.max(needed, i + 2)
    }
  }
  return lines.length
}

/** 类, 款 and 项 that share their row with 栏次, or with the total: they are header, the rest of the row is not. */
export function headWords(line: Line): RawCell[] {
  const words = line.filter(({ text }) => isClassWord(text))
  return words.length > 1 ? words : []
}

/** Whether a row under header rows is one more of them. */
function goesDeeper(above: Line[], line: Line, amounts: Span[]): boolean {
  if (isLabelled(above, line)) return false
  if (isExtraHeader(line) || isUnderHead(above, line)) return true
  return standsOver(line, amounts) && divides(above[above.length - 1], line)
}

/** A row that says something only under 项目 or 科目名称 is a row without amounts: 上年结转结余 after a repeated head. */
function isLabelled(above: Line[], line: Line): boolean {
  const filled = line.filter(isFilled)
  return filled.every((cell) => !isKeyWord(cell.text) && isUnderKey(above, cell))
}

/** Words beside blank keys: the second row of a head whose cells are ruled apart, 单位编码 above a blank one. */
function isUnderHead(above: Line[], line: Line): boolean {
  const keys = line.filter((cell) => isUnderKey(above, cell))
  const filled = line.filter(isFilled)
  return filled.length > 1 && keys.length > 0 && !keys.some(isFilled)
}

/** Whether the lowest words above a cell name what identifies rows. */
function isUnderKey(above: Line[], { box }: RawCell): boolean {
  const middle = (box[0] + box[2]) / 2
  const over = above.flat().filter((cell) => cell.box[0] <= middle && cell.box[2] > middle)
  const lowest = over.findLast(isFilled)
  return lowest !== undefined && isKeyWord(lowest.text)
}

/** A further row of headers begins under one that goes on or is divided; the rows of a form begin afresh. */
function divides(above: Line | undefined, line: Line): boolean {
  return above === undefined || above[0] === line[0] || above[0].colSpan > line[0].colSpan
}

type Span = readonly [x0: number, x1: number]

/** Cells whose left rules are so many points apart, or less, stand in one column. */
const SAME_COLUMN = 3

/** Where columns of amounts stand: below the first amount there are no more words than amounts, as there are in a form. */
function amountSpans(lines: Line[]): Span[] {
  const spans: { x0: number; x1: number; amounts: number; words: number }[] = []
  for (const { text, box } of lines.flat()) {
    const span = spans.find(({ x0 }) => Math.abs(x0 - box[0]) <= SAME_COLUMN)
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

function textOver(x: number, line: Line): string {
  for (const { box, text } of line) if (box[0] <= x && box[2] > x) return text
  return ''
}

/**
 * A header says what rows are called, or spans, or is at least three header words:
 * 项目支出 alone on top of a page is a row.
 */
function opensHeader(line: Line): boolean {
  const words = line.filter(isFilled)
  const known = words.filter((cell) => isHeaderText(cell.text))
  if (words.length === 0 || known.length * 2 < words.length) return false
  if (known.some((cell) => isKeyWord(cell.text))) return words.length > 1 || known[0].colSpan > 1
  const spans = known.filter((cell) => cell.rowSpan > 1 || cell.colSpan > 1)
  return words.length > 2 ? known.length === words.length || spans.length > 1 : spans.length > 1
}

/** Sub-headers that no wider cell announces. */
function isExtraHeader(line: Line): boolean {
  const words = line.filter(isFilled)
  const totals = words.filter(({ text }) => TOTAL_WORDS.test(fold(text)))
  return words.length > 1 && totals.length < 2 && words.every(({ text }) => isHeaderText(text))
}

/** The rules of a cell and of those below it are no further apart than this many points. */
const SAME_RULE = 1

/** Whether the row below splits a wide cell into named parts. */
function isDivided(cell: RawCell, below: Line | undefined): boolean {
  if (cell.colSpan < 2 || !isFilled(cell) || !below) return false
  const parts = below.filter(
    (part) =>
      part.row >= cell.row + cell.rowSpan &&
      part.box[0] >= cell.box[0] - SAME_RULE &&
      part.box[2] <= cell.box[2] + SAME_RULE,
  )
  return (
    parts.length > 1 &&
    parts.some(isFilled) &&
    parts.every((part) => !isFilled(part) || isHeaderText(part.text))
  )
}

/** A row of data has an amount or a code in a cell of its own. */
function isData(line: Line): boolean {
  const row = lastRow(line)
  return line.some((cell) => cell.row === row && isDatum(cell))
}

function isDatum(cell: RawCell): boolean {
  const text = fold(cell.text)
  if (SURE_AMOUNT.test(text)) return true
  return AMOUNT.test(text) && !/^(?:19|20)\d\d$/.test(text)
}
