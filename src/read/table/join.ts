import type { Box } from '../../../schemas/document.js'
import type { GlyphRun, RawCell } from '../../../schemas/stages.js'
import { extentOf } from './extent.js'
import { toLines } from './line.js'
import { lieOver } from './overlaps.js'

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** A cell's runs -> its text: lines from the top, runs from the left; wrapped lines joined without a blank. */
export function joinLines(
  runs: GlyphRun[],
  cell: Box,
): Pick<RawCell, 'text' | 'indent' | 'centred' | 'room'> {
  return runs.length === 0 ? NOTHING : joinText(runs.length === 1 ? runs : withoutMarks(runs), cell)
}

/** A mark of a note is set in letters no larger than this part of what it stands behind, and so much higher, in ems. */
const MARK_SIZE = 0.75
const RAISED = 0.15
const NOTE_MARK = /^[[(（]?[\d①-⑳*＊※a-z]{1,3}[\])）]?$/

/** A small raised digit is no digit of the figure that it stands behind. */
function withoutMarks(runs: GlyphRun[]): GlyphRun[] {
  const isMark = (run: GlyphRun) =>
    NOTE_MARK.test(run.text) &&
    runs.some(
      (other) =>
        run.size <= MARK_SIZE * other.size &&
        other.baseline - run.baseline > RAISED * other.size &&
        other.baseline - run.baseline < other.size &&
        run.origins[0] > other.origins[0],
    )
  return runs.filter((run) => !isMark(run))
}

function joinText(
  runs: GlyphRun[],
  cell: Box,
): Pick<RawCell, 'text' | 'indent' | 'centred' | 'room'> {
  const lines = runs.length === 1 ? [runs] : toLines(runs)
  let text = ''
  let centred = true
  for (const line of lines) {
    text = joinPair(text, collapse(joinRuns(line)))
    centred &&= isCentred(line, cell)
  }
  const [first] = lines[0]
  const indent = Math.max(0, (first.origins[0] - cell[0]) / first.size)
  return { text, indent, centred, room: roomBehind(lines[lines.length - 1], cell) }
}

const NOTHING = { text: '', indent: 0, centred: false, room: 0 }

/** A line is centred if the blanks on its sides differ by less than this part of an em. */
const CENTRED = 0.5

function isCentred(line: GlyphRun[], cell: Box): boolean {
  const before = (line[0].origins[0] - cell[0]) / line[0].size
  return Math.abs(before - roomBehind(line, cell)) < CENTRED
}

function roomBehind(line: GlyphRun[], [, , right]: Box): number {
  const last = line[line.length - 1]
  return (right - extentOf(last)[1]) / last.size
}

/** A gap between two runs of a line that is wider than this part of an em is a blank. */
const GAP = 0.25

function joinRuns(line: GlyphRun[]): string {
  let { text } = line[0]
  for (let i = 1; i < line.length; i++) {
    const gap = line[i].box[0] - line[i - 1].box[2]
    text +=
      (isOther(line[i - 1], line[i], gap) ? ' / ' : gap > GAP * line[i].size ? ' ' : '') +
      line[i].text
  }
  return text
}

/** Figures further apart, in ems, are two; a code may be spread out so. */
const FAR = 1

/** Whether a figure is none of the same as the one before it: printed over it, or far from it. */
function isOther(before: GlyphRun, run: GlyphRun, gap: number): boolean {
  const isAmount = /[.,]\d/.test(before.text + run.text)
  const areFigures = /^-?\d[\d,.]*$/.test(before.text) && /^-?\d[\d,.]*$/.test(run.text)
  return lieOver(before, run) || (areFigures && isAmount && gap > FAR * run.size)
}

/** Two words of Latin letters keep a blank where a line ends between them; Chinese and figures do not. */
function joinPair(left: string, right: string): string {
  if (areTwoFigures(left, right)) return `${left} ${right}`
  return /[A-Za-z]$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right
}

const WHOLE = /^-?(?:\d{1,3}(?:,\d{3})+|\d{3,})(?:\.\d+)?$|^-?\d+\.\d{2}$/
/** Two figures, one under the other in a cell, are never one; an amount that wraps goes on with what is none. */
function areTwoFigures(left: string, right: string): boolean {
  return WHOLE.test(left) && WHOLE.test(right)
}

const BLANK = /[ \u3000]/

/** Blanks that only spread Chinese characters out ("项    目") are layout, not text. */
export function collapse(text: string): string {
  if (!BLANK.test(text)) return text
  const single = text.replace(/[ \u3000]+/g, ' ').trim()
  return single.replace(/ /g, (_, i: number) =>
    HAN.test(single[i - 1]) && HAN.test(single[i + 1]) ? '' : ' ',
  )
}
