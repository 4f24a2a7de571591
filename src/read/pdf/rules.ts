import type { Box } from '../../../schemas/document.js'
import type { Rule } from '../../../schemas/stages.js'
import type { Point } from './path.js'

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

/** The box around all points; a drawing can have a hundred thousand of them. */
export function bounds(paths: Point[][]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const points of paths) {
    for (const [x, y] of points) {
      if (x < box[0]) box[0] = x
      if (y < box[1]) box[1] = y
      if (x > box[2]) box[2] = x
      if (y > box[3]) box[3] = y
    }
  }
  return box
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
