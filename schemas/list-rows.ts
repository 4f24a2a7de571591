/** What rows of lists are called, and what that makes of them in the list's sums: data. */
import { listedCodes } from './codes.js'
import { BY_NATURE, BY_SOURCE } from './sums.js'
import { fold, ORDINAL } from './text.js'
import { SUBTOTAL_WORDS, TERMS, TOTAL_WORDS } from './vocabulary.js'

/** 本年收入合计: what this year alone comes to, before last year's carry-over. */
export const THIS_YEAR = /^[本当]年/
/** What last year left: 年初结转和结余, 上年结转, 上年实户资金余额. */
export const OPENING = /(?:年初|期初|上年|以前年度).*(?:结转|结余|余额)/
/** What goes to the next year: 年末结转和结余, 结转下年, 未安排支出的实户资金. */
export const CLOSING = /(?:年末|年终|期末).*(?:结转|结余|余额)|结转下年|未安排支出/
/** Whatever is carried from year to year, balances that are drawn on or put by included. */
export const CARRIED = /结转|结余|余额|未安排支出|弥补收支差额|事业基金/

/** A note of the row above, which need not be all of it: 其中：…, 另：…. */
export function isMemo(label: string): boolean {
  return /其中|另/.test(label) && /^(?:其中|另:)/.test(fold(label).replace(ORDINAL, ''))
}

export function isNumbered(label: string): boolean {
  return ORDINAL.test(fold(label))
}

/** 合计, 本年收入合计, 当年支出小计: words that sum what stands above them. */
export function isTotalName(name: string): boolean {
  const folded = fold(name)
  return TOTAL_WORDS.test(folded) || SUBTOTAL_WORDS.test(folded)
}

/** Whether a row bears the name of a source of money, a nature of expenditure or a class of a classification. */
export function isListed(name: string): boolean {
  listed ??= listedNames()
  return listed.has(fold(name))
}

let listed: Set<string> | null = null

function listedNames(): Set<string> {
  const sums = [BY_SOURCE, BY_NATURE]
  const atoms = new Set(sums.flatMap((sum) => (sum.rule === 'row_sum' ? sum.parts : [])))
  const terms = TERMS.filter(({ atom }) => atom !== null && atoms.has(atom))
  const classes = listedCodes().filter(({ code }) => code.length === 3)
  return new Set([
    ...terms.flatMap(({ words }) => words.map(fold)),
    ...classes.flatMap(({ names }) => names.map(({ name }) => fold(name))),
  ])
}
