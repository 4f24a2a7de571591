/**
 * How the rows below a row are read where codes do not say it. They sum to it; or a part
 * of them does; or they are notes of it; or they stand beside it. Where the row itself
 * does not bear one of these out, the printed totals of the list decide between them.
 */
import type { BudgetRow, KindReason, RowKind } from '../../../schemas/document.js'
import { isMemo } from '../../../schemas/list-rows.js'
import type { List } from './list.js'
import { nested } from './nested.js'
import { below, isSure, reasonOf, sumsTo, type Tree } from './tree.js'

/** What a row is to the sums of its list, and the row that it is a part of. */
export interface Placed {
  row: BudgetRow
  kind: Exclude<RowKind, 'total'>
  reason: KindReason
  whole: BudgetRow | null
}

/** What stands below one row, itself included. */
export type Reading = readonly Placed[]

export interface Choice {
  row: BudgetRow
  /** The likelier first; one where there is no question. */
  readings: readonly Reading[]
}

/** Each root of the tree with the readings that it allows. */
export function choicesOf(list: List, tree: Tree): Choice[] {
  return tree.roots.map((row) => ({ row, readings: readingsOf(list, tree, row, null) }))
}

const MOST_READINGS = 8

export function readingsOf(
  list: List,
  tree: Tree,
  row: BudgetRow,
  whole: BudgetRow | null,
): readonly Reading[] {
  const children = tree.children.get(row) ?? []
  if (children.length === 0) return [[leaf(row, whole)]]
  const main = children.filter(({ label }) => !isMemo(label))
  const notes = children.filter(({ label }) => isMemo(label))
  const reason = reasonOf(row, children)
  const all = () => summed(list, tree, { row, kind: 'subtotal', reason, whole }, children, [])
  const some = (why: KindReason = reason) =>
    summed(list, tree, { row, kind: 'subtotal', reason: why, whole }, main, notes)
  const holds = sumsTo(list, row, children)
  if (holds === true) return all()
  if (holds === null) return main.length > 0 ? some() : [noted(tree, row, whole)]
  if (main.length > 0 && notes.length > 0 && sumsTo(list, row, main)) return some()
  if (main.length === 0) return [noted(tree, row, whole)]
  if (isSure(row, children)) return all()
  const flat = flatBelow(list, tree, row, whole)
  if (flat !== null) return flat
  return [
    ...(isHeading(list, row) ? some('printed_total') : []),
    noted(tree, row, whole),
    [...beside(list, tree, [row, ...main], whole), ...memos(tree, row, notes)],
  ].slice(0, MOST_READINGS)
}

/** A row and those set below it, all of one level. */
function beside(
  list: List,
  tree: Tree,
  [row, ...others]: readonly BudgetRow[],
  whole: BudgetRow | null,
): Placed[] {
  const own = [
    leaf(row, whole),
    ...others.flatMap((other) => readingsOf(list, tree, other, whole)[0]),
  ]
  return own.map((placed) =>
    placed.whole === whole && placed.kind !== 'memo'
      ? { ...placed, reason: 'printed_total' }
      : placed,
  )
}

function leaf(row: BudgetRow, whole: BudgetRow | null): Placed {
  const reason = row.code !== null ? 'codes' : row.role === 'unit' ? 'units' : 'nothing_below'
  return { row, kind: 'leaf', reason, whole }
}

/** Nothing is printed beside a heading: whether what follows is its own, it does not prove. */
export function isHeading(list: List, row: BudgetRow): boolean {
  return (list.figures.get(row) ?? []).every((figure) => figure === null)
}

function summed(
  list: List,
  tree: Tree,
  own: Placed,
  parts: readonly BudgetRow[],
  notes: readonly BudgetRow[],
): Reading[] {
  return parts
    .map((part) => readingsOf(list, tree, part, own.row))
    .reduce<Reading[]>(
      (found, more) =>
        found.flatMap((one) => more.map((other) => [...one, ...other])).slice(0, MOST_READINGS),
      [[own, ...memos(tree, own.row, notes)]],
    )
}

/** The row stands for itself; what is below it only explains it. */
function noted(tree: Tree, row: BudgetRow, whole: BudgetRow | null): Reading {
  const notes = tree.children.get(row) ?? []
  const said = notes.every(({ label }) => isMemo(label))
  const own: Placed = said ? leaf(row, whole) : { ...leaf(row, whole), reason: 'printed_total' }
  return [own, ...memos(tree, row, notes, said ? 'among_which' : 'printed_total')]
}

function memos(
  tree: Tree,
  whole: BudgetRow,
  notes: readonly BudgetRow[],
  reason: KindReason = 'among_which',
): Placed[] {
  return below(tree, notes).map((row) => ({ row, kind: 'memo', reason, whole }))
}

/**
 * The rows below in one file, whatever their indents say: all of them come to the row, or some are the sums
 * of others (职业教育, 技校教育, 高等职业教育 below 教育支出, the first the sum of the others: 深圳).
 */
function flatBelow(
  list: List,
  tree: Tree,
  row: BudgetRow,
  whole: BudgetRow | null,
): Reading[] | null {
  const rows = below(tree, tree.children.get(row) ?? []).filter(({ label }) => !isMemo(label))
  const inner = nested(list, rows, { least: 1, deep: false })
  const plain = { roots: rows, children: new Map<BudgetRow, BudgetRow[]>() }
  const found = [plain, inner].find(({ roots }) => sumsTo(list, row, roots) === true)
  if (found === undefined) return null
  const children = new Map([...found.children, [row, found.roots]])
  const own: Placed = { row, kind: 'subtotal', reason: 'arithmetic', whole }
  const notes = below(tree, tree.children.get(row) ?? []).filter(({ label }) => isMemo(label))
  return summed(list, { roots: [row], children }, own, found.roots, notes)
}
