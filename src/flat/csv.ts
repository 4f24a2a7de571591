/** Rows -> lines of CSV: nothing for what is missing, quotes for an empty text, so that the two are told apart. */
import type { PanelColumn } from '../../schemas/panel/column.js'
import { guarded } from '../panel/formulas.js'
import type { Row, Value } from '../panel/table.js'

/** @param isForSheets a byte order mark, and an apostrophe before text that a spreadsheet would take for a formula */
export function* csvLines(
  columns: readonly PanelColumn[],
  rows: Iterable<Row>,
  isForSheets = false,
): Generator<string> {
  if (isForSheets) yield '\ufeff'
  yield `${columns.map(({ name }) => name).join(',')}\n`
  for (const row of rows) {
    const fields = columns.map(({ name, type }) => {
      const value = row[name] ?? null
      const isText = isForSheets && type === 'text' && typeof value === 'string'
      return field(isText ? guarded(value) : value)
    })
    yield `${fields.join(',')}\n`
  }
}

function field(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
