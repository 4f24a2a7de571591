/** What the page shows of a run: a clip may cut it off, and a font may declare any width. */
import type { GlyphRun } from '../../../schemas/stages.js'

export type Extent = readonly [x0: number, x1: number]

/** Height of the middle of what is seen of a line: a print title can cut a row of headers at half its height. */
export function middleOf({ box, clip }: GlyphRun): number {
  return (Math.max(box[1], clip[1]) + Math.min(box[3], clip[3])) / 2
}

/** From the origin of one character to the end of another, as far as the clip lets it be seen. */
export function extentOf(run: GlyphRun, first = 0, last = run.origins.length - 1): Extent {
  const end = run.origins[last + 1] ?? run.origins[last] + lastStep(run)
  const x0 = Math.max(run.origins[first], run.clip[0])
  return [x0, Math.max(x0, Math.min(end, run.clip[2]))]
}

/** Where the last digit of a figure stands: amounts are flush right, whatever else they cover. */
export function anchorOf(run: GlyphRun, last: number): number {
  return run.origins[last] + figureStep(run) / 2
}

/** No figure is wider than this part of an em. */
const FIGURE_WIDTH = 0.6
/** Digits nearer than this part of an em are one painted over another. */
const OVERLAID = 0.15

/** The last character has no successor whose origin would say how wide it is. */
function lastStep(run: GlyphRun): number {
  const last = run.origins.length - 1
  return isFigureSign(run.text[last]) ? figureStep(run) : run.box[2] - run.origins[last]
}

/** From digit to digit: fonts declare any width (重庆/商务委员会 twice the real one), origins do not lie. */
export function figureStep({ text, origins, size }: GlyphRun): number {
  let step = FIGURE_WIDTH * size
  for (let i = 1; i < text.length; i++) {
    const here = origins[i] - origins[i - 1]
    if (isDigit(text[i - 1]) && isDigit(text[i]) && here > OVERLAID * size)
      step = Math.min(step, here)
  }
  return step
}

export function isFigureSign(char: string): boolean {
  return isDigit(char) || char === '.' || char === ',' || char === '%' || char === '-'
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}
