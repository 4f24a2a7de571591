/** A list of a table: the rows of one panel, its totals, and which of its rows stand on the top level. */

import { termOf } from '../../../schemas/check.js'
import type { BudgetRow } from '../../../schemas/document.js'
import { type Fund, fundOf } from '../../../schemas/funds.js'
import { CARRIED, isMemo, isNumbered, isTotalName } from '../../../schemas/list-rows.js'
import { fold } from '../../../schemas/text.js'
import { isFigure, type Sheet } from './sheet.js'

export interface List {
  sheet: Sheet
  rows: BudgetRow[]
  totals: BudgetRow[]
  /** By id of the row above; a total is above nothing. */
  children: ReadonlyMap<string, BudgetRow[]>
  /** Rows that stand below no other. */
  top: BudgetRow[]
}

/** The lists of a table that neither codes nor units order: what sums what there, codes say. */
export function listsOf(sheet: Sheet): BudgetRow[][] {
  const { rows } = sheet.table
  return [...new Set(rows.map(({ panel }) => panel))]
    .map((panel) => rows.filter((row) => row.panel === panel))
    .filter((list) => list.every(({ code, role }) => code === null && role !== 'unit'))
}

/** @param below rows that stand below another than their `parent` says, by id */
export function listOf(
  table: Sheet,
  rows: readonly BudgetRow[],
  below: ReadonlyMap<string, string> = new Map(),
): List {
  const named = rows.filter(({ role }) => role !== 'blank')
  const columns = table.columns.filter((id) => rows.some((row) => row.cells[id] !== undefined))
  const totals = named.filter(isTotal)
  const summing = new Set(totals.map(({ id }) => id))
  const byId = new Set(named.map(({ id }) => id))
  const children = new Map<string, BudgetRow[]>()
  const top: BudgetRow[] = []
  for (const row of named) {
    if (summing.has(row.id)) continue
    const parent = below.get(row.id) ?? row.parent
    if (parent === null || summing.has(parent) || !byId.has(parent)) top.push(row)
    else children.set(parent, [...(children.get(parent) ?? []), row])
  }
  return { sheet: { ...table, columns }, rows: named, totals, children, top: top.filter(notMemo) }
}

function isTotal({ role, code, name }: BudgetRow): boolean {
  return role === 'total' || (role === 'subtotal' && code === null && isTotalName(name))
}

function notMemo({ label }: BudgetRow): boolean {
  return !isMemo(label)
}

/** Rows without a name that print figures: what they are, and so what the list sums, is not sure. */
export function hasNameless(sheet: Sheet, rows: readonly BudgetRow[]): boolean {
  return rows.some(
    (row) =>
      row.role === 'blank' && sheet.columns.some((id) => isFigure(termOf(sheet.table, row, id))),
  )
}

/**
 * The funds listed right after a balance are its parts, whatever their indentation, where the
 * same funds stand above it as sources: 年初财政拨款结转和结余, then 一般公共预算财政拨款, 政府性基金
 * 预算财政拨款 again (the national final accounts).
 */
export function partsOfBalances(rows: readonly BudgetRow[]): Map<string, string> {
  const parts = new Map<string, string>()
  const sources = new Set<Fund>()
  let balance: BudgetRow | null = null
  for (const row of rows) {
    const fund = fundOf(row.name)
    if (row.role === 'blank') continue
    if (isBalance(row)) balance = row
    else if (fund === null) balance = null
    else if (balance === null) sources.add(fund)
    else if (row.parent === null && sources.has(fund) && !isNumbered(row.label))
      parts.set(row.id, balance.id)
  }
  return parts
}

function isBalance({ role, name, parent }: BudgetRow): boolean {
  return role === 'item' && parent === null && CARRIED.test(fold(name)) && fundOf(name) === null
}
