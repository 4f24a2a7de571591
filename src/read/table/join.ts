import type { Box } from '../../../schemas/document.js'
import type { GlyphRun, RawCell } from '../../../schemas/stages.js'
import { extentOf } from './extent.js'
import { toLines } from './line.js'

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** A cell's runs -> its text: lines from the top, runs from the left; wrapped lines joined without a blank. */
export function joinLines(
  runs: GlyphRun[],
  cell: Box,
): Pick<RawCell, 'text' | 'indent' | 'centred' | 'room'> {
  if (runs.length === 0) return NOTHING
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
    text += (gap > GAP * line[i].size ? ' ' : '') + line[i].text
  }
  return text
}

/** Two words of Latin letters keep a blank where a line ends between them; Chinese and figures do not. */
function joinPair(left: string, right: string): string {
  return /[A-Za-z]$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : left + right
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
