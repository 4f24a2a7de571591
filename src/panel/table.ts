/** BudgetTable -> its rows in `facts`, with what joins them to checks. */
import type {
  BudgetDocument,
  BudgetRow,
  BudgetTable,
  Check,
  Column,
  Panel,
} from '../../schemas/document.js'
import { columnKinds } from './columns.js'
import { columnKeys, hashOf, rowKeys } from './keys.js'
import { leafChecks } from './leaf-checks.js'
import { type Place, placeRows } from './leaves.js'
import { listsOf } from './list.js'
import { agencyOf, codesOf, directionOf, fundOf, phaseOfFigure } from './row.js'
import { inYuan, valueState } from './value.js'

export type Value = string | number | boolean | null
export type Row = Record<string, Value>

export interface TableFacts {
  table: BudgetTable
  key: string
  facts: Row[]
  leafChecks: Check[]
}

interface Context {
  document: BudgetDocument
  table: BudgetTable
  /** The columns that every fact of the table shares. */
  shared: Row
  rows: ReadonlyMap<string, BudgetRow>
  keys: { table: string; rows: ReadonlyMap<string, string>; columns: ReadonlyMap<string, string> }
  kinds: ReturnType<typeof columnKinds>
}

/** @param key of the table @param shared what the document says of each of its facts */
export function tableFacts(
  document: BudgetDocument,
  table: BudgetTable,
  key: string,
  shared: Row,
): TableFacts {
  const context: Context = {
    document,
    table,
    shared: { ...shared, table_id: key, table_kind: table.kind, unit: table.unit },
    rows: new Map(table.rows.map((row) => [row.id, row])),
    keys: { table: key, rows: rowKeys(table), columns: columnKeys(table.columns) },
    kinds: columnKinds(table.checks),
  }
  const placed = listsOf(table).map((list) => placeRows(table, list))
  const amounts = table.columns.filter(({ type }) => type === 'amount')
  const facts = placed.flatMap(({ list, places }) =>
    list.rows.flatMap((row) => rowFacts(context, row, places.get(row) as Place, amounts)),
  )
  return { table, key, facts, leafChecks: placed.flatMap((list) => leafChecks(table, list)) }
}

function rowFacts(context: Context, row: BudgetRow, place: Place, amounts: Column[]): Row[] {
  const { document, table, rows } = context
  const shared: Row = {
    ...context.shared,
    ...agencyOf(row, rows, table, document),
    ...codesOf(row, table),
    panel: row.panel satisfies Panel | null,
    direction: directionOf(table, row),
    row_name: row.name,
    row_label: row.label,
    row_level: row.level,
    row_role: row.role,
    row_kind: place.kind,
    is_leaf: place.leaf,
    leaf_reason: place.reason,
    json_row: row.id,
  }
  return amounts.map((column) => fact(context, shared, row, column)).filter((made) => made !== null)
}

function fact(context: Context, shared: Row, row: BudgetRow, column: Column): Row | null {
  const cell = row.cells[column.id]
  if (!cell) return null
  const { keys, table, document, kinds } = context
  const [x0, top, x1, bottom] = cell.bbox ?? [null, null, null, null]
  return {
    ...shared,
    ...phaseOfFigure(row, column, document.report),
    ...inYuan(cell, table.unit),
    fact_id: hashOf(keys.table, keys.rows.get(row.id), keys.columns.get(column.id)),
    fund_type_code: fundOf(table, column),
    column_meaning: column.meaning,
    header: column.path.join('/'),
    column_kind: kinds.get(column.id) ?? null,
    value_state: valueState(cell),
    amount_text: cell.text,
    check_outcome: null,
    page: cell.page,
    ...{ x0, top, x1, bottom },
    json_column: column.id,
  }
}
