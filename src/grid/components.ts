import type { Rule } from '../../schemas/stages.js'

/** Rules that miss each other by no more than this many points still meet. */
const REACH = 2.5

/** Groups of rules that hang together by their crossings: each may be a table's lattice. */
export function connectedRules(rules: Rule[]): Rule[][] {
  const parent = rules.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]
    parent[i] = root
    return root
  }
  const verticals = rules.flatMap((rule, i) => (rule.axis === 'v' ? [i] : []))
  rules.forEach((rule, i) => {
    if (rule.axis !== 'h') return
    for (const j of verticals) if (cross(rule, rules[j])) parent[find(i)] = find(j)
  })
  const groups = new Map<number, Rule[]>()
  rules.forEach((rule, i) => {
    const root = find(i)
    groups.set(root, [...(groups.get(root) ?? []), rule])
  })
  return [...groups.values()]
}

function cross(h: Rule, v: Rule): boolean {
  return (
    v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH
  )
}
