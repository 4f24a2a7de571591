/**
 * Whose a failed check is. A publication is accused only where nothing else is left: its tables
 * were read cleanly, what sums what is printed (codes, units' codes, heads, totals' names) and not
 * inferred from indents, ordinals or figures, and no other reading closes.
 */

import { isOverlong, termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check, Issue } from '../../../schemas/document.js'
import { isClean } from '../../../schemas/findings.js'
import { isMemo } from '../../../schemas/list-rows.js'
import { hasNameless } from './list.js'
import { hasFigure, isFigure, type Sheet, sheetOf } from './sheet.js'

type Whose = NonNullable<Check['attribution']>

export function attribute(
  tables: BudgetTable[],
  between: Check[],
  issues: Issue[],
): { tables: BudgetTable[]; checks: Check[] } {
  const flagged = new Set(issues.filter((issue) => !isClean(issue)).map(({ table }) => table))
  const known = new Map(tables.map((table) => [table.id, table]))
  const whose = (check: Check): Check =>
    check.outcome === 'fails' ? { ...check, attribution: whoseOf(check, known, flagged) } : check
  return {
    tables: tables.map((table) => ({ ...table, checks: table.checks.map(whose) })),
    checks: between.map(whose),
  }
}

function whoseOf(
  check: Check,
  tables: ReadonlyMap<string, BudgetTable>,
  flagged: ReadonlySet<string | null>,
): Whose {
  const ids = new Set([check.left, ...check.right].map(({ table }) => table))
  const sheets = [...ids].flatMap((id) => tables.get(id ?? '') ?? []).map(sheetOf)
  const rows = new Map(sheets.flatMap(({ table }) => table.rows.map((row) => [row.id, row])))
  if (isDoubted(check, sheets, flagged)) return 'extraction'
  if (check.attribution === 'unclear') return 'unclear'
  return isPrinted(check, rows, sheets) ? 'publication' : 'unclear'
}

/** Whether something of the tables, or of these very figures, may have been misread. */
function isDoubted(
  { left, right }: Check,
  sheets: readonly Sheet[],
  flagged: ReadonlySet<string | null>,
): boolean {
  const fixed = new Map(sheets.map((sheet) => [sheet.table.id, sheet.fixed]))
  const terms = [left, ...right]
  return (
    terms.some(({ value, table }) => isOverlong(value, fixed.get(table ?? '') ?? 0)) ||
    sheets.some(
      (sheet) =>
        flagged.has(sheet.table.id) ||
        sheet.table.leftover.length > 0 ||
        hasNameless(sheet, sheet.table.rows) ||
        terms.some(({ row }) => isTorn(sheet, row)),
    )
  )
}

/** Of a row that a page cut in two, the half with fewer figures has no code among rows that have one. */
function isTorn(sheet: Sheet, id: string | null): boolean {
  const { rows } = sheet.table
  const at = rows.findIndex((row) => row.id === id)
  const row = rows[at]
  if (!row || (!row.code && !row.unitCode && row.role !== 'unit')) return false
  const printed = countOf(sheet, row)
  return [rows[at - 1], rows[at + 1]].some((beside) => {
    if (beside === undefined || beside.panel !== row.panel || beside.role === 'total') return false
    const figures = countOf(sheet, beside)
    return !beside.code && !beside.unitCode && figures > 0 && figures * 2 < printed
  })
}

function countOf({ table, columns }: Sheet, row: BudgetRow): number {
  return columns.filter((id) => isFigure(termOf(table, row, id))).length
}

function isPrinted(
  { rule, left, right }: Check,
  rows: ReadonlyMap<string, BudgetRow>,
  sheets: readonly Sheet[],
): boolean {
  const rowOf = ({ row }: Check['left']) => rows.get(row ?? '')
  const [whole, parts] = [rowOf(left), right.map(rowOf)]
  switch (rule) {
    case 'rollup':
      return isBelow(whole, parts) && !sheets.some((sheet) => hasStray(sheet, whole))
    case 'list_sum':
      return whole?.role === 'subtotal' && parts.every((part) => part?.code)
    case 'leaves':
      return false
    case 'prose':
      return [whole, ...parts].every((row) => row === undefined || isLabelled(row) || row.code)
    case 'equals_table':
    case 'sum_of_tables':
      return [whole, ...parts].every((row) => row !== undefined && isLabelled(row))
    default:
      return true
  }
}

/** Codes, or units' codes, of which one opens the others; or a total over rows that have some. */
function isBelow(whole: BudgetRow | undefined, parts: readonly (BudgetRow | undefined)[]): boolean {
  const codesOf = (row: BudgetRow | undefined) => row?.code ?? row?.unitCode ?? ''
  const all = parts.every((part) => codesOf(part) !== '')
  if (whole === undefined || whole.role === 'total') return all
  return (
    all && codesOf(whole) !== '' && parts.every((part) => codesOf(part).startsWith(codesOf(whole)))
  )
}

/** A row without a code among rows with codes may belong to the sum: nobody can tell. */
function hasStray(sheet: Sheet, whole: BudgetRow | undefined): boolean {
  return sheet.table.rows.some(
    (row) =>
      row.panel === (whole?.panel ?? null) &&
      row.role === 'item' &&
      row.code === null &&
      !row.unitCode &&
      !isMemo(row.label) &&
      hasFigure(sheet, row),
  )
}

/** A total by its words, or a row of a list by its name; a class or an unlabelled row only stands for one. */
function isLabelled({ role, code }: BudgetRow): boolean {
  return role === 'total' || role === 'subtotal' || (role === 'item' && code === null)
}
