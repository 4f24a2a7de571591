/**
 * A run -> the pieces that can stand in cells of their own: words, and figures, which are never cut.
 * Where a piece belongs, and whether two of them are one again, its cell decides (`place.ts`).
 */
import type { GlyphRun } from '../../../schemas/stages.js'
import { figureStep, isFigureSign } from './extent.js'
import { isHeaderTerm, isMadeOfTerms } from './header-words.js'

export interface Token {
  /** Positions of its first and last character in the run. */
  first: number
  last: number
  isFigure: boolean
}

/** A rule stands at a place between two characters if it is no further from it than this part of an em. */
const AT_RULE = 0.5

/** @param rules positions of the rules that stand between the cells that the run reaches into */
export function tokensOf(run: GlyphRun, rules: number[]): Token[] {
  const tokens: Token[] = []
  for (const { first, last } of piecesOf(run, rules)) {
    const before = tokens.at(-1)
    const isFigure = isFigureText(run.text, first, last)
    // A blank between words divides them where a rule stands in it: a header wider than its cell is one.
    if (
      before &&
      !before.isFigure &&
      !isFigure &&
      isBlankAt(run, first) &&
      !isAtRule(run, first, rules)
    ) {
      before.last = last
    } else tokens.push({ first, last, isFigure })
  }
  return tokens.flatMap((token) => (token.isFigure ? [token] : cutHeaders(run, token, rules)))
}

interface Piece {
  first: number
  last: number
}

/** Cut at blanks, between words and figures, and between figures that a rule divides. */
function piecesOf(run: GlyphRun, rules: number[]): Piece[] {
  const { text } = run
  const pieces: Piece[] = []
  let first = 0
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && !isCut(run, first, i, rules)) continue
    let last = i - 1
    while (last > first && isBlank(text[last])) last -= 1
    if (!isBlank(text[first])) pieces.push({ first, last })
    first = i
  }
  return pieces
}

/** A name's indentation is typed with blanks of either width: it is no part of the name behind a neighbour's figure. */
function isBlank(char: string): boolean {
  return char === ' ' || char === '\u3000'
}

const OPENING = /[\p{Script=Han}（(]/u
const CLOSING = /[\p{Script=Han}）)]/u
/** A year, a month or a day and its word are one: 2025年. */
const DATE = /^(?:(?:19|20)\d\d|\d{1,2})[年月日]$/

function isCut(run: GlyphRun, first: number, i: number, rules: number[]): boolean {
  const { text } = run
  const [before, here] = [text[i - 1], text[i]]
  if (isBlank(here)) return false
  if (isBlank(before)) return true
  if (isFigureSign(before) && isFigureSign(here))
    return isRuled(run, i, rules) && (isWholeAmount(text.slice(first, i)) || isWide(run, i))
  if (isFigureSign(before)) return OPENING.test(here) && !DATE.test(text.slice(first, i + 1))
  return isFigureSign(here) && CLOSING.test(before)
}

/** Painted without a gap: 174,900.64101,833.84 (重庆/商务委员会), an amount and the next list's code 471.1830201. */
function isWholeAmount(text: string): boolean {
  return /^-?[\d,]+\.\d\d$/.test(text)
}

/** A step between two digits that is wider than their own by this factor leaves room for a rule. */
const WIDE_STEP = 1.4

function isWide(run: GlyphRun, i: number): boolean {
  return run.origins[i] - run.origins[i - 1] > WIDE_STEP * figureStep(run)
}

/** A figure may touch the rule that it is divided from the next by: no more than this part of an em. */
const TOUCH = 0.25

function isRuled({ origins, size }: GlyphRun, i: number, rules: number[]): boolean {
  const reach = TOUCH * size
  return rules.some((rule) => rule > origins[i - 1] + reach && rule < origins[i] + reach)
}

function isFigureText(text: string, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (!isFigureSign(text[i])) return false
  return true
}

function isBlankAt({ text }: GlyphRun, i: number): boolean {
  return isBlank(text[i - 1])
}

/** Whether a rule stands before a character, in the blank before it or no more than a little beside it. */
function isAtRule({ text, origins, size }: GlyphRun, i: number, rules: number[]): boolean {
  let from = i
  while (from > 0 && isBlank(text[from - 1])) from -= 1
  const reach = AT_RULE * size
  return rules.some((rule) => rule >= origins[from] - reach && rule <= origins[i] + reach)
}

/** Headers of neighbouring cells that were painted in one go: each side of a rule must be a known word. */
function cutHeaders(run: GlyphRun, token: Token, rules: number[]): Token[] {
  const { first, last } = token
  if (rules.length === 0 || isHeaderTerm(run.text.slice(first, last + 1))) return [token]
  for (let i = first + 1; i <= last; i++) {
    const [left, right] = [run.text.slice(first, i), run.text.slice(i, last + 1)]
    if (!isAtRule(run, i, rules) || !isMadeOfTerms(left) || !isMadeOfTerms(right)) continue
    const rest = { first: i, last, isFigure: false }
    return [{ first, last: i - 1, isFigure: false }, ...cutHeaders(run, rest, rules)]
  }
  return [token]
}
