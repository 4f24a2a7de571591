/**
 * What is printed across a page and is none of its text: the name of a portal, a date, 样本, 已审核. It is much paler
 * or much larger than the text, or is laid over the cells of a table as no text of theirs would be.
 */
import type { GlyphRun, Rule } from '../../../schemas/stages.js'
import { isFigure, lengthOf, withoutLaid } from './laid-over.js'
import { Places } from './places.js'

/** A page of which more than this part is pale is printed so. */
const MOSTLY = 0.5

/** Text that lies over other text and is so many times as large is printed across it: dark ones too. */
const LARGER = 1.8

/** Text, and what is printed across it. */
export function partWatermarks(
  runs: readonly GlyphRun[],
  rules: readonly Rule[],
): { runs: GlyphRun[]; watermarks: GlyphRun[] } {
  const large = largeOver(runs)
  const rest = large.size === 0 ? runs : runs.filter((run) => !large.has(run))
  const faint = faintAmong(rest)
  const plain = faint.size === 0 ? rest : rest.filter((run) => !faint.has(run))
  const laid = withoutLaid(plain, rules)
  return { runs: laid.runs, watermarks: [...large, ...faint, ...laid.laid] }
}

function largeOver(runs: readonly GlyphRun[]): Set<GlyphRun> {
  const least = runs.reduce((size, run) => Math.min(size, run.size), Number.POSITIVE_INFINITY)
  const large = runs.filter(({ size }) => size >= LARGER * least)
  if (large.length === 0) return new Set()
  const places = new Places(runs, heightOf)
  return new Set(
    large.filter((run) =>
      places.some(
        run.box[1],
        run.box[3],
        (other) => run.size >= LARGER * other.size && liesAcross(run, other),
      ),
    ),
  )
}

/**
 * Pale text that lies over other text, or says the same in several places. A pale figure that stands alone
 * is one: some templates print their zeros so.
 */
function faintAmong(runs: readonly GlyphRun[]): ReadonlySet<GlyphRun> {
  const faint = runs.filter(({ isFaint }) => isFaint)
  if (faint.length === 0 || lengthOf(faint) > MOSTLY * lengthOf(runs)) return new Set()
  const places = new Places(
    runs.filter(({ isFaint }) => !isFaint),
    heightOf,
  )
  const counts = new Map<string, number>()
  for (const { text } of faint) counts.set(text, (counts.get(text) ?? 0) + 1)
  const isRepeated = ({ text }: GlyphRun) => !isFigure(text) && (counts.get(text) ?? 0) > 1
  const over = new Set(
    faint.filter((run) => places.some(run.box[1], run.box[3], (other) => lieOver(run, other))),
  )
  const texts = new Set(
    faint.filter((run) => isRepeated(run) || over.has(run)).map(({ text }) => text),
  )
  return new Set(
    faint.filter((run) => texts.has(run.text) && (!isFigure(run.text) || over.has(run))),
  )
}

const heightOf = ({ box }: GlyphRun) => [box[1], box[3]] as const

/** Lines set close to each other touch; what lies across another holds the middle of it. */
function liesAcross({ box }: GlyphRun, { box: other }: GlyphRun): boolean {
  const [x, y] = [(other[0] + other[2]) / 2, (other[1] + other[3]) / 2]
  return x > box[0] && x < box[2] && y > box[1] && y < box[3]
}

function lieOver({ box: a }: GlyphRun, { box: b }: GlyphRun): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
