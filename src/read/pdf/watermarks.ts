/** What is printed across a page, much paler or much larger than its text: the name of a portal, a date, 样本. */
import type { GlyphRun } from '../../../schemas/stages.js'
import { AMOUNT, DASH, fold } from '../../../schemas/text.js'

/** A page of which more than this part is pale is printed so. */
const MOSTLY = 0.5

/** Text that lies over other text and is so many times as large is printed across it: dark ones too. */
const LARGER = 1.8

/** Text, and what is printed across it. */
export function partWatermarks(runs: readonly GlyphRun[]): {
  runs: GlyphRun[]
  watermarks: GlyphRun[]
} {
  const least = runs.reduce((size, run) => Math.min(size, run.size), Number.POSITIVE_INFINITY)
  const large = new Set(
    runs.filter(
      (run) =>
        run.size >= LARGER * least &&
        runs.some((other) => run.size >= LARGER * other.size && liesAcross(run, other)),
    ),
  )
  const { runs: rest, watermarks } = partFaint(runs.filter((run) => !large.has(run)))
  return { runs: rest, watermarks: [...large, ...watermarks] }
}

/**
 * Pale text that lies over other text, or says the same in several places. A pale figure that stands alone
 * is one: some templates print their zeros so.
 */
function partFaint(runs: readonly GlyphRun[]): { runs: GlyphRun[]; watermarks: GlyphRun[] } {
  const faint = runs.filter(({ isFaint }) => isFaint)
  const plain = runs.filter(({ isFaint }) => !isFaint)
  if (faint.length === 0 || lengthOf(faint) > MOSTLY * lengthOf(runs))
    return { runs: [...runs], watermarks: [] }
  const isRepeated = ({ text }: GlyphRun) =>
    !isFigure(text) && faint.filter((other) => other.text === text).length > 1
  const texts = new Set(
    faint
      .filter((run) => isRepeated(run) || plain.some((other) => lieOver(run, other)))
      .map(({ text }) => text),
  )
  const watermarks = faint.filter(
    (run) =>
      texts.has(run.text) && (!isFigure(run.text) || plain.some((other) => lieOver(run, other))),
  )
  return { runs: runs.filter((run) => !watermarks.includes(run)), watermarks }
}

function lengthOf(runs: readonly GlyphRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

function isFigure(text: string): boolean {
  return AMOUNT.test(fold(text)) || DASH.test(fold(text))
}

/** Lines set close to each other touch; what lies across another holds the middle of it. */
function liesAcross({ box }: GlyphRun, { box: other }: GlyphRun): boolean {
  const [x, y] = [(other[0] + other[2]) / 2, (other[1] + other[3]) / 2]
  return x > box[0] && x < box[2] && y > box[1] && y < box[3]
}

function lieOver({ box: a }: GlyphRun, { box: b }: GlyphRun): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
