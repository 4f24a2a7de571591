/** A table as its checks see it: which columns are amounts, and to how many decimals it prints. */

import { checkSum, fixedDigits, termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check, Rule, Term } from '../../../schemas/document.js'

export interface Sheet {
  table: BudgetTable
  columns: string[]
  fixed: number
}

export function sheetOf(table: BudgetTable): Sheet {
  const columns = table.columns.filter(({ type }) => type === 'amount').map(({ id }) => id)
  return { table, columns, fixed: fixedDigits(table) }
}

/** One row against the sum of others, column by column. */
export function sumRows(
  sheet: Sheet,
  rule: Rule,
  identity: string,
  whole: BudgetRow,
  parts: readonly BudgetRow[],
): Check[] {
  const { table, columns, fixed } = sheet
  const checks: Check[] = []
  for (const column of columns) {
    const terms: (Term | null)[] = []
    for (const part of parts) terms.push(termBelow(sheet, whole, part, column))
    const check = checkSum(rule, identity, termOf(table, whole, column), terms, fixed)
    if (check) checks.push(check)
  }
  return checks
}

/** A part's figure in a column of its whole; of a list that goes on in the next block, in the same column there. */
function termBelow(
  { table, columns }: Sheet,
  whole: BudgetRow,
  part: BudgetRow,
  column: string,
): Term | null {
  if (part.cells[column] !== undefined) return termOf(table, part, column)
  const own = columns.filter((id) => whole.cells[id] !== undefined)
  const other = columns.filter((id) => part.cells[id] !== undefined)
  return own.length === other.length ? termOf(table, part, other[own.indexOf(column)]) : null
}

export function hasFigure({ table, columns }: Sheet, row: BudgetRow): boolean {
  return columns.some((column) => isFigure(termOf(table, row, column)))
}

export function isFigure(term: Term | null): boolean {
  return term !== null && /[1-9]/.test(term.value)
}

export function fails({ outcome }: Check): boolean {
  return outcome === 'fails'
}

/** Whether the figures bear a sum out: it is printed, and no column differs. */
export function closes(checks: readonly Check[]): boolean {
  return checks.length > 0 && !checks.some(fails)
}

/** A sum of several figures that is right: no accident. */
export function isTelling(check: Check): boolean {
  return !fails(check) && check.right.filter(({ value }) => /[1-9]/.test(value)).length > 1
}
