import type { Box } from '../../../schemas/document.js'
import type { Rule } from '../../../schemas/stages.js'
import { bounds, type Point } from './path.js'

/** A fill that is no thicker than this is a line, in points. */
const MAX_THICKNESS = 2.6
/** A line that leans more than this over its length is a drawing. */
const MAX_LEAN = 0.6

/** Rules of a stroked path: each horizontal or vertical segment. */
export function strokedRules(paths: Point[][]): Rule[] {
  const rules: Rule[] = []
  for (const points of paths) {
    for (let i = 1; i < points.length; i++) {
      const found = segment(points[i - 1], points[i])
      if (found) rules.push(found)
    }
  }
  return rules
}

function segment([x0, y0]: Point, [x1, y1]: Point): Rule | null {
  const dx = Math.abs(x1 - x0)
  const dy = Math.abs(y1 - y0)
  if (dy <= MAX_LEAN && dx > dy) return rule('h', (y0 + y1) / 2, x0, x1)
  if (dx <= MAX_LEAN && dy > dx) return rule('v', (x0 + x1) / 2, y0, y1)
  return null
}

/** Rules of a filled path: each rectangle that is as thin as a line. Larger fills are shading. */
export function filledRules(paths: Point[][]): Rule[] {
  const rules: Rule[] = []
  for (const points of paths) {
    const found = thinRectangle(bounds([points]))
    if (found) rules.push(found)
  }
  return rules
}

function thinRectangle([x0, y0, x1, y1]: Box): Rule | null {
  const width = x1 - x0
  const height = y1 - y0
  if (height <= MAX_THICKNESS && width > height) return rule('h', (y0 + y1) / 2, x0, x1)
  if (width <= MAX_THICKNESS && height > width) return rule('v', (x0 + x1) / 2, y0, y1)
  return null
}

/** Corners of a rectangle are this near to its box, in points. */
const CORNER = 0.2

/** The box of a path that is a rectangle with upright sides, and no line; null where it is another shape. */
export function rectangleOf(points: Point[]): Box | null {
  if (points.length < 2 || points.length > 5) return null
  const box = bounds([points])
  if (box[2] - box[0] <= MAX_THICKNESS || box[3] - box[1] <= MAX_THICKNESS) return null
  let corners = 0
  for (const [x, y] of points) {
    const [left, right] = [x - box[0] < CORNER, box[2] - x < CORNER]
    const [top, bottom] = [y - box[1] < CORNER, box[3] - y < CORNER]
    if (!(left || right) || !(top || bottom)) return null
    corners |= 1 << ((left ? 0 : 1) + (top ? 0 : 2))
  }
  return corners === ALL_CORNERS ? box : null
}

/** One bit for each. */
const ALL_CORNERS = 15

/** The areas that thick upright lines take. */
export function strokedAreas(paths: Point[][], width: number): Box[] {
  if (width <= MAX_THICKNESS) return []
  return strokedRules(paths).map(({ axis, at, from, to }): Box => {
    const [low, high] = [at - width / 2, at + width / 2]
    return axis === 'h' ? [from, low, to, high] : [low, from, high, to]
  })
}

function rule(axis: 'h' | 'v', at: number, a: number, b: number): Rule {
  return { axis, at, from: Math.min(a, b), to: Math.max(a, b) }
}

/** The part of a rule within a box; null where nothing is left, or where it stands nowhere. */
export function clipRule(line: Rule, box: Box): Rule | null {
  const [low, high, start, end] =
    line.axis === 'h' ? [box[1], box[3], box[0], box[2]] : [box[0], box[2], box[1], box[3]]
  if (!(line.at >= low - 1 && line.at <= high + 1)) return null
  const from = Math.max(line.from, start)
  const to = Math.min(line.to, end)
  return to > from ? { ...line, from, to } : null
}
