/**
 * How the rows below a row are read where codes do not say it. They sum to it; or a part
 * of them does; or they are notes of it; or they stand beside it. Where the row itself
 * does not bear one of these out, the printed totals of the list decide between them.
 */
import type { BudgetRow } from '../../schemas/document.js'
import type { List } from './list.js'
import { isMemo, isSure, nested, sumsTo, type Tree } from './tree.js'

/** The rows that count and those that do not, of what stands below one row, itself included. */
export interface Reading {
  leaves: BudgetRow[]
  subtotals: BudgetRow[]
  memos: BudgetRow[]
}

export interface Choice {
  row: BudgetRow
  /** The likelier first; one where there is no question. */
  readings: Reading[]
}

/** Each root of the tree with the readings that it allows. */
export function choicesOf(list: List, tree: Tree): Choice[] {
  return tree.roots.map((row) => ({ row, readings: readingsOf(list, tree, row) }))
}

const MOST_READINGS = 8

function readingsOf(list: List, tree: Tree, row: BudgetRow): Reading[] {
  const children = tree.children.get(row) ?? []
  if (children.length === 0) return [{ leaves: [row], subtotals: [], memos: [] }]
  const main = children.filter((child) => !isMemo(child))
  const notes = children.filter(isMemo)
  const all = () => summed(list, tree, row, children, [])
  const some = () => summed(list, tree, row, main, notes)
  const holds = sumsTo(list, row, children)
  if (holds === true) return all()
  if (holds === null) return main.length > 0 ? some() : noted(tree, row)
  if (main.length > 0 && notes.length > 0 && sumsTo(list, row, main)) return some()
  if (main.length === 0) return noted(tree, row)
  if (isSure(row, children)) return all()
  const flat = nestedBelow(list, tree, row, main, notes)
  if (flat.length > 0) return flat
  const beside = { ...combine(main.map((child) => readingsOf(list, tree, child)[0])) }
  return [
    ...(isHeading(list, row) ? some() : []),
    ...noted(tree, row),
    { ...beside, leaves: [row, ...beside.leaves], memos: [...beside.memos, ...below(tree, notes)] },
  ].slice(0, MOST_READINGS)
}

/** Nothing is printed beside a heading: whether what follows is its own, it does not prove. */
function isHeading(list: List, row: BudgetRow): boolean {
  return (list.figures.get(row) ?? []).every((figure) => figure === null)
}

function summed(
  list: List,
  tree: Tree,
  row: BudgetRow,
  parts: readonly BudgetRow[],
  notes: readonly BudgetRow[],
): Reading[] {
  const own = { leaves: [], subtotals: [row], memos: below(tree, notes) }
  return parts
    .map((part) => readingsOf(list, tree, part))
    .reduce<Reading[]>(
      (found, more) =>
        found.flatMap((one) => more.map((other) => combine([one, other]))).slice(0, MOST_READINGS),
      [own],
    )
}

/** The row stands for itself; what is below it only explains it. */
function noted(tree: Tree, row: BudgetRow): Reading[] {
  return [{ leaves: [row], subtotals: [], memos: below(tree, tree.children.get(row) ?? []) }]
}

/** 职业教育, 技校教育, 高等职业教育 in one file below 教育支出, the first the sum of the others (深圳). */
function nestedBelow(
  list: List,
  tree: Tree,
  row: BudgetRow,
  main: readonly BudgetRow[],
  notes: readonly BudgetRow[],
): Reading[] {
  if (main.some((child) => tree.children.has(child))) return []
  const inner = nested(list, main)
  if (inner.children.size === 0 || sumsTo(list, row, inner.roots) !== true) return []
  const children = new Map([...inner.children, [row, inner.roots]])
  const [reading] = summed(list, { roots: [row], children }, row, inner.roots, [])
  return [{ ...reading, memos: [...reading.memos, ...below(tree, notes)] }]
}

export function combine(readings: readonly Reading[]): Reading {
  return {
    leaves: readings.flatMap(({ leaves }) => leaves),
    subtotals: readings.flatMap(({ subtotals }) => subtotals),
    memos: readings.flatMap(({ memos }) => memos),
  }
}

/** Rows and all that stands below them. */
export function below(tree: Tree, rows: readonly BudgetRow[]): BudgetRow[] {
  return rows.flatMap((row) => [row, ...below(tree, tree.children.get(row) ?? [])])
}
