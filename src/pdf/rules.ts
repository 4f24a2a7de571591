import type { Box } from '../../schemas/document.js'
import type { Rule } from '../../schemas/stages.js'
import { apply, type Matrix } from './matrix.js'

/** A fill that is no thicker than this is a line, in points. */
const MAX_THICKNESS = 2.6
/** A line that leans more than this over its length is a drawing. */
const MAX_LEAN = 0.6

const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4

type Point = [number, number]

/** The straight subpaths of a pdf.js path buffer, in displayed points; curved ones are left out. */
export function subpaths(buffer: ArrayLike<number>, toPage: Matrix): Point[][] {
  const paths: Point[][] = []
  let current: Point[] = []
  let curved = false
  const finish = () => {
    if (current.length > 1 && !curved) paths.push(current)
    current = []
    curved = false
  }
  for (let i = 0; i < buffer.length; ) {
    const op = buffer[i++]
    if (op === MOVE) {
      finish()
      current = [apply(toPage, buffer[i], buffer[i + 1])]
      i += 2
    } else if (op === LINE) {
      current.push(apply(toPage, buffer[i], buffer[i + 1]))
      i += 2
    } else if (op === CLOSE) {
      if (current.length > 2) current.push(current[0])
    } else {
      curved = true
      i += op === CURVE ? 6 : op === QUADRATIC ? 4 : buffer.length
    }
  }
  finish()
  return paths
}

/** Rules of a stroked path: each horizontal or vertical segment. */
export function strokedRules(paths: Point[][]): Rule[] {
  return paths.flatMap((points) =>
    points.slice(1).flatMap((point, i) => segment(points[i], point) ?? []),
  )
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
  return paths.flatMap((points) => {
    const [x0, y0, x1, y1] = bounds(points)
    const width = x1 - x0
    const height = y1 - y0
    if (height <= MAX_THICKNESS && width > height) return rule('h', (y0 + y1) / 2, x0, x1)
    if (width <= MAX_THICKNESS && height > width) return rule('v', (x0 + x1) / 2, y0, y1)
    return []
  })
}

export function bounds(points: Point[]): Box {
  const xs = points.map((point) => point[0])
  const ys = points.map((point) => point[1])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function rule(axis: 'h' | 'v', at: number, a: number, b: number): Rule {
  return { axis, at, from: Math.min(a, b), to: Math.max(a, b) }
}

/** The part of a rule within a box; null where nothing is left. */
export function clipRule(line: Rule, box: Box): Rule | null {
  const [low, high, start, end] =
    line.axis === 'h' ? [box[1], box[3], box[0], box[2]] : [box[0], box[2], box[1], box[3]]
  if (line.at < low - 1 || line.at > high + 1) return null
  const from = Math.max(line.from, start)
  const to = Math.min(line.to, end)
  return to > from ? { ...line, from, to } : null
}
