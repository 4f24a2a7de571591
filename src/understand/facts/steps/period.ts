/** The year of a figure: of its clause, its sentence, its date, else of the document. */
import { lastYear } from '../document.js'
import type { Ref } from '../ref.js'
import { pieceOf, type Token } from '../token.js'
import type { Sentence, Walk } from '../walk.js'

const HEADS = new Set<Token['is']>(['comma', 'semi', 'stop', 'colon', 'open', 'ordinal', 'dun'])

/** The sentence's own year; one at the head of a clause begins anew. */
export function seeYear(walk: Walk, year: number, i: number): void {
  const before = walk.tokens[i - 1]
  const heads = !before || HEADS.has(before.is) || before.sense?.word === 'among'
  if (heads || walk.sentence.period === null) walk.sentence = { ...walk.sentence, period: year }
  if (heads) walk.state.date = null
}

export function seeDate(walk: Walk, token: Token): void {
  const date = pieceOf(token, 'date')!
  walk.state.date = { year: date.last ? lastYear(walk.known) : date.year }
  walk.mode = 'stock'
}

/**
 * A year that the sentence compares with is a slip for the next (重庆/气象局 prints "2025年“三公”经费
 * 预算…，比2025年减少" under a 2026 heading); a reason may speak of it.
 */
export function isSlip({ compared, reason, onlyYear }: Sentence, year: number): boolean {
  return year === compared && !reason && onlyYear
}

export function periodOf({ sentence, known }: Walk): number | null {
  const { period } = sentence
  if (period !== null && isSlip(sentence, period)) return period + 1
  return period ?? known.year
}

/** A change behind last year's figure is of this year all the same: 2032 年预算 N，2031 年预算 M，下降 5 %. */
export function changePeriod(walk: Walk, { subject, qualifier }: Ref): number | null {
  const { known, found } = walk
  const period = periodOf(walk)
  if (period === null || period !== lastYear(known)) return period
  const both = found.some(
    ({ ref, period: own }) =>
      own === known.year && ref.subject === subject && ref.qualifier === qualifier,
  )
  return both ? known.year : period
}
