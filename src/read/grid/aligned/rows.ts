/**
 * Lines -> rows: a line of figures with the lines that its words wrap into. Rules between lines part them; where
 * there are none, blocks do, or else a wrapped line stands nearer to its own than rows do, and begins with no code
 * and no ordinal.
 */
import type { Rule } from '../../../../schemas/stages.js'
import { BESIDE, blocksOf, LEADING } from './blocks.js'
import { overlap } from './columns.js'
import { areCoded, isCoded, opens } from './openers.js'
import { type Line, wordsOf } from './segments.js'

/** Rows follow each other by more than lines of one row do: where this part of it is less, lines wrap. */
export const WRAPS = 0.9
/** Where nearly all rows wrap, a line that goes on on the next has room for no more than so many ems. */
const ROOM = 2
/** Words may end so many points beyond the side of their column. */
const SIDE = 2
/** Rows so far apart, in leadings, do not tell by themselves whether lines between them wrap. */
const SPARSE = 1.7

/**
 * @param isAnchor whether a line has figures: each is in a row of its own
 * @param sides of the columns, where they are known: words that leave room before theirs do not wrap
 */
export function rowsOf(
  lines: readonly Line[],
  isAnchor: (line: Line) => boolean,
  rules: readonly Rule[] = [],
  sides: readonly number[] = [],
): Line[][] {
  const page = new Rows(lines, isAnchor, rules, sides)
  const rows: Line[][] = []
  for (const [i, line] of lines.entries())
    if (i > 0 && page.belongsTogether(i - 1)) rows[rows.length - 1].push(line)
    else rows.push([line])
  return rows
}

class Rows {
  readonly #anchors: boolean[]
  readonly #ruled: boolean[]
  readonly #areRowsRuled: boolean
  /** The least distance of two lines of words in one column, and of two lines of figures next to each other. */
  readonly #leading: number
  readonly #pitch: number
  readonly #right: number
  readonly #areCoded: boolean
  readonly #joined: boolean[]

  constructor(
    private readonly lines: readonly Line[],
    isAnchor: (line: Line) => boolean,
    rules: readonly Rule[],
    private readonly sides: readonly number[],
  ) {
    this.#anchors = lines.map(isAnchor)
    this.#ruled = lines.slice(1).map((line, i) => isRuledApart(lines[i], line, rules))
    this.#areRowsRuled = areAllRuled(this.#anchors, this.#ruled)
    const steps = lines.slice(1).map((line, i) => line.baseline - lines[i].baseline)
    const plain = steps.filter(
      (step, i) => this.#anchors[i] && this.#anchors[i + 1] && step > BESIDE * lines[i].size,
    )
    this.#pitch = Math.min(...plain)
    this.#leading = leadingOf(lines)
    this.#right = Math.max(...lines.flatMap(wordsOf).map(({ x1 }) => x1))
    this.#areCoded = areCoded(lines.filter((_, i) => this.#anchors[i]))
    const blocks = this.#areRowsRuled ? null : blocksOf(lines, this.#anchors, this.#ruled)
    this.#joined = blocks ?? this.#join(steps)
  }

  /** Whether a line and the next are of one row. */
  belongsTogether(i: number): boolean {
    return this.#joined[i]
  }

  #join(steps: readonly number[]): boolean[] {
    const joined = steps.map((step, i) => !this.#ruled[i] && step < BESIDE * this.lines[i].size)
    for (const i of this.lines.keys()) {
      if (this.#anchors[i] || joined[i] || joined[i - 1]) continue
      const [up, down] = [this.#step(steps, i - 1), this.#step(steps, i)]
      if (this.#areRowsRuled) {
        if (up < Number.POSITIVE_INFINITY) joined[i - 1] = true
        else if (down < Number.POSITIVE_INFINITY) joined[i] = true
      } else if (up <= down && this.#wraps(i - 1, up)) joined[i - 1] = true
      else if (this.#wraps(i, down)) joined[i] = true
    }
    return this.#withoutTwins(joined, steps)
  }

  /** No two lines of figures are of one row, but for those beside each other: what stands between is of the upper one. */
  #withoutTwins(joined: boolean[], steps: readonly number[]): boolean[] {
    let hasFigures = false
    for (const [i, isAnchor] of this.#anchors.entries()) {
      if (i > 0 && !joined[i - 1]) hasFigures = false
      if (isAnchor && hasFigures && steps[i - 1] >= BESIDE * this.lines[i].size)
        joined[i - 1] = false
      hasFigures = isAnchor || hasFigures
    }
    return joined
  }

  /** The distance to the next line, out of reach where a rule is between them. */
  #step(steps: readonly number[], i: number): number {
    return i < 0 || i >= steps.length || this.#ruled[i] ? Number.POSITIVE_INFINITY : steps[i]
  }

  /** Whether a line goes on on the next. */
  #wraps(i: number, step: number): boolean {
    const [upper, lower] = [this.lines[i], this.lines[i + 1]]
    if (step > LEADING * this.#leading || opensRow(upper, lower)) return false
    if (this.sides.length > 0 && !this.#fillsColumn(upper, lower)) return false
    const wrapsApart = this.#leading < WRAPS * this.#pitch
    if (!wrapsApart) return this.#areCoded && !isCoded(lower)
    return this.#pitch < SPARSE * this.#leading || this.#isFull(upper)
  }

  /** Whether words above others of their column end where the next character had no room. */
  #fillsColumn(upper: Line, lower: Line): boolean {
    const below = wordsOf(lower)
    return wordsOf(upper).some(({ x0, x1 }) => {
      const side = this.sides.find((x) => x > x1 - SIDE) ?? this.#right
      return side - x1 < ROOM * upper.size && below.some((other) => overlap(other, { x0, x1 }) > 0)
    })
  }

  #isFull(line: Line): boolean {
    return wordsOf(line).some(({ x1 }) => x1 > this.#right - ROOM * line.size)
  }
}

function leadingOf(lines: readonly Line[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const [i, line] of lines.entries()) {
    const words = wordsOf(line)
    const next = lines
      .slice(i + 1)
      .find((other) => wordsOf(other).some((a) => words.some((b) => overlap(a, b) > 0)))
    if (next) least = Math.min(least, next.baseline - line.baseline)
  }
  return least
}

/** A rule is between two lines: below the one and above the middle of the other. */
export function isRuledApart(upper: Line, lower: Line, rules: readonly Rule[]): boolean {
  return rules.some(({ at }) => at > upper.baseline && at < lower.baseline)
}

/** Whether a rule parts each line of figures from the next. */
function areAllRuled(anchors: readonly boolean[], ruled: readonly boolean[]): boolean {
  const at = [...anchors.keys()].filter((i) => anchors[i])
  const gaps = at.slice(1).map((to, i) => ruled.slice(at[i], to))
  return gaps.length > 0 && gaps.every((gap) => gap.includes(true))
}

/** A code, an ordinal or a total below words begins a row, as does a code below another. */
function opensRow(upper: Line, lower: Line): boolean {
  if (isCoded(upper) && isCoded(lower)) return true
  const words = wordsOf(upper)
  return lower.segments.some((own) => words.some((other) => overlap(own, other) > 0) && opens(own))
}
