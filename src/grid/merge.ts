import type { Rule } from '../../schemas/stages.js'

/** Doubled strokes and the two edges of a filled line lie within this distance, in points. */
export const DOUBLE = 1.5
/** Lines are cut per cell with gaps of up to 0.8 pt at crossings; the rest is slack. */
const GAP = 2

/** Joins collinear pieces, doubles and overlaps: one rule for each line that a reader sees. */
export function mergeRules(rules: Rule[]): Rule[] {
  return (['h', 'v'] as const).flatMap((axis) =>
    clusters(rules.filter((rule) => rule.axis === axis)).flatMap(mergeCollinear),
  )
}

/** Groups of rules whose positions lie within `DOUBLE` of the group's first. */
function clusters(rules: Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group && rule.at - group[0].at <= DOUBLE) group.push(rule)
    else groups.push([rule])
  }
  return groups
}

function mergeCollinear(group: Rule[]): Rule[] {
  const merged: Rule[] = []
  const at = weightedPosition(group)
  for (const rule of group.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && rule.from - last.to <= GAP) last.to = Math.max(last.to, rule.to)
    else merged.push({ ...rule, at })
  }
  return merged
}

function weightedPosition(group: Rule[]): number {
  const weight = group.reduce((sum, rule) => sum + (rule.to - rule.from), 0)
  return group.reduce((sum, rule) => sum + rule.at * (rule.to - rule.from), 0) / weight
}
