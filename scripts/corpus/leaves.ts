/**
 * The law of leaves: in each list and column they come to the printed total, or a check of the document
 * says that they do not. Worked out anew here, from the document alone.
 */
import { Exact } from '../../schemas/decimal.js'
import type { BudgetDocument, BudgetRow, BudgetTable, Check } from '../../schemas/document.js'

export interface Leaves {
  /** Lists whose leaves come to every total of theirs, in every column. */
  sum: number
  /** Lists of which a check says in what column they do not. */
  explained: number
  /** Totals without a word, one a line. */
  unexplained: string[]
  /** Rows with figures of which it is not said how they count. */
  unsaid: string[]
}

export function leavesOf(document: BudgetDocument): Leaves {
  const found: Leaves = { sum: 0, explained: 0, unexplained: [], unsaid: [] }
  for (const table of document.tables) {
    if (table.rows.some(({ kindReason }) => kindReason === 'form')) continue
    for (const rows of listsOf(table)) addList(found, table, rows)
  }
  return found
}

/** Rows of one panel; where rows name years, of one year. */
function listsOf({ columns, rows }: BudgetTable): BudgetRow[][] {
  const byPeriod = columns.some(({ key }) => key === 'period')
  const lists = new Map<string, BudgetRow[]>()
  for (const row of rows) {
    const key = `${row.panel} ${byPeriod ? row.name : ''}`
    lists.set(key, [...(lists.get(key) ?? []), row])
  }
  return [...lists.values()]
}

function addList(found: Leaves, table: BudgetTable, rows: BudgetRow[]): void {
  found.unsaid.push(...unsaidRows(table, rows))
  const leaves = rows.filter(({ kind }) => kind === 'leaf')
  const totals = rows.filter(
    ({ kind, kindReason }) => kind === 'total' && kindReason !== 'nothing_below',
  )
  if (totals.length === 0) return
  const ids = new Set(rows.map(({ id }) => id))
  const denied = totals.flatMap((total) => deniedColumns(table, total, leaves))
  const silent = denied.filter(([, column]) => !isExplained(table.checks, ids, column))
  if (denied.length === 0) found.sum += 1
  else if (silent.length === 0) found.explained += 1
  for (const [total, column, off] of silent)
    found.unexplained.push(`${table.id} ${table.kind} ${total.label} ${column} off ${off}`)
}

function unsaidRows({ id, kind, columns }: BudgetTable, rows: readonly BudgetRow[]): string[] {
  const amounts = columns.filter(({ type }) => type === 'amount').map((column) => column.id)
  return rows
    .filter((row) => row.kind === null)
    .filter(({ cells }) => amounts.some((column) => /[1-9]/.test(cells[column]?.value ?? '')))
    .map((row) => `${id} ${kind} ${row.id} ${row.label} ${row.kindReason}`)
}

/** Columns side by side can be one figure in blocks of a list: they are taken by what they measure. */
function deniedColumns(
  { columns }: BudgetTable,
  total: BudgetRow,
  leaves: readonly BudgetRow[],
): [BudgetRow, string, string][] {
  return columns
    .filter(({ id, type }) => type === 'amount' && (total.cells[id]?.value ?? null) !== null)
    .flatMap((column): [BudgetRow, string, string][] => {
      const same = columns.filter(
        (other) =>
          other.id === column.id ||
          (column.measure !== null &&
            other.measure === column.measure &&
            other.phase === column.phase &&
            other.year === column.year),
      )
      const printed = leaves.flatMap(({ cells }) => valueIn(cells, column.id, same) ?? [])
      const whole = total.cells[column.id].value as string
      const off = printed.reduce((rest, value) => rest.minus(value), new Exact(whole))
      const near = off.abs().lessThanOrEqualTo(toleranceOf([whole, ...printed]))
      return near ? [] : [[total, column.id, off.toFixed()]]
    })
}

function valueIn(
  cells: BudgetRow['cells'],
  id: string,
  same: readonly { id: string }[],
): string | null {
  if (cells[id] !== undefined) return cells[id].value
  const other = same.find((column) => cells[column.id] !== undefined)
  return other ? cells[other.id].value : null
}

/** Half of the last digit of each figure; one without decimals among others with them has lost noughts. */
function toleranceOf(values: readonly string[]): Exact {
  const decimals = values.map((value) => value.split('.')[1]?.length ?? 0)
  const most = Math.max(...decimals)
  const digit = (count: number) => new Exact(10).pow(count === 0 ? -most : -count)
  const sum = decimals.reduce((all, count) => all.plus(digit(count)), new Exact(0))
  return Exact.max(new Exact(10).pow(-most), sum.dividedBy(2))
}

function isExplained(checks: readonly Check[], rows: ReadonlySet<string>, column: string): boolean {
  return checks.some(
    ({ left, outcome }) =>
      (outcome === 'fails' || outcome === 'not_applicable') &&
      rows.has(left.row ?? '') &&
      left.column === column,
  )
}
