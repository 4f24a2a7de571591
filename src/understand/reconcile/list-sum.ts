/**
 * Sums within a list without codes: its totals, and the rows that print their parts below.
 *
 * 本年收入合计 = Σ sources, 总计 = 本年收入合计 + 年初结转和结余 + …, 年初结转和结余 = Σ funds. What a
 * total sums, only names, ordinals and places say: one that differs is a finding where these are
 * plain or the list bears them out elsewhere; else it proves nothing.
 */

import type { BudgetRow, Check } from '../../../schemas/document.js'
import { fundOf } from '../../../schemas/funds.js'
import { CARRIED, isListed, isMemo, isNumbered, THIS_YEAR } from '../../../schemas/list-rows.js'
import { fold } from '../../../schemas/text.js'
import { hasNameless, type List, listOf, listsOf, partsOfBalances } from './list.js'
import { hasRepeats, withoutSums } from './nested.js'
import { rangesOf } from './ranges.js'
import { dismissed } from './referee.js'
import { closes, hasFigure, isTelling, type Sheet, sumRows } from './sheet.js'

const TOTAL = 'list total = Σ rows'
const ROW = 'list row = Σ rows below'

export interface ListSums {
  checks: Check[]
  /** Rows that names put below a balance. */
  parents: ReadonlyMap<string, string>
}

export function listSums(sheet: Sheet): ListSums {
  const parents = new Map<string, string>()
  const checks = listsOf(sheet).flatMap((rows) => {
    const below = partsOfBalances(rows)
    const [plain, inferred] = [listOf(sheet, rows), listOf(sheet, rows, below)]
    const list = failuresOf(plain) < failuresOf(inferred) ? plain : inferred
    if (list === inferred) for (const [row, parent] of below) parents.set(row, parent)
    const sure = !hasNameless(sheet, rows)
    return [...totalsOf(list, sure), ...wholesOf(list)]
  })
  return { checks, parents }
}

function failuresOf(list: List): number {
  return list.totals.filter((_, i) => explained(list, i) === null).length
}

function totalsOf(list: List, sure: boolean): Check[] {
  const found = list.totals.map((_, i) => explained(list, i))
  return list.totals.flatMap((total, i) => {
    const checks = found[i]
    if (checks) return checks
    const [range = []] = rangesOf(list.rows, list.totals, i, list.top)
    const plain = sumRows(list.sheet, 'list_sum', TOTAL, total, range)
    const proven = found.some((other) => other?.some(isTelling)) || plain.some(isTelling)
    const known = sure && !isRepetitive(list, range) && (proven || isPlain(list, total, range))
    if (known && !hasRepeats(list.sheet, total, range)) return plain
    return plain.map((check) => dismissed(check, 'order_unproven'))
  })
}

/** The first range whose rows sum to the total in every column; rows that sum others left out where they must be. */
function explained(list: List, i: number): Check[] | null {
  const { sheet, rows, totals, top } = list
  const ranges = rangesOf(rows, totals, i, top)
  const under = (range: BudgetRow[]) => sumRows(sheet, 'list_sum', TOTAL, totals[i], range)
  const plain = ranges.map(under).find(closes)
  if (plain) return plain
  const nested = ranges.map((range) => under(withoutSums(sheet, range))).find(closes)
  return nested?.map((check) => ({ ...check, reading: 'nested_rows' as const })) ?? null
}

/** One name in several rows is a cell beside them, and their own names were not read: 小计 is among them. */
function isRepetitive({ sheet }: List, range: readonly BudgetRow[]): boolean {
  const names = range.filter((row) => hasFigure(sheet, row)).map(({ name }) => fold(name))
  return new Set(names).size < names.length
}

/** Whether what a total sums is plain from the names: numbered or listed ones, or balances after an earlier total. */
function isPlain({ sheet, totals }: List, total: BudgetRow, range: readonly BudgetRow[]): boolean {
  const later = range.some((row) => totals.includes(row))
  const filled = range.filter((row) => hasFigure(sheet, row) && !totals.includes(row))
  const isPart = ({ label, name }: BudgetRow) =>
    later ? CARRIED.test(fold(name)) : isNumbered(label) || isListed(name)
  return range.length > 1 && !range.includes(total) && filled.every(isPart)
}

function wholesOf(list: List): Check[] {
  const sums = list.rows.flatMap((row) => {
    const parts = (list.children.get(row.id) ?? []).filter(({ label }) => !isMemo(label))
    const printed = [row, ...parts].filter((each) => hasFigure(list.sheet, each))
    return printed.includes(row) && printed.length > 1 ? [{ row, parts }] : []
  })
  const plain = sums.map(({ row, parts }) => sumRows(list.sheet, 'list_sum', ROW, row, parts))
  const proven = plain.some((checks) => closes(checks) && checks.some(isTelling))
  return sums.flatMap(({ row, parts }, i) => {
    if (closes(plain[i])) return plain[i]
    const nested = sumRows(list.sheet, 'list_sum', ROW, row, withoutSums(list.sheet, parts))
    if (closes(nested))
      return nested.map((check) => ({ ...check, reading: 'nested_rows' as const }))
    const sure = areFunds(row, parts) || (proven && parts.every(({ label }) => isNumbered(label)))
    return sure ? plain[i] : plain[i].map((check) => dismissed(check, 'order_unproven'))
  })
}

/** A balance, 财政拨款收入 or 本年收入 by the budgets that it comes from: no other has a part in it. */
function areFunds({ name }: BudgetRow, parts: readonly BudgetRow[]): boolean {
  const funds = new Set(parts.map((part) => fundOf(part.name)))
  const whole = [CARRIED, THIS_YEAR, /^(?:本级)?财政拨款/].some((words) => words.test(fold(name)))
  return whole && funds.size > 1 && funds.size === parts.length && !funds.has(null)
}
