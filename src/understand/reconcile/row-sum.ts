/** In each row, one column = the sum of others, at the top of the header and within each group of columns. */

import { checkSum, termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check, Column, Term } from '../../../schemas/document.js'
import { WITHIN } from '../../../schemas/sums.js'
import { columnsBelow, resolve } from './columns.js'
import { dismissed, unlessMostDiffer } from './referee.js'
import type { Sheet } from './sheet.js'

export function rowSums(sheet: Sheet, whole: string, parts: readonly string[]): Check[] {
  const { table } = sheet
  const amounts = table.columns.filter((column) => column.type === 'amount')
  const known = amounts.filter((column) => column.meaning !== null)
  const unknown = amounts.filter((column) => column.meaning === null)
  const checks: Check[] = []
  for (const group of groupsOf(known)) {
    const sums = groupSums(sheet, known, group, whole, parts)
    checks.push(...unlessMostDiffer(sums.map((check) => unlessUnknown(check, table, unknown))))
  }
  return checks
}

/** The prefixes of the meanings: '' for the top, `basic.` for what stands under 基本支出. */
function groupsOf(columns: Column[]): Set<string> {
  const prefixes = new Set<string>()
  for (const { meaning } of columns) {
    let prefix = ''
    for (const atom of meaning?.split('.') ?? []) {
      prefixes.add(prefix)
      prefix += `${atom}.`
    }
  }
  return prefixes
}

interface Part {
  atom: string
  ids: string[]
  /** With the columns that stand below it, where a column of its own stands beside them. */
  all: string[]
}

function groupSums(
  sheet: Sheet,
  columns: Column[],
  group: string,
  whole: string,
  parts: readonly string[],
): Check[] {
  const left = resolve(columns, group + whole, false)
  if (left?.length !== 1) return []
  const found: Part[] = []
  for (const atom of parts) {
    const ids = resolve(columns, group + atom, true)
    if (ids === null) return []
    const others = ids.filter((id) => id !== left[0])
    const below = columnsBelow(columns, group + atom).filter((id) => id !== left[0])
    if (others.length > 0) found.push({ atom, ids: others, all: [...others, ...below] })
  }
  return bestReading(
    readings(found).map((reading) => {
      const identity = `${group}${whole} = ${reading.map(({ atom }) => atom).join(' + ')}`
      return sumRows(sheet, identity, left[0], [...new Set(reading.flatMap(({ ids }) => ids))])
    }),
  )
}

/**
 * The addends that a header allows: 财政拨款 beside 一般公共预算 holds it in most
 * templates, and stands beside it as its equal in others; 其他收入 below 其他资金 is one
 * of several, though both mean the same.
 */
function readings(parts: Part[]): Part[][] {
  const present = new Set(parts.map(({ atom }) => atom))
  const held = new Set([...present].flatMap((atom) => WITHIN[atom] ?? []))
  const outer = parts.filter(({ atom }) => !held.has(atom))
  const whole = outer.map((part) => ({ ...part, ids: part.all }))
  return [outer, parts, whole].filter(
    (reading) => new Set(reading.flatMap(({ ids }) => ids)).size > 1,
  )
}

function sumRows({ table, fixed }: Sheet, identity: string, left: string, ids: string[]): Check[] {
  const checks: Check[] = []
  for (const row of table.rows) {
    const parts: (Term | null)[] = []
    for (const id of ids) parts.push(termOf(table, row, id))
    const check = checkSum('row_sum', identity, termOf(table, row, left), parts, fixed)
    if (check) checks.push(check)
  }
  return checks
}

/** What the header means is what more rows bear out; the rows that do not are findings all the same. */
function bestReading(candidates: Check[][]): Check[] {
  const failures = (checks: Check[]) => checks.filter(({ outcome }) => outcome === 'fails').length
  return candidates.toSorted((a, b) => failures(a) - failures(b))[0] ?? []
}

/** A sum that fails beside a figure whose column nobody understands proves nothing. */
function unlessUnknown(check: Check, table: BudgetTable, unknown: Column[]): Check {
  if (check.outcome !== 'fails') return check
  const row = table.rows.find(({ id }) => id === check.left.row) as BudgetRow
  const beside = unknown.some(({ id }) => /[1-9]/.test(row.cells[id]?.value ?? ''))
  return beside ? dismissed(check, 'unknown_column') : check
}
