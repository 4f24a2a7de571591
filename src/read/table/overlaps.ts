/** Different figures in one place: an old one that was left under the new, or a remark over it. */
import type { Box } from '../../../schemas/document.js'
import type { GlyphRun } from '../../../schemas/stages.js'
import { extentOf } from './extent.js'

export interface Overlap {
  texts: string[]
  box: Box
}

/** Figures lie over each other if they share so many ems of width, and so much of their height. */
const WIDTH = 0.4
const HEIGHT = 0.5
/** Runs are compared with those that stand no further below them than so many points. */
const NEAR = 40

export function overlapsOf(runs: readonly GlyphRun[]): Overlap[] {
  const figures = runs.filter(isFigure).toSorted((a, b) => a.box[1] - b.box[1])
  const found: Overlap[] = []
  for (const [i, run] of figures.entries())
    for (let k = i + 1; k < figures.length && figures[k].box[1] - run.box[1] < NEAR; k++)
      if (lieOver(run, figures[k])) found.push({ texts: [run.text, figures[k].text], box: run.box })
  return found
}

/** Whether two figures are printed over each other. */
export function lieOver(a: GlyphRun, b: GlyphRun): boolean {
  if (!isFigure(a) || !isFigure(b)) return false
  const size = Math.min(a.size, b.size)
  const height = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1])
  if (height < HEIGHT * size) return false
  const [own, other] = [extentOf(a), extentOf(b)]
  return Math.min(own[1], other[1]) - Math.max(own[0], other[0]) > WIDTH * size
}

function isFigure({ text }: GlyphRun): boolean {
  return /^[-(（]?\d[\d.,]*[)）]?$/.test(text)
}
