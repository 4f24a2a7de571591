/** Parent = Σ children, 合计 = Σ of the rows below it, column by column. */
import type { BudgetRow, BudgetTable, Check } from '../../schemas/document.js'
import { checkSum, termOf } from './check.js'

export function rollupChecks(table: BudgetTable): Check[] {
  const columns = table.columns
    .filter((column) => column.type === 'amount')
    .map((column) => column.id)
  const children = groupByParent(table.rows)
  const sums: [BudgetRow, BudgetRow[]][] = table.rows.flatMap((row): [BudgetRow, BudgetRow[]][] => {
    const own = children.get(row.id)
    return own && (row.code !== null || row.role === 'unit') ? [[row, own]] : []
  })
  const total = totalOf(table)
  if (total) sums.push(total)
  return sums.flatMap(([row, parts]) =>
    columns.flatMap((column) => {
      const identity = row.role === 'total' ? 'total = Σ classes' : 'parent = Σ children'
      return (
        checkSum(
          identity,
          termOf(table, row, column),
          parts.map((part) => termOf(table, part, column)),
        ) ?? []
      )
    }),
  )
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
