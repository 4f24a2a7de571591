import type { Rule } from '../../../schemas/stages.js'

/** Rules that miss each other by no more than this many points still meet. */
const REACH = 2.5

/** Groups of rules that hang together by their crossings: each may be a table's lattice. */
export function connectedRules(rules: Rule[]): Rule[][] {
  const parent = [...rules.keys()]
  const verticals: number[] = []
  for (const [i, { axis }] of rules.entries()) if (axis === 'v') verticals.push(i)
  for (const [i, rule] of rules.entries()) {
    if (rule.axis !== 'h') continue
    for (const j of verticals) {
      if (cross(rule, rules[j])) parent[rootOf(parent, i)] = rootOf(parent, j)
    }
  }
  const groups = new Map<number, Rule[]>()
  for (const [i, rule] of rules.entries()) {
    const root = rootOf(parent, i)
    const group = groups.get(root)
    if (group) group.push(rule)
    else groups.set(root, [rule])
  }
  return [...groups.values()]
}

function rootOf(parent: number[], i: number): number {
  let root = i
  while (parent[root] !== root) root = parent[root]
  parent[i] = root
  return root
}

function cross(h: Rule, v: Rule): boolean {
  return (
    v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH
  )
}
