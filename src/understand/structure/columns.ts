/** What each column of amounts says: its measure, its phase and its year. */
import type { BudgetTable, Column, Report } from '../../../schemas/document.js'
import { measureColumns } from './measure.js'
import { timesOf } from './time.js'

/** Every table with the measure, phase and year of its columns of amounts. */
export function structureColumns(tables: readonly BudgetTable[], report: Report): BudgetTable[] {
  return tables.map((table) => (isForm(table) ? table : { ...table, columns: of(table, report) }))
}

/** The columns of a form are where its boxes happen to stand: no list has them. */
export function isForm({ rows: [first] }: BudgetTable): boolean {
  return first?.kindReason === 'form'
}

function of(table: BudgetTable, report: Report): Column[] {
  const amounts = table.columns.filter(({ type }) => type === 'amount')
  const times = timesOf(table, amounts, report)
  const timed = amounts.map((column, i) => ({ ...column, ...times[i] }))
  const measures = measureColumns(table, timed)
  const said = new Map(timed.map((column, i) => [column.id, { ...column, measure: measures[i] }]))
  return table.columns.map((column) => said.get(column.id) ?? column)
}
