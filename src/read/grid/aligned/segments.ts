/** Runs -> lines of segments: what stands in a column of its own, as the blanks between say. */
import type { GlyphRun } from '../../../../schemas/stages.js'
import { AMOUNT, DASH, fold } from '../../../../schemas/text.js'

export interface Segment {
  text: string
  x0: number
  x1: number
  isFigure: boolean
  /** Where it has blanks, which may part it from what is of the next column: `at` of its characters stand before. */
  gaps: readonly Gap[]
}

interface Gap {
  at: number
  x0: number
  x1: number
}

export interface Line {
  baseline: number
  size: number
  segments: Segment[]
}

/** Baselines nearer than this part of an em are one line. */
const SAME_LINE = 0.4
/** No digit is wider than this part of an em, whatever its font declares. */
const DIGIT = 0.6
/** A gap of so many ems parts two segments of words: headers are spread out by less. */
const APART = 1

/** Lines from the top down, the segments of each from the left. */
export function linesOf(runs: readonly GlyphRun[]): Line[] {
  const lines: { baseline: number; size: number; runs: GlyphRun[] }[] = []
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1)
    const reach = SAME_LINE * Math.min(run.size, line?.size ?? run.size)
    if (line && run.baseline - line.baseline < reach) line.runs.push(run)
    else lines.push({ baseline: run.baseline, size: run.size, runs: [run] })
  }
  return lines.map(({ baseline, size, runs: own }) => ({
    baseline,
    size,
    segments: joined(
      own.flatMap(segmentsOf).toSorted((a, b) => a.x0 - b.x0),
      size,
    ),
  }))
}

const FIGURE = /^[-+(¥￥▲△▼▽]*\d[\d.,'"]*[)%*①-⑳-]*(?:\[\d\]|[千万亿]?元)?$/

/** A figure by itself, in whatever writing; a year's word or a code's name makes it none. */
export function isFigureText(text: string): boolean {
  const folded = fold(text)
  return AMOUNT.test(folded) || DASH.test(folded) || FIGURE.test(folded)
}

/** Blanks beside a figure part it from what stands there; blanks between words spread them. */
function segmentsOf(run: GlyphRun): Segment[] {
  const found: Segment[] = []
  for (const { from, to } of spansOf(run.text)) {
    const next = segmentOf(run, from, to)
    const before = found.at(-1)
    if (before && isPunctuated(before.text, next.text)) {
      before.text += next.text
      before.x1 = next.x1
      before.isFigure = isFigureText(before.text)
    } else if (before && !before.isFigure && !next.isFigure) {
      extend(before, { ...next, text: ` ${next.text}` })
    } else found.push(next)
  }
  return found
}

/** A comma or a point that its font leaves blanks around is in a figure: 46 , 794.00 (重庆/商务委员会). */
function isPunctuated(before: string, next: string): boolean {
  return (
    /\d[.,]?$/.test(before) && /^[.,\d]/.test(next) && (/[.,]$/.test(before) || /^[.,]/.test(next))
  )
}

function spansOf(text: string): { from: number; to: number }[] {
  return [...text.matchAll(/[^ \u3000]+/g)].flatMap(({ 0: word, index }) => {
    const end = index + word.length - 1
    const amount = BEFORE_WORDS.exec(word)?.[0].length ?? 0
    const whole = { from: index + amount, to: end }
    return amount === 0 ? [whole] : [{ from: index, to: index + amount - 1 }, whole]
  })
}

/** An amount that touches the words of the next column, and is in no unit that they name: 120.00二、教育支出. */
const BEFORE_WORDS =
  /^[-+(（]?\d{1,3}(?:,?\d{3})*\.\d\d[)）]?(?=[\p{Script=Han}（(])(?![元万亿千百个人])/u

function segmentOf({ text, origins, size, box }: GlyphRun, from: number, to: number): Segment {
  const own = text.slice(from, to + 1)
  const declared = origins[to + 1] ?? box[2]
  const end = /\d/.test(text[to]) ? Math.min(declared, origins[to] + DIGIT * size) : declared
  return {
    text: own,
    x0: origins[from],
    x1: Math.max(end, origins[to]),
    isFigure: isFigureText(own),
    gaps: [],
  }
}

/** Puts words behind others. */
function extend(before: Segment, next: Segment): void {
  before.gaps = [...before.gaps, { at: before.text.length, x0: before.x1, x1: next.x0 }]
  before.text += next.text
  before.x1 = Math.max(before.x1, next.x1)
}

/** Words that two runs spell close to each other are one segment. */
function joined(segments: Segment[], size: number): Segment[] {
  const found: Segment[] = []
  for (const segment of segments) {
    const before = found.at(-1)
    const isClose = before && segment.x0 - before.x1 < APART * size
    const areWords = before && !before.isFigure && !segment.isFigure
    if (before && isClose && (areWords || isPunctuated(before.text, segment.text))) {
      extend(before, segment)
      before.isFigure = isFigureText(before.text)
    } else found.push({ ...segment })
  }
  return found
}

/** What prose says around its amounts: 3.20万元，其中…。 */
const SENTENCE = /[。；;]|[元%％][，、]|，.{2,}，/

/** A line of a table's body: a figure behind something else. A code that stands before a name is none. */
export function isFigureLine({ segments }: Line): boolean {
  const isAmount = ({ isFigure, text }: Segment) => isFigure && /\d/.test(text)
  return segments.slice(1).some(isAmount) && !SENTENCE.test(textOf(segments))
}

export function wordsOf({ segments }: Line): Segment[] {
  return segments.filter(({ isFigure }) => !isFigure)
}

export function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join('')
}
