/** What is wrong with the names of what the columns of a table measure. */
import type { BudgetTable, Column } from '../../schemas/document.js'

function amounts({ rows, columns }: BudgetTable): Column[] {
  const isForm = rows.some(({ kindReason }) => kindReason === 'form')
  return isForm ? [] : columns.filter(({ type }) => type === 'amount')
}

/** @returns columns of amounts whose header is understood and whose measure is not said */
export function unmeasured(table: BudgetTable): string[] {
  return amounts(table)
    .filter(({ meaning, measure }) => meaning !== null && measure === null)
    .map(({ path }) => `${table.id} ${path.join('/')}`)
}

/** @returns pairs of columns that print different figures in one row, and measure the same in one phase and year */
export function clashes(table: BudgetTable): string[] {
  const columns = amounts(table).filter(({ measure }) => measure !== null)
  return columns.flatMap((one, i) =>
    columns
      .slice(i + 1)
      .filter((other) => isAlike(one, other) && table.rows.some((row) => differ(row, one, other)))
      .map((other) => `${table.id} ${one.id} ${other.id} ${one.measure}`),
  )
}

function isAlike(one: Column, other: Column): boolean {
  const of = ({ panel, measure, phase, year }: Column) => `${panel} ${measure} ${phase} ${year}`
  return of(one) === of(other)
}

function differ({ cells }: BudgetTable['rows'][number], one: Column, other: Column): boolean {
  const [a, b] = [cells[one.id]?.value ?? null, cells[other.id]?.value ?? null]
  return a !== null && b !== null && a !== b
}
