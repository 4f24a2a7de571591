import type { Rule } from '../../../schemas/stages.js'

/** Doubled strokes and the two edges of a filled line lie within this distance, in points. */
export const DOUBLE = 1.5
/** Lines are cut per cell with gaps of up to 0.8 pt at crossings; the rest is slack. */
const GAP = 2

/** Joins collinear pieces, doubles and overlaps: one rule for each line that a reader sees. */
export function mergeRules(rules: Rule[]): Rule[] {
  const merged: Rule[] = []
  for (const axis of ['h', 'v'] as const)
    for (const group of clusters(onAxis(rules, axis))) merged.push(...mergeCollinear(group))
  return merged
}

export function onAxis(rules: Rule[], axis: Rule['axis']): Rule[] {
  const found: Rule[] = []
  for (const rule of rules) if (rule.axis === axis) found.push(rule)
  return found
}

export const byPosition = (a: Rule, b: Rule) => a.at - b.at
const byStart = (a: Rule, b: Rule) => a.from - b.from

/** Groups of rules whose positions lie within `DOUBLE` of the group's first. */
function clusters(rules: Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules.toSorted(byPosition)) {
    const group = groups.at(-1)
    if (group && rule.at - group[0].at <= DOUBLE) group.push(rule)
    else groups.push([rule])
  }
  return groups
}

function mergeCollinear(group: Rule[]): Rule[] {
  const merged: Rule[] = []
  const at = weightedPosition(group)
  for (const rule of group.toSorted(byStart)) {
    const last = merged.at(-1)
    if (last && rule.from - last.to <= GAP) last.to = Math.max(last.to, rule.to)
    else merged.push({ ...rule, at })
  }
  return merged
}

function weightedPosition(group: Rule[]): number {
  let [weight, weighted] = [0, 0]
  for (const { at, from, to } of group) {
    weight += to - from
    weighted += at * (to - from)
  }
  return weighted / weight
}
