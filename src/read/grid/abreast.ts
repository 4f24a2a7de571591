/**
 * Tables abreast on one page, each with its title over it, whatever frame a text program draws around them:
 * each with what stands over it is a page of its own. A title over both of them makes them one page's.
 */
import type { GlyphRun, PdfPage, Rule } from '../../../schemas/stages.js'
import { looksLikeTitle } from '../../../schemas/title-text.js'
import { isFigureText, linesOf } from './aligned/segments.js'

interface Range {
  x0: number
  x1: number
}
interface Title extends Range {
  baseline: number
  size: number
}
/** The heights between which tables stand abreast: from the higher title down to the last figure. */
interface Band {
  top: number
  bottom: number
}

/** @returns the page of the table at the left, and of the rest; null where none stand abreast */
export function abreast(page: PdfPage): [PdfPage, PdfPage] | null {
  const [left, ...others] = titlesOf(page.runs)
  const right = others.find(({ x0 }) => x0 > left.x1)
  if (!right) return null
  const band = bandOf(page.runs, left, right)
  const isLast = !others.some(({ x0 }) => x0 > right.x1)
  const gap = gutterBetween(page, band, left, right, isLast)
  return gap && partedAt((gap.x0 + gap.x1) / 2, page, band)
}

/** From the left. */
function titlesOf(runs: readonly GlyphRun[]): Title[] {
  if (runs.filter(({ text }) => text.includes('表')).length < 2) return []
  const titles = linesOf(runs).flatMap(({ segments, baseline, size }) =>
    segments
      .filter(({ text }) => looksLikeTitle(text))
      .map(({ x0, x1 }): Title => ({ x0, x1, baseline, size })),
  )
  return titles.toSorted((a, b) => a.x0 - b.x0)
}

function bandOf(runs: readonly GlyphRun[], left: Title, right: Title): Band {
  const tops = [left, right].map(({ baseline, size }) => baseline - size)
  const figures = runs.filter(isAmount).map(({ baseline }) => baseline)
  return { top: Math.min(...tops), bottom: Math.max(0, ...figures) }
}

const isAmount = ({ text }: GlyphRun) => isFigureText(text) && /\d/.test(text)
const isWithin = ({ baseline }: GlyphRun, { top, bottom }: Band) =>
  baseline > top && baseline <= bottom

/** A title stands over the middle of its table, or begins where it does, but for so many ems. */
const OVER = 3
/** Tables abreast are further apart than this, in ems of their text. */
const APART = 1

/** The blank between two titles that has a table at each side, and a title over the middle of what is one. */
function gutterBetween(
  page: PdfPage,
  band: Band,
  left: Title,
  right: Title,
  isLast: boolean,
): Range | null {
  const runs = page.runs.filter((run) => run.text.trim() !== '' && isWithin(run, band))
  if (page.runs.some((run) => isOverBoth(run, left, right))) return null
  const taken = [...runs.map(rangeOf), ...page.rules.filter((rule) => isIn(rule, band)).map(reach)]
  const size = Math.min(...runs.map((run) => run.size))
  const fitting = blanks(taken, left.x1, right.x0)
    .filter(({ x0, x1 }) => x1 - x0 > APART * size)
    .map((gap) => ({ gap, off: offCentre(gap, runs, isLast ? [left, right] : [left]) }))
    .filter(({ off }) => off < OVER)
  return fitting.toSorted((a, b) => a.off - b.off)[0]?.gap ?? null
}

const rangeOf = ({ origins, box }: GlyphRun): Range => ({ x0: origins[0], x1: box[2] })
const reach = ({ axis, at, from, to }: Rule): Range =>
  axis === 'v' ? { x0: at, x1: at } : { x0: from, x1: to }

function isOverBoth(run: GlyphRun, left: Title, right: Title): boolean {
  const { x0, x1 } = rangeOf(run)
  const middle = (x0 + x1) / 2
  return middle > left.x1 && middle < right.x0 && looksLikeTitle(run.text)
}

/** A rule of a table; one that lies above the titles or below all figures, or reaches from there to here, is a frame's. */
function isIn({ axis, at, from, to }: Rule, { top, bottom }: Band): boolean {
  return axis === 'h' ? at > top && at < bottom : from > top || to < bottom
}

/** What is free of all ranges between two places. */
function blanks(taken: readonly Range[], from: number, to: number): Range[] {
  const found: Range[] = []
  let end = 0
  for (const { x0, x1 } of taken.toSorted((a, b) => a.x0 - b.x0)) {
    if (x0 > end && end < to && x0 > from) found.push({ x0: end, x1: x0 })
    end = Math.max(end, x1)
  }
  return found
}

/** How far titles stand off what is below them, the worse of them, in ems; no side may lack figures. */
function offCentre(gap: Range, runs: readonly GlyphRun[], titles: readonly Title[]): number {
  const middle = (gap.x0 + gap.x1) / 2
  const sides = [
    runs.filter(({ origins }) => origins[0] < middle),
    runs.filter(({ origins }) => origins[0] >= middle),
  ]
  const offs = titles.map(({ size, baseline, ...title }, i) => {
    const ranges = sides[i].filter((run) => run.baseline > baseline + size / 2).map(rangeOf)
    const x0 = Math.min(...ranges.map((range) => range.x0))
    const x1 = Math.max(...ranges.map((range) => range.x1))
    const middles = Math.abs(title.x0 + title.x1 - x0 - x1) / 2
    return Math.min(middles, Math.abs(title.x0 - x0)) / size
  })
  return sides.every((side) => side.some(isAmount)) ? Math.max(...offs) : Infinity
}

/** What stands above the tables goes with the first, what stands below them with the last. */
function partedAt(x: number, page: PdfPage, band: Band): [PdfPage, PdfPage] {
  const isFirst = (run: GlyphRun) =>
    run.baseline <= band.top || (run.baseline <= band.bottom && run.origins[0] < x)
  const rules = page.rules.filter((rule) => isIn(rule, band) || !crosses(rule, x))
  const isLeft = ({ axis, at, from, to }: Rule) => (axis === 'v' ? at : (from + to) / 2) < x
  const part = (is: boolean): PdfPage => ({
    ...page,
    runs: page.runs.filter((run) => isFirst(run) === is),
    cut: page.cut.filter(({ run }) => isFirst(run) === is),
    rules: rules.filter((rule) => isLeft(rule) === is),
  })
  return [part(true), part(false)]
}

const crosses = ({ axis, from, to }: Rule, x: number) => axis === 'h' && from < x && to > x
