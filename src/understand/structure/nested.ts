/**
 * Rows in one file, each followed by those that sum to it in every column, or by none: what a list
 * without codes, ordinals or indents comes to.
 */
import type { BudgetRow } from '../../../schemas/document.js'
import { type Figure, isEmpty, isNear, type List, NOUGHT, plus } from './list.js'
import type { Tree } from './tree.js'

export interface Manner {
  /** Parts that a sum needs to be taken for one: a single equal figure proves nothing where no total bears it out. */
  least: number
  /** Whether the last part of a sum may be a sum itself: 货物, its one unit, and what that unit buys (无锡). */
  deep: boolean
}

/**
 * The rows that follow are taken one by one before any of them is read as a sum itself: two equal
 * figures mean little.
 */
export function nested(list: List, rows: readonly BudgetRow[], manner: Manner): Tree {
  const nodes = nodesOf(list, rows, manner)
  const children = new Map<BudgetRow, BudgetRow[]>()
  const walk = ({ at, parts }: Node): BudgetRow => {
    if (parts.length > 0) children.set(rows[at], parts.map(walk))
    return rows[at]
  }
  const roots: BudgetRow[] = []
  for (let i = 0; i < rows.length; i = nodes[i].end) roots.push(walk(nodes[i]))
  return { roots, children }
}

/** A row with those that it sums, and where the next begins that is none of them. */
interface Node {
  at: number
  parts: readonly Node[]
  end: number
}

/** What each row sums, from the last to the first: a row sums rows behind it only. */
function nodesOf(list: List, rows: readonly BudgetRow[], { least, deep }: Manner): Node[] {
  const nodes: Node[] = []
  const alone = (at: number): Node => ({ at, parts: [], end: at + 1 })
  const known = (at: number): Node => nodes[at]
  for (let at = rows.length - 1; at >= 0; at--) {
    const plain = partsOf(list, rows, at, least, alone)
    const parts =
      (deep ? plain?.with(-1, known(at + plain.length)) : plain) ??
      partsOf(list, rows, at, least, known) ??
      []
    nodes[at] = { at, parts, end: parts.at(-1)?.end ?? at + 1 }
  }
  return nodes
}

function partsOf(
  list: List,
  rows: readonly BudgetRow[],
  whole: number,
  least: number,
  partAt: (i: number) => Node,
): Node[] | null {
  if (isEmpty(list, rows[whole])) return null
  const figures = list.figures.get(rows[whole]) ?? []
  const sums = figures.map(() => NOUGHT)
  const parts: Node[] = []
  let filled = 0
  for (let i = whole + 1; i < rows.length; i = parts[parts.length - 1].end) {
    parts.push(partAt(i))
    if (!isEmpty(list, rows[i])) filled += 1
    for (const [c, figure] of (list.figures.get(rows[i]) ?? []).entries())
      if (figure !== null) sums[c] = plus(sums[c], figure)
    const reach = compare(figures, sums)
    if (reach === 'equal' && filled >= least) return parts
    if (reach === 'beyond') return null
  }
  return null
}

function compare(
  figures: readonly (Figure | null)[],
  sums: readonly Figure[],
): 'short' | 'equal' | 'beyond' {
  let equal = true
  for (const [i, sum] of sums.entries()) {
    const figure = figures[i] ?? NOUGHT
    if (isNear(figure, sum)) continue
    if (sum.value > figure.value) return 'beyond'
    equal = false
  }
  return equal ? 'equal' : 'short'
}
