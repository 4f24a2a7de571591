/** Where the body of a table that lacks rules is among the lines of a page, and where its rows stand. */
import type { Rule } from '../../../../schemas/stages.js'
import { looksLikeTitle } from '../../../../schemas/title-text.js'
import { blocksOf, LEADING } from './blocks.js'
import { areCoded, isCoded } from './openers.js'
import { isRuledApart, rowsOf, WRAPS } from './rows.js'
import { isFigureLine, type Line, type Segment } from './segments.js'

/** Lines of one table follow within so many ems. */
const PITCH = 4.5
/** A header stands so near above its figures, in ems. */
export const HEADER_GAP = 4
/** The first rows below it may have no figures: so many lines of words, a name that wraps among them. */
export const FIRST_ROWS = 2

export interface Place {
  page: number
  rules: readonly Rule[]
}

export interface Body {
  from: number
  to: number
  /** Where the lines of figures are among the lines. */
  figures: number[]
}

/** The next lines of figures, with the lines between them, and those around them that are rows without figures. */
export function bodyFrom(
  lines: readonly Line[],
  from: number,
  rules: readonly Rule[],
): Body | null {
  const first = lines.findIndex((line, i) => i >= from && isFigureLine(line) && !isIndexLine(line))
  if (first < 0) return null
  const figures = [first]
  for (let i = first + 1; i < lines.length; i++) {
    const isFar = lines[i].baseline - lines[i - 1].baseline > PITCH * lines[i - 1].size
    if (isFar || endsTable(lines[i]) || crosses(lines[i], lines, figures)) break
    if (isFigureLine(lines[i])) figures.push(i)
  }
  return { from: first, to: rowsBelow(lines, figures, rules), figures }
}

/** Words that run across the figures above them are no row's. */
function crosses(line: Line, lines: readonly Line[], figures: readonly number[]): boolean {
  if (isFigureLine(line)) return false
  const above = figures.flatMap((i) =>
    lines[i].segments.slice(1).filter(({ isFigure }) => isFigure),
  )
  return line.segments.some(
    (words) =>
      !words.isFigure &&
      above.some((figure) => words.x0 < figure.x0 - line.size && words.x1 > figure.x1 + line.size),
  )
}

/** Rows below the last figures have none: they begin where names do, to this part of an em, no further below than rows are. */
const SAME_LEFT = 0.5
const ROW_STEP = 1.2

function rowsBelow(
  lines: readonly Line[],
  figures: readonly number[],
  rules: readonly Rule[],
): number {
  const last = figures[figures.length - 1]
  const body = lines.slice(figures[0], last + 1)
  const begun = body.flatMap(({ segments }) => segments)
  const across = acrossOf(rules, body)
  const steps = body.slice(1).map((line, i) => line.baseline - body[i].baseline)
  const usual = Math.max(...steps)
  const reach = wrapsWithin(body, steps, across)
  const isName = ({ x0 }: Segment, size: number) =>
    begun.some((other) => Math.abs(other.x0 - x0) < SAME_LEFT * size)
  const haveCodes = areCoded(figures.map((i) => lines[i]))
  let to = last
  for (const line of lines.slice(last + 1)) {
    const { segments, baseline, size } = line
    const step = baseline - lines[to].baseline
    const isNear = step < ROW_STEP * usual
    const isUncoded = haveCodes && !isCoded(line) && step > reach
    const isRuledOff = across.some(({ at }) => at > lines[to].baseline && at < baseline)
    const isClosed = !isRuledOff || across.some(({ at }) => at > baseline && at < baseline + usual)
    const isOther =
      isUncoded || endsTable(line) || isLabelLine(line) || crosses(line, lines, figures)
    if (isOther || !isNear || !isClosed || !segments.every((each) => isName(each, size))) break
    to += 1
  }
  return to
}

/** How near a line follows one that it goes on from: nearer than rows do, or as lines of one block do. */
function wrapsWithin(
  body: readonly Line[],
  steps: readonly number[],
  across: readonly Rule[],
): number {
  const ruled = body.slice(1).map((line, i) => isRuledApart(body[i], line, across))
  const blocks = blocksOf(body, body.map(isFigureLine), ruled)
  const within = steps.filter((_, i) => blocks?.[i])
  return Math.max(WRAPS * Math.min(...steps), ...within.map((step) => LEADING * step))
}

const TEXT = /[。；]/

function endsTable({ segments }: Line): boolean {
  const text = segments.map((segment) => segment.text).join('')
  return TEXT.test(text) || looksLikeTitle(text) || /^(?:备?注|说明)[:：]/.test(text)
}

/** 1 2 3 …: it numbers the columns, and belongs to the header. */
export function isIndexLine({ segments }: Line): boolean {
  return (
    segments.length > 2 && segments.every(({ text }) => /^(?:\d{1,2}|\*+|栏次|行次)$/.test(text))
  )
}

/** A line of the table's owner, its unit or its title is none of the header. */
export function isLabelLine({ segments }: Line): boolean {
  return segments.some(
    ({ text }) =>
      /[:：]/.test(text) ||
      /^[(（]?(?:金额|计量)?单位.{0,4}元/.test(text) ||
      (looksLikeTitle(text) && segments.length === 1),
  )
}

/** Edges stand this part of an em above a line's baseline and below it. */
export const ASCENT = 1
const DESCENT = 0.35
export function sidesOf(lines: readonly Line[], beyond: number): [number, number] {
  const segments = lines.flatMap((line) => line.segments)
  return [
    Math.min(...segments.map(({ x0 }) => x0)) - beyond,
    Math.max(...segments.map(({ x1 }) => x1)) + beyond,
  ]
}

/** Edges in the middle between what stands above and below. */
export function heightsOf(above: number, rows: readonly number[][], size: number): number[] {
  const ys: number[] = []
  let last = above
  for (const baselines of rows) {
    const first = baselines[0] - ASCENT * size
    ys.push((last + DESCENT * size + first + 0.2 * size) / 2)
    last = baselines[baselines.length - 1]
  }
  return [...ys, last + DESCENT * size]
}

/** Baselines by row. */
export function baselinesOf(lines: readonly Line[], body: Body, place: Place): number[][] {
  return rowsWithin(lines, body, place).map((row) => row.map(({ baseline }) => baseline))
}

/** The lines of all rows that have figures, those that their words wrap into among them. */
export function linesOfRows(lines: readonly Line[], body: Body, place: Place): Line[] {
  return rowsWithin(lines, body, place)
    .filter((row) => row.some(isFigureLine))
    .flat()
}

function rowsWithin(lines: readonly Line[], { from, to }: Body, { rules }: Place): Line[][] {
  const own = lines.slice(from, to + 1)
  return rowsOf(own, isFigureLine, acrossOf(rules, own))
}

/** A rule parts rows if it is as long as this part of the lines: words can be underlined. */
const ACROSS = 0.5

function acrossOf(rules: readonly Rule[], lines: readonly Line[]): Rule[] {
  const [left, right] = sidesOf(lines, 0)
  return rules.filter(
    ({ axis, from, to }) =>
      axis === 'h' && Math.min(to, right) - Math.max(from, left) >= ACROSS * (right - left),
  )
}
