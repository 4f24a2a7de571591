/** BudgetTable -> its rows in `facts`, with what joins them to checks. */
import { unitOfCell } from '../../schemas/amount.js'
import type { BudgetDocument, BudgetRow, BudgetTable, Cell } from '../../schemas/document.js'
import { columnKinds } from './columns.js'
import { CORRECTED_COLUMNS, correctedOf } from './corrected.js'
import { columnKeys, hashOf, rowKeys } from './keys.js'
import { agencyOf, codesOf, directionOf, fundOf, type Time, timeOfRow } from './row.js'
import { inYuan, valueState } from './value.js'

export type Value = string | number | boolean | null
export type Row = Record<string, Value>

/** What a column says of each of its figures, and what is the figure's own; the rest its row says. */
export const OWN_COLUMNS = [
  ...(['fact_id', 'fund_type_code', 'measure', 'column_meaning', 'header'] as const),
  'column_kind' as const,
  ...(['json_column', 'phase', 'figure_year', 'amount', 'amount_gap', 'amount_exact'] as const),
  ...(['unit', 'value_state', 'amount_text', 'check_outcome', 'page', 'printed_page'] as const),
  ...CORRECTED_COLUMNS,
  ...(['x0', 'top', 'x1', 'bottom'] as const),
] as const

type Own = Record<(typeof OWN_COLUMNS)[number], Value>

/** A row of `facts`: what the printed row says of each of its figures, and the rest. */
export interface Fact {
  shared: Row
  own: Own
}

export interface TableFacts {
  table: BudgetTable
  key: string
  facts: Fact[]
}

interface AmountColumn {
  id: string
  key: string
  time: Time
  says: Pick<
    Own,
    'fund_type_code' | 'measure' | 'column_meaning' | 'header' | 'column_kind' | 'json_column'
  >
}

interface Context {
  document: BudgetDocument
  table: BudgetTable
  /** What every fact of the table shares. */
  shared: Row
  key: string
  rowKeys: ReadonlyMap<string, string>
  columns: AmountColumn[]
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
    key,
    shared: { ...shared, table_id: key, table_kind: table.kind },
    rowKeys: rowKeys(table),
    columns: amountColumns(table),
  }
  return { table, key, facts: table.rows.flatMap((row) => rowFacts(context, row)) }
}

function amountColumns(table: BudgetTable): AmountColumn[] {
  const keys = columnKeys(table.columns)
  const kinds = columnKinds(table.checks)
  const amounts = table.columns.filter(({ type }) => type === 'amount')
  return amounts.map((column) => ({
    id: column.id,
    key: keys.get(column.id) as string,
    time: { phase: column.phase ?? 'unstated', figure_year: column.year },
    says: {
      fund_type_code: fundOf(table, column),
      measure: column.measure,
      column_meaning: column.meaning,
      header: column.path.join('/'),
      column_kind: kinds.get(column.id) ?? null,
      json_column: column.id,
    },
  }))
}

function rowFacts(context: Context, row: BudgetRow): Fact[] {
  const { document, table } = context
  const shared: Row = {
    ...context.shared,
    ...agencyOf(row, table, document),
    ...codesOf(row, table),
    panel: row.panel,
    direction: directionOf(table, row),
    row_name: row.name,
    row_label: row.label,
    row_level: row.level,
    row_role: row.role,
    row_kind: row.kind,
    is_leaf: isLeaf(row),
    leaf_reason: row.kindReason,
    json_row: row.id,
  }
  const timeOf = timeOfRow(row, document.report.fiscalYear)
  return context.columns.flatMap((column) => {
    const cell = row.cells[column.id]
    if (!cell) return []
    const time = timeOf === null ? column.time : timeOf(column.time)
    return { shared, own: ownValues(context, row, column, cell, time) }
  })
}

/** A total that is all its list has counts, as a row of it would. */
function isLeaf({ kind, kindReason }: BudgetRow): boolean | null {
  if (kind === null) return null
  return kind === 'leaf' || (kind === 'total' && kindReason === 'nothing_below')
}

function ownValues(
  { document, key, table, rowKeys }: Context,
  row: BudgetRow,
  column: AmountColumn,
  cell: Cell,
  time: Time,
): Own {
  const printed = table.columns.find(({ id }) => id === column.id)
  const unit = unitOfCell(table, row, printed)
  const { amount, amount_gap, amount_exact } = inYuan(cell, unit)
  return {
    fact_id: hashOf(key, rowKeys.get(row.id), column.key),
    ...column.says,
    phase: time.phase,
    figure_year: time.figure_year,
    ...{ unit, amount, amount_gap, amount_exact },
    value_state: valueState(cell),
    amount_text: cell.text,
    check_outcome: null,
    ...correctedOf(table, row, printed, cell),
    page: cell.page,
    printed_page: document.source.printedPages?.[cell.page - 1] ?? null,
    x0: cell.bbox?.[0] ?? null,
    top: cell.bbox?.[1] ?? null,
    x1: cell.bbox?.[2] ?? null,
    bottom: cell.bbox?.[3] ?? null,
  }
}
