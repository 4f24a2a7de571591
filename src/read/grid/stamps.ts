/**
 * The frame of a stamp over a table. A table's own rules end at one another; the four sides of a stamp end at
 * each other only, within cells, and rules of the table pass through them.
 */
import type { Rule } from '../../../schemas/stages.js'

/** Two sides meet, and a corner stands on a rule, where they miss each other by no more than this many points. */
const REACH = 2
/** What passes through a side goes on beyond it for so many points: rules of a table stick out less over its frame. */
const BEYOND = 8
/** A stamp may have lines of its own, from side to side: name, date, number. A table has more. */
const MOST_LINES = 2

interface Frame {
  sides: Rule[]
  left: number
  top: number
  right: number
  bottom: number
}

/** The smallest goes first: to the frame of the table, the stamp on its edge is what passes through. */
export function withoutStamps(rules: Rule[]): Rule[] {
  let rest = rules
  for (const frame of framesOf(rules).toSorted((a, b) => areaOf(a) - areaOf(b)))
    if (isLaidOver(frame, rest)) rest = rest.filter((rule) => !isOf(rule, frame))
  return rest
}

const areaOf = ({ left, top, right, bottom }: Frame) => (right - left) * (bottom - top)

/** Four rules that end where they meet. */
function framesOf(rules: readonly Rule[]): Frame[] {
  const upright = rules.filter(({ axis }) => axis === 'v')
  const frames: Frame[] = []
  const tops = rules.filter(({ axis }) => axis === 'h')
  for (const top of tops) {
    const hangs = (x: number) =>
      upright.find(({ at, from }) => isNear(at, x) && isNear(from, top.at))
    const [left, right] = [hangs(top.from), hangs(top.to)]
    if (!left || !right || left === right || !isNear(left.to, right.to)) continue
    const bottom = tops.find(
      ({ at, from, to }) => isNear(at, left.to) && isNear(from, top.from) && isNear(to, top.to),
    )
    if (!bottom || bottom === top) continue
    const sides = [top, bottom, left, right]
    frames.push({ sides, left: left.at, top: top.at, right: right.at, bottom: bottom.at })
  }
  return frames
}

function isLaidOver(frame: Frame, rules: readonly Rule[]): boolean {
  const others = rules.filter((rule) => !isOf(rule, frame))
  const lines = rules.length - others.length - frame.sides.length
  return (
    lines <= MOST_LINES &&
    others.some((rule) => passesThrough(rule, frame)) &&
    !others.some((rule) => meets(rule, frame))
  )
}

/** Whether a rule ends at a side, or holds a corner: then the frame is of its table. */
function meets({ axis, at, from, to }: Rule, { left, top, right, bottom }: Frame): boolean {
  const [low, high, start, end] =
    axis === 'h' ? [top, bottom, left, right] : [left, right, top, bottom]
  if (at < low - REACH || at > high + REACH) return false
  if ([start, end].some((side) => isNear(from, side) || isNear(to, side))) return true
  const isLevel = isNear(at, low) || isNear(at, high)
  return isLevel && [start, end].some((corner) => corner > from - REACH && corner < to + REACH)
}

function passesThrough({ axis, at, from, to }: Rule, { left, top, right, bottom }: Frame): boolean {
  const [low, high, start, end] =
    axis === 'h' ? [top, bottom, left, right] : [left, right, top, bottom]
  if (at <= low + REACH || at >= high - REACH) return false
  const entersAt = (side: number) => from < side - BEYOND && to > side + BEYOND
  return entersAt(start) || entersAt(end)
}

/** Its sides, and what is drawn from one of them to another. */
function isOf(rule: Rule, { sides, left, top, right, bottom }: Frame): boolean {
  if (sides.includes(rule)) return true
  const [low, high, start, end] =
    rule.axis === 'h' ? [top, bottom, left, right] : [left, right, top, bottom]
  return rule.at > low && rule.at < high && isNear(rule.from, start) && isNear(rule.to, end)
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= REACH
