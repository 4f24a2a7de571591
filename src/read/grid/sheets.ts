/** Pages printed on one sheet, side by side, each with its titles: they are read one after the other. */
import type { GlyphRun, PdfPage } from '../../../schemas/stages.js'
import { looksLikeTitle } from '../../../schemas/title-text.js'
import { abreast } from './abreast.js'
import { linesOf, textOf } from './aligned/segments.js'

/** Between two pages there is a gutter of this part of the sheet's width, in its middle. */
const GUTTER = 0.03
/** A foot stands in this lower part of a page. */
const FOOT = 0.9

/** @returns the pages of a sheet from the left; the sheet itself where it is one page */
export function sheetsOf(page: PdfPage): PdfPage[] {
  const halves = halvesOf(page)
  if (halves.length > 1) return halves
  const parts = abreast(page)
  return parts ? parts.flatMap(sheetsOf) : [page]
}

function halvesOf(page: PdfPage): PdfPage[] {
  const middle = page.width / 2
  if (page.width <= page.height || !hasGutter(page, middle)) return []
  const [left, right] = [halfOf(page, 0, middle), halfOf(page, middle, page.width)]
  return arePages(left, right) ? [left, right] : []
}

/** Nothing that is printed crosses the middle, or comes near it from both sides. */
function hasGutter({ width, runs, rules }: PdfPage, middle: number): boolean {
  let [from, to] = [0, width]
  const takes = (x0: number, x1: number) => {
    if (x0 < middle) from = Math.max(from, x1)
    if (x1 > middle) to = Math.min(to, x0)
  }
  for (const { origins, box, text } of runs) if (text.trim() !== '') takes(origins[0], box[2])
  for (const { axis, at, from: start, to: end } of rules)
    if (axis === 'v') takes(at, at)
    else takes(start, end)
  return from > 0 && to < width && to - from >= GUTTER * width
}

function halfOf(page: PdfPage, from: number, to: number): PdfPage {
  const isIn = (x: number) => x >= from && x < to
  return {
    ...page,
    runs: page.runs.filter(({ origins }) => isIn(origins[0])),
    cut: page.cut.filter(({ run }) => isIn(run.origins[0])),
    rules: page.rules.filter((rule) =>
      isIn(rule.axis === 'v' ? rule.at : (rule.from + rule.to) / 2),
    ),
  }
}

/** Each has a title of its own; or the first has, and both a number at their foot: a table that goes on. */
function arePages(left: PdfPage, right: PdfPage): boolean {
  if (!hasTitle(left.runs)) return false
  return hasTitle(right.runs) || (isNumbered(left) && isNumbered(right))
}

function hasTitle(runs: readonly GlyphRun[]): boolean {
  return linesOf(runs).some(({ segments }) => looksLikeTitle(textOf(segments)))
}

function isNumbered({ runs, height }: PdfPage): boolean {
  const foot = linesOf(runs.filter(({ baseline }) => baseline > FOOT * height)).at(-1)
  return foot !== undefined && /^[-—–\s第]*\d{1,4}[-—–\s页]*$/.test(textOf(foot.segments))
}
