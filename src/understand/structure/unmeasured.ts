/** Columns whose words are known and whose figure has no name of its own: a filter by measure leaves them out. */
import type { BudgetTable, Column, Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import { isForm } from './columns.js'

/** A header with unknown words has been said where it was recognized; a column that prints nothing is no matter. */
export function unmeasuredColumns(tables: readonly BudgetTable[]): Issue[] {
  return tables
    .filter((table) => table.kind !== 'unrecognized' && !isForm(table))
    .flatMap((table) =>
      table.columns
        .filter((column) => isUnmeasured(column) && isFilled(table, column))
        .map((column) => said(table, column)),
    )
}

const isUnmeasured = ({ type, meaning, measure }: Column) =>
  type === 'amount' && meaning !== null && measure === null

const isFilled = ({ rows }: BudgetTable, { id }: Column) =>
  rows.some(({ cells }) => (cells[id]?.text ?? '') !== '')

function said({ id, pages }: BudgetTable, column: Column): Issue {
  const place = { table: id, column: column.id, page: pages[0] ?? null }
  return finding('unmeasured_column', { header: column.path.join('/') }, place)
}
