/** What the cells of a column are: counted once, for whoever asks what a column holds. */
import type { RawTable } from '../../../schemas/stages.js'
import { AMOUNT, DASH, fold, ORDINAL, SURE_AMOUNT } from '../../../schemas/text.js'
import { MEASURE_WORDS, TOTAL_WORDS } from '../../../schemas/vocabulary.js'

export interface Content {
  filled: number
  /** Figures of any look, shares and dashes among them. */
  amounts: number
  /** Figures that no code, ordinal or date can be mistaken for. */
  sure: number
  /** Digits somewhere, and no figure: 1.2.3, 12O.00. */
  garbled: number
  /** Names behind a code: 30101基本工资. */
  codes: number
  percents: number
  /** Whole numbers of three to nine digits, without commas: figures to the eye, codes under a head of units. */
  digits: number
  /** What things are counted in: 台, 项, 批. */
  measures: number
  /** Labels that only a list of its own has: 合计, and an ordinal before a name. */
  totals: number
  ordinals: number
  /** Whether the cells count the lines: 1 2 3 …, from 1. */
  counts: boolean
  /** Cells that begin with a code, by its first digit. */
  systems: { '2': number; '3': number; '5': number }
  /** The distinct cells that are a classification code and nothing else. */
  pure: Set<string>
}

/** So many lines that are numbered one by one are numbered; two could be two amounts of whole yuan. */
const COUNTED = 3

export function contentOf(table: RawTable, index: number): Content {
  const content: Content = {
    filled: 0,
    amounts: 0,
    sure: 0,
    garbled: 0,
    codes: 0,
    percents: 0,
    digits: 0,
    measures: 0,
    totals: 0,
    ordinals: 0,
    counts: false,
    systems: { '2': 0, '3': 0, '5': 0 },
    pure: new Set(),
  }
  const texts = textsOf(table, index)
  for (const text of texts) count(content, text)
  content.counts = texts.length >= COUNTED && texts.every((text, i) => text === String(i + 1))
  return content
}

/** The filled cells of a column, folded. */
function textsOf(table: RawTable, index: number): string[] {
  const texts: string[] = []
  for (const { cells } of table.rows) {
    const text = fold(cells[index]?.text ?? '')
    if (text !== '') texts.push(text)
  }
  return texts
}

function count(content: Content, text: string): void {
  content.filled += 1
  const figure = AMOUNT.test(text) || DASH.test(text) || PERCENT.test(text)
  if (figure) content.amounts += 1
  else if (/\d/.test(text)) content.garbled += 1
  if (SURE_AMOUNT.test(text) && !DATE.test(text)) content.sure += 1
  if (text.endsWith('%')) content.percents += 1
  if (/^[235]\d{2}(?:\d{2}){0,2}$/.test(text)) content.pure.add(text)
  if (/^[[(]?\d{2,9}[\])]?[-_.:、]?\p{Script=Han}/u.test(text)) content.codes += 1
  const code = CODE.exec(text)
  if (code) content.systems[code[1] as '2' | '3' | '5'] += 1
  if (/^\d{3,9}$/.test(text)) content.digits += 1
  if (MEASURE_WORDS.test(text)) content.measures += 1
  if (TOTAL_WORDS.test(text)) content.totals += 1
  if (ORDINAL.test(text)) content.ordinals += 1
}

const CODE = /^\[?([235])\d{2}(?:\d{2}){0,3}(?!\d)/
const PERCENT = /^-?[\d.]+%$/
/** 2026.03 in a column of times is no amount. */
const DATE = /^(?:19|20)\d\d[.](?:0?[1-9]|1[0-2])$/

/** More than half: what most cells of a column are, the column is. */
export function isMost(part: number, whole: number): boolean {
  return part * 2 > whole
}

/** Words fill it, not figures. */
export function holdsWords({ filled, amounts }: Content): boolean {
  return isMost(filled - amounts, filled)
}

/** What a header calls a name or a text is none where most of its cells can be nothing but amounts. */
export function holdsAmounts({ filled, sure }: Content): boolean {
  return isMost(sure, filled)
}

/** Whole numbers that are all of the look of a unit's code: under a head of units they are no money. */
export function holdsUnitCodes({ filled, digits, totals, sure }: Content): boolean {
  return digits > 0 && sure === 0 && digits >= UNIT_CODES * (filled - totals)
}

/** Of these few are of the length of a classification's codes: 515, 515001, 515002 (预算编码 beside 预算单位). */
export function holdsOnlyUnitCodes(content: Content): boolean {
  const { digits, systems } = content
  const classifying = systems['2'] + systems['3'] + systems['5']
  return holdsUnitCodes(content) && !isMost(classifying, digits)
}

/** The share of a column's cells, totals aside, that are of the look of a unit's code. */
const UNIT_CODES = 0.8

/** Nothing but codes of 3, 5 or 7 digits, some the beginning of others: no list of amounts is so. */
export function holdsCodes({ filled, pure }: Content): boolean {
  const codes = [...pure]
  return (
    pure.size > 1 &&
    pure.size >= PURE_CODES * filled &&
    codes.some((code) => codes.some((other) => other !== code && other.startsWith(code)))
  )
}

/** The share of a column's cells that are distinct codes. */
const PURE_CODES = 0.8

/** Names behind their codes: 12328 before the one of forty projects that is a hotline is no code. */
export function holdsCodedNames({ filled, totals, codes }: Content): boolean {
  return codes > 0 && codes >= CODED_NAMES * (filled - totals)
}

/** The share of a column's names, totals aside, that stand behind a code; units and their blocks stand among them. */
const CODED_NAMES = 0.2
