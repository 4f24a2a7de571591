/** Parent = Σ children, 合计 = Σ of the rows below it, column by column. */

import { checkSum, termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check, Term } from '../../../schemas/document.js'

export function rollupChecks(table: BudgetTable): Check[] {
  const columns = table.columns
    .filter((column) => column.type === 'amount')
    .map((column) => column.id)
  const children = groupByParent(table.rows)
  const sums: [BudgetRow, BudgetRow[]][] = table.rows.flatMap((row): [BudgetRow, BudgetRow[]][] => {
    const own = children.get(row.id)
    return own && (row.code !== null || row.role === 'unit') ? [[row, own]] : []
  })
  const total = totalOf(table) ?? departmentOf(table)
  if (total) sums.push(total)
  const checks: Check[] = []
  for (const [row, parts] of sums) {
    const identity = identityOf(row, parts)
    for (const column of columns) {
      const terms: (Term | null)[] = []
      for (const part of parts) terms.push(termOf(table, part, column))
      const check = checkSum('rollup', identity, termOf(table, row, column), terms)
      if (check) checks.push(check)
    }
  }
  return checks
}

function groupByParent(rows: BudgetRow[]): Map<string, BudgetRow[]> {
  const groups = new Map<string, BudgetRow[]>()
  for (const row of rows) {
    if (row.parent === null || row.role === 'blank') continue
    groups.set(row.parent, [...(groups.get(row.parent) ?? []), row])
  }
  return groups
}

/** The one total row and the rows that it sums: those without a parent. */
function totalOf(table: BudgetTable): [BudgetRow, BudgetRow[]] | null {
  const totals = table.rows.filter((row) => row.role === 'total')
  if (totals.length !== 1) return null
  const parts = table.rows.filter(
    (row) => row.parent === null && row.role !== 'total' && row.role !== 'blank',
  )
  const units = parts.filter((row) => row.role === 'unit')
  const classes = parts.filter((row) => row.code !== null)
  if (classes.length > 0 && units.length > 0) return null
  const sum = classes.length > 0 ? classes : units
  return sum.length > 0 ? [totals[0], sum] : null
}

/** In a file of several units the department's unlabelled row comes first and sums its units' (深圳). */
function departmentOf(table: BudgetTable): [BudgetRow, BudgetRow[]] | null {
  const units = table.rows.filter((row) => row.role === 'unit' && row.parent === null)
  const [first, ...others] = units
  const owned = first !== undefined && first.name === table.owner
  return owned && others.length > 0 ? [first, others] : null
}

function identityOf(row: BudgetRow, parts: BudgetRow[]): string {
  if (row.role === 'total') return 'total = Σ classes'
  return parts.every((part) => part.role === 'unit')
    ? 'department = Σ units'
    : 'parent = Σ children'
}
