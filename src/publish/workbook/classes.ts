/** 类 printed once beside all its 款: "301 工资福利支出" over the rows 小计, 01, 02 … (reference, table 6). */
import type { BudgetRow } from '../../../schemas/document.js'

/** A 小计 beside the cell that names its class. */
export type ClassRow = BudgetRow & { labelParts: [of: string, own: string] }

export function isClassRow(row: BudgetRow): row is ClassRow {
  return row.role === 'subtotal' && row.code !== null && row.labelParts?.length === 2
}

/** The class of each row that has one: its own 小计 names it, and the rows below that are of it too. */
export function classesOf(rows: readonly BudgetRow[]): ReadonlyMap<string, ClassRow> {
  const classes = new Map<string, ClassRow>()
  for (const row of rows) {
    const own = isClassRow(row) ? row : classes.get(row.parent ?? '')
    if (own) classes.set(row.id, own)
  }
  return classes
}
