/** A cell that a person asks for, as `kemu view` and the workbook name it: t9.r1.abroad. */
import { allChecks } from '../../schemas/check.js'
import type { BudgetDocument, BudgetTable, Check } from '../../schemas/document.js'
import { UsageError } from '../batch/failure.js'

type Box = readonly [number, number, number, number]

export interface Lit {
  page: number
  bbox: Box
  /** What it is, in a line or more. */
  words: string
}

/** @throws UsageError where there is no such cell, with what there is */
export function litCell(document: BudgetDocument, place: string): Lit {
  const table = known(place, 'table', place.split('.', 1)[0], document.tables)
  const rowId = /^[^.]+\.[^.]+/.exec(place)?.[0]
  const row = known(place, 'row', rowId, table.rows)
  const columnId = place.slice(row.id.length + 1)
  const column = known(place, 'column', columnId, amountsOf(table, row.cells))
  const { text, page, bbox } = row.cells[column.id]
  if (!bbox) throw new UsageError(`--cell ${place}: nothing is printed there, on page ${page}`)
  const unit = row.unit ?? column.unit ?? table.unit
  const head = `${place}, page ${page}: ${table.title} · ${row.name} · ${column.path.join(' ')}`
  const failed = allChecks(document).filter((check) => isOf(check, table.id, row.id, column.id))
  return {
    ...{ page, bbox },
    words: [`${head}: ${text}${unit ? ` (${unit})` : ''}`, ...failed.map(failure)].join('\n'),
  }
}

function amountsOf({ columns }: BudgetTable, cells: Record<string, unknown>) {
  return columns.filter((column) => column.id in cells)
}

function known<T extends { id: string }>(
  place: string,
  what: string,
  id: string | undefined,
  all: readonly T[],
): T {
  const found = all.find((each) => each.id === id)
  if (found) return found
  const names = all.map((each) => each.id)
  const some = names.length > 12 ? `${names[0]} to ${names.at(-1)}` : names.join(', ')
  throw new UsageError(`--cell ${place}: no ${what} ${id || 'is named'}; there are ${some}`)
}

function isOf(check: Check, table: string, row: string, column: string): boolean {
  return (
    check.outcome === 'fails' &&
    [check.left, ...check.right].some(
      (term) => term.table === table && term.row === row && term.column === column,
    )
  )
}

function failure({ left, right, difference }: Check): string {
  const parts = right.map(({ label, value, sign }) => `${sign ? '- ' : ''}${label} ${value}`)
  return `  fails by ${difference}: ${left.label} ${left.value}, against ${parts.join(' + ')}`
}
