/**
 * Pages whose text lies on its side, stands on its head or leans a little: they are turned until it is upright,
 * and read then. A stamp or a note beside upright text turns nothing.
 */
import { type Matrix, multiply } from './matrix.js'
import type { Viewport } from './viewport.js'

/** Angles of characters are told apart by so many degrees. */
const STEP = 0.05
/** So many characters lie the same way, and so large a part of all. */
const LEAST = 40
const MOST = 0.6
/** What leans less is upright: over a page's width it is less than a third of a line. */
const UPRIGHT = 0.08

/** How the characters of a page lie. */
export class Angles {
  readonly #counts = new Map<number, number>()
  #upright = 0

  add(x: number, y: number): void {
    if (y === 0 && x > 0) {
      this.#upright += 1
      return
    }
    const step = Math.round((Math.atan2(y, x) * 180) / Math.PI / STEP)
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + 1)
  }

  /** The angle, in degrees, that most characters lie at; 0 where they are upright, or lie in several ways. */
  get commonest(): number {
    let all = this.#upright
    for (const count of this.#counts.values()) all += count
    const near = (step: number) =>
      [step - 1, step, step + 1].reduce((sum, at) => sum + (this.#counts.get(at) ?? 0), 0)
    for (const step of this.#counts.keys()) {
      const isMost = (this.#counts.get(step) ?? 0) * 2 >= near(step)
      if (isMost && near(step) >= LEAST && near(step) >= MOST * all)
        return Math.abs(step * STEP) < UPRIGHT ? 0 : step * STEP
    }
    return 0
  }
}

export interface Turned extends Viewport {
  /** From the turned page to the page as displayed. */
  back: Matrix
}

/** A page turned about its middle, so that what lay at an angle is upright. */
export function turned({ width, height, toPage }: Viewport, degrees: number): Turned {
  const quarter = Math.round(degrees / 90)
  const isSide = Math.abs(degrees - quarter * 90) < 1 && quarter % 2 !== 0
  const [w, h] = isSide ? [height, width] : [width, height]
  const turn = about(-degrees, [width / 2, height / 2], [w / 2, h / 2])
  const back = about(degrees, [w / 2, h / 2], [width / 2, height / 2])
  return { width: w, height: h, toPage: multiply(turn, toPage), back }
}

/** Turns about one point, which comes to stand at another. */
function about(degrees: number, [x, y]: number[], [toX, toY]: number[]): Matrix {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)].map(exact)
  return [cos, sin, -sin, cos, toX - cos * x + sin * y, toY - sin * x - cos * y]
}

/** Quarter turns leave no trace of their rounding. */
const exact = (part: number) => (Math.abs(part - Math.round(part)) < 1e-9 ? Math.round(part) : part)
