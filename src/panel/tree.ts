/** The rows of a list as a tree: which rows make up which, and how far the figures bear it out. */
import type { BudgetRow, Check } from '../../schemas/document.js'
import { fold, ORDINAL } from '../../schemas/text.js'
import { isEmpty, isNear, type List, sumOf } from './list.js'

export interface Tree {
  roots: BudgetRow[]
  children: Map<BudgetRow, BudgetRow[]>
}

/** A row without a name belongs nowhere; totals stand beside the tree. */
export function treeOf(list: List, checks: readonly Check[]): Tree {
  const rows = list.rows.filter(({ role }) => role !== 'total' && role !== 'blank')
  const byId = new Map(rows.map((row) => [row.id, row]))
  const parents = new Map(rows.map((row) => [row, byId.get(row.parent ?? '') ?? null]))
  for (const [row, parent] of checkedParents(list, byId, checks))
    if (parents.get(row) === null) parents.set(row, parent)
  const children = new Map<BudgetRow, BudgetRow[]>()
  for (const [row, parent] of parents) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), row])
  }
  return { roots: rows.filter((row) => parents.get(row) === null), children }
}

/** A check that sums rows names a whole that no hierarchy shows: a department and its units, the three public expenses. */
function checkedParents(
  list: List,
  byId: ReadonlyMap<string, BudgetRow>,
  checks: readonly Check[],
): [BudgetRow, BudgetRow][] {
  const withChildren = new Set(list.rows.map(({ parent }) => parent))
  return checks.flatMap(({ left, right }): [BudgetRow, BudgetRow][] => {
    const whole = byId.get(left.row ?? '')
    const parts = right.map(({ row }) => byId.get(row ?? ''))
    if (!whole || parts.includes(undefined) || parts.includes(whole)) return []
    if (withChildren.has(whole.id) && !parts.every((part) => part?.parent === null)) return []
    return (parts as BudgetRow[]).map((part) => [part, whole])
  })
}

/** 其中 opens a part of the row above, which need not be all of it. */
export function isMemo(row: BudgetRow): boolean {
  return /^(?:其中|另:)/.test(fold(row.label).replace(ORDINAL, ''))
}

/** Codes and units say what belongs to what; indents and ordinals only hint at it. */
export function isSure(parent: BudgetRow, children: readonly BudgetRow[]): boolean {
  const { code } = parent
  if (code !== null) return children.every((child) => child.code?.startsWith(code))
  return parent.role === 'unit' && children.every((child) => child.code !== null)
}

/** Whether rows sum to another: in more columns with figures than not; `null` where nothing but noughts is printed. */
export function sumsTo(list: List, whole: BudgetRow, parts: readonly BudgetRow[]): boolean | null {
  if (isEmpty(list, whole) && parts.every((part) => isEmpty(list, part))) return null
  const sums = sumOf(list, parts)
  let [holds, fails] = [0, 0]
  list.figures.get(whole)?.forEach((figure, i) => {
    const sum = sums[i] ?? 0n
    if (figure === null || (figure === 0n && sum === 0n)) return
    if (isNear(figure, sum, parts.length + 1)) holds += 1
    else fails += 1
  })
  return holds > fails
}

/**
 * Rows in one file, each followed by those that sum to it in every column, or by none:
 * what a list without codes, ordinals or indents comes to. The rows that follow are taken
 * one by one before any of them is read as a sum itself: two equal figures mean little.
 */
export function nested(list: List, rows: readonly BudgetRow[]): Tree {
  const children = new Map<BudgetRow, BudgetRow[]>()
  const ends = new Map<number, number>()
  const oneByOne = (i: number) => i + 1
  const endOf = (i: number): number => {
    const known = ends.get(i)
    if (known !== undefined) return known
    const parts = partsOf(list, rows, i, oneByOne) ?? partsOf(list, rows, i, endOf)
    if (parts) children.set(rows[i], parts.rows)
    const end = parts?.end ?? i + 1
    ends.set(i, end)
    return end
  }
  const roots: BudgetRow[] = []
  for (let i = 0; i < rows.length; i = endOf(i)) roots.push(rows[i])
  return { roots, children }
}

function partsOf(
  list: List,
  rows: readonly BudgetRow[],
  whole: number,
  endOf: (i: number) => number,
): { rows: BudgetRow[]; end: number } | null {
  if (isEmpty(list, rows[whole])) return null
  const parts: BudgetRow[] = []
  for (let i = whole + 1; i < rows.length; ) {
    parts.push(rows[i])
    i = endOf(i)
    const reach = compare(list, rows[whole], parts)
    if (reach === 'equal') return { rows: parts, end: i }
    if (reach === 'beyond') return null
  }
  return null
}

function compare(
  list: List,
  whole: BudgetRow,
  parts: readonly BudgetRow[],
): 'short' | 'equal' | 'beyond' {
  const sums = sumOf(list, parts)
  const figures = list.figures.get(whole) ?? []
  const equal = figures.every((figure, i) => isNear(figure ?? 0n, sums[i] ?? 0n, parts.length + 1))
  if (equal) return 'equal'
  const beyond = figures.some((figure, i) => {
    const [left, right] = [figure ?? 0n, sums[i] ?? 0n]
    return right > left && !isNear(left, right, parts.length + 1)
  })
  return beyond ? 'beyond' : 'short'
}
