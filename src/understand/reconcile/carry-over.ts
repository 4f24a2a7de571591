/** What a table prints of the money that is carried from year to year. */

import { termOf } from '../../../schemas/check.js'
import type { BudgetRow, Column, Term } from '../../../schemas/document.js'
import { type Fund, fundOf } from '../../../schemas/funds.js'
import { CARRIED } from '../../../schemas/list-rows.js'
import { fold } from '../../../schemas/text.js'
import { mainFirst } from './figures.js'
import { isFigure, type Sheet } from './sheet.js'

const OPENING = /carry_over|fund_balance/
const CLOSING = /carry_forward/

/** Columns that say so, whether or not their words are known: 上年实户资金余额. */
function isCarried({ type, meaning, path }: Column): boolean {
  const known = OPENING.test(meaning ?? '') || CLOSING.test(meaning ?? '')
  return type === 'amount' && (known || CARRIED.test(fold(path.join('/'))))
}

/** A table that leaves out what comes from last year or goes to the next equals this year's part only (决算). */
export function hasCarryOver({ table }: Sheet): boolean {
  return table.columns.some(isCarried)
}

/**
 * The amounts carried that may stand between two figures: balances of the list, in its main
 * column or the one compared, and of one budget its part of them; and columns of a total, unless
 * they are movements of the year, which leave nothing out.
 */
export function carryOvers(sheet: Sheet, compared: readonly Term[], fund: Fund | null): Term[] {
  const { table } = sheet
  const balances = table.rows.filter(isBalance)
  const ids = new Set(balances.map(({ id }) => id))
  const isPart = ({ parent, name }: BudgetRow) =>
    fund !== null && ids.has(parent ?? '') && fundOf(name) === fund
  const rows = [...balances, ...table.rows.filter(isPart)]
  const inRows = rows.flatMap((row) => termsOf(sheet, row, compared))
  return [...inRows, ...inTotal(sheet)].filter(isFigure)
}

function isBalance({ role, name }: BudgetRow): boolean {
  return role === 'item' && CARRIED.test(fold(name))
}

function termsOf(sheet: Sheet, row: BudgetRow, compared: readonly Term[]): Term[] {
  const columns = sheet.columns.filter((id) => row.cells[id] !== undefined)
  const [main] = mainFirst({ ...sheet, columns })
  const wanted = columns.filter((id) => id === main || compared.some(({ column }) => column === id))
  return wanted.flatMap((id) => termOf(sheet.table, row, id) ?? [])
}

function inTotal({ table }: Sheet): Term[] {
  const carried = table.columns.filter(isCarried)
  const moves = carried.some(({ meaning }) => CLOSING.test(meaning ?? ''))
  const total = table.rows.find(({ role, panel }) => role === 'total' && panel === null)
  if (!total || (moves && carried.some(({ meaning }) => OPENING.test(meaning ?? '')))) return []
  return carried.flatMap(({ id }) => termOf(table, total, id) ?? [])
}
