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
  return withOpenColumns([...groups.values()])
}

/** How far, in points, an open column may begin or end from where its table does. */
const OPEN_COLUMN = 4

/**
 * Cells that are merged over all rows of a page, and open above and below, have rules at their sides
 * only, which meet nothing: a project of a list fills pages of its own so. They are columns of the
 * table beside them that begins and ends where they do.
 */
function withOpenColumns(groups: Rule[][]): Rule[][] {
  const isAlone = (group: Rule[]) => group.every(({ axis }) => axis === 'v')
  const lattices = groups.filter((group) => !isAlone(group))
  const alone = groups.filter(isAlone).flat()
  return lattices.map((group) => {
    const upright = group.filter(({ axis }) => axis === 'v')
    if (upright.length === 0) return group
    const [from, to] = [Math.min(...upright.map(fromOf)), Math.max(...upright.map(toOf))]
    const beside = alone.filter(
      (rule) => Math.abs(rule.from - from) <= OPEN_COLUMN && Math.abs(rule.to - to) <= OPEN_COLUMN,
    )
    return [...group, ...beside]
  })
}

const fromOf = ({ from }: Rule) => from
const toOf = ({ to }: Rule) => to

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
