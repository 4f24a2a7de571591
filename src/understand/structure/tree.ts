/** The rows of a list as a tree: which rows make up which, and what says so. */
import type { BudgetRow, KindReason } from '../../../schemas/document.js'
import { isMemo } from '../../../schemas/list-rows.js'
import { isEmpty, isNear, type List, NOUGHT, sumOf } from './list.js'

export interface Tree {
  roots: BudgetRow[]
  children: ReadonlyMap<BudgetRow, readonly BudgetRow[]>
}

/** A row without a name belongs nowhere; totals stand beside the tree. */
export function treeOf(list: List): Tree {
  const rows = list.rows.filter(({ role }) => role !== 'total' && role !== 'blank')
  const byId = new Map(rows.map((row) => [row.id, row]))
  const parents = new Map(rows.map((row) => [row, byId.get(row.parent ?? '') ?? null]))
  const found = [...unitParents(rows), ...memoParents(rows)]
  for (const [row, parent] of found) if (parents.get(row) === null) parents.set(row, parent)
  const children = new Map<BudgetRow, BudgetRow[]>()
  for (const [row, parent] of parents) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), row])
  }
  return { roots: rows.filter((row) => parents.get(row) === null), children }
}

type Link = [row: BudgetRow, parent: BudgetRow]

/** Among rows of codes a department's row opens those of its units: 402 and 402001. */
function unitParents(rows: readonly BudgetRow[]): Link[] {
  const units = rows.filter((row) => row.role === 'unit' && row.unitCode)
  return units.flatMap((unit, i): Link[] => {
    const above = units
      .slice(0, i)
      .findLast(({ unitCode }) => unitCode !== unit.unitCode && isWithin(unit, unitCode))
    return above ? [[unit, above]] : []
  })
}

function isWithin({ unitCode }: BudgetRow, outer: string | null | undefined): boolean {
  return Boolean(outer && unitCode?.startsWith(outer))
}

/** 其中 explains the row above it, however the two are set. */
function memoParents(rows: readonly BudgetRow[]): Link[] {
  return rows.flatMap((row, i): Link[] => {
    const above = rows[i - 1]
    return above && isMemo(row.label) && !isMemo(above.label) && row.parent === null
      ? [[row, above]]
      : []
  })
}

/** Codes and units say what belongs to what; indents and ordinals only hint at it. */
export function isSure(parent: BudgetRow, children: readonly BudgetRow[]): boolean {
  const { code } = parent
  if (code !== null) return children.every((child) => child.code?.startsWith(code))
  return parent.role === 'unit' && children.every((child) => child.code !== null)
}

/** What says that a row is made up of rows below it, where their figures do not deny it. */
export function reasonOf(parent: BudgetRow, children: readonly BudgetRow[]): KindReason {
  if (parent.code !== null && isSure(parent, children)) return 'codes'
  return parent.role === 'unit' ? 'units' : 'arithmetic'
}

/** Whether rows sum to another: in more columns with figures than not; `null` where nothing but noughts is printed. */
export function sumsTo(list: List, whole: BudgetRow, parts: readonly BudgetRow[]): boolean | null {
  if (isEmpty(list, whole) && parts.every((part) => isEmpty(list, part))) return null
  const sums = sumOf(list, parts)
  let [holds, fails] = [0, 0]
  list.figures.get(whole)?.forEach((figure, i) => {
    const sum = sums[i] ?? NOUGHT
    if (figure === null || (figure.value === 0n && sum.value === 0n)) return
    if (isNear(figure, sum)) holds += 1
    else fails += 1
  })
  return holds > fails
}

/** Rows and all that stands below them. */
export function below({ children }: Tree, rows: readonly BudgetRow[]): BudgetRow[] {
  return rows.flatMap((row) => [row, ...below({ roots: [], children }, children.get(row) ?? [])])
}
