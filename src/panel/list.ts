/** A table as its lists: the rows of one panel, with their figures as whole numbers of the smallest digit printed. */
import type { BudgetRow, BudgetTable, Panel } from '../../schemas/document.js'

export interface List {
  panel: Panel | null
  rows: BudgetRow[]
  /** The columns of amounts that these rows have cells in. */
  columns: string[]
  /** By row, a figure a column; null where none is printed. */
  figures: ReadonlyMap<BudgetRow, readonly (bigint | null)[]>
}

export function listsOf(table: BudgetTable): List[] {
  const amounts = table.columns.filter(({ type }) => type === 'amount').map(({ id }) => id)
  return [...new Set(table.rows.map(({ panel }) => panel))].map((panel) => {
    const rows = table.rows.filter((row) => row.panel === panel)
    const columns = amounts.filter((id) => rows.some((row) => row.cells[id] !== undefined))
    const digits = Math.max(0, ...rows.flatMap((row) => columns.map((id) => decimals(row, id))))
    const figures = new Map(
      rows.map((row) => [row, columns.map((id) => wholeOf(row.cells[id]?.value, digits))]),
    )
    return { panel, rows, columns, figures }
  })
}

function decimals(row: BudgetRow, column: string): number {
  return row.cells[column]?.value?.split('.')[1]?.length ?? 0
}

function wholeOf(value: string | null | undefined, digits: number): bigint | null {
  if (value === null || value === undefined) return null
  const [whole, fraction = ''] = value.split('.')
  return BigInt(whole + fraction.padEnd(digits, '0'))
}

/** What rounding of the last digit can explain, as the checks have it. */
export function isNear(left: bigint, right: bigint, terms: number): boolean {
  const off = left > right ? left - right : right - left
  return off * 2n <= BigInt(Math.max(2, terms))
}

/** Column by column; null where no row prints anything. */
export function sumOf(list: List, rows: readonly BudgetRow[]): (bigint | null)[] {
  return list.columns.map((_, i) =>
    rows.reduce<bigint | null>((sum, row) => {
      const figure = list.figures.get(row)?.[i] ?? null
      return figure === null ? sum : (sum ?? 0n) + figure
    }, null),
  )
}

export function isEmpty(list: List, row: BudgetRow): boolean {
  return (list.figures.get(row) ?? []).every((figure) => figure === null || figure === 0n)
}
