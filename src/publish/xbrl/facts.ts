/**
 * BudgetDocument -> facts: one for each printed amount, in CNY where the table states its unit. What the instance in
 * XML and the tables in CSV both write.
 */

import { decimalsOf, POWER, scale, unitOfCell } from '../../../schemas/amount.js'
import type {
  BudgetDocument,
  BudgetRow,
  BudgetTable,
  Cell,
  Panel,
} from '../../../schemas/document.js'
import { type ColumnFact, columnFacts } from './columns.js'
import {
  CNY,
  DOCUMENT_SCHEME,
  ENTITY_SCHEME,
  type Measure,
  type PhaseMember,
  panelMember,
  tableMember,
  UNSTATED_UNIT,
} from './names.js'
import { rowMembers, type TypedMembers } from './row.js'
import { checkedSums, standaloneColumns } from './standalone.js'
import { standaloneMember } from './sums.js'
import { withoutBlanks } from './text.js'

export interface Entity {
  scheme: string
  identifier: string
}

/** First and last day, both within; null where no year is printed. */
export type Period = { start: string; end: string } | null

/** Names of members; what has a default is left out where it holds. One object for all columns of one. */
export interface Explicit {
  TableDimension: string
  PhaseDimension: PhaseMember
  PanelDimension?: string
  AdditionDimension?: string
}

export interface Context {
  entity: Entity
  period: Period
  explicit: Explicit
  typed: TypedMembers
}

export interface AmountFact {
  concept: string
  /** One object wherever it is one context. */
  context: Context
  unit: Measure
  value: string
  decimals: number
  cell: Cell
  /** Where the JSON has it. */
  row: string
  column: string
}

export interface DocumentFacts {
  entity: Entity
  period: Period
  sha256: string
  amounts: AmountFact[]
}

export function documentFacts(document: BudgetDocument): DocumentFacts {
  const { fiscalYear } = document.report
  const period =
    fiscalYear === null ? null : { start: `${fiscalYear}-01-01`, end: `${fiscalYear}-12-31` }
  const occurrences = new Map<string, number>()
  return {
    entity: entityOf(document, null),
    period,
    sha256: document.source.sha256,
    amounts: document.tables.flatMap((table) => tableFacts(document, table, period, occurrences)),
  }
}

/** The owner as printed on the table, else on the document; no owner is made up. */
function entityOf(document: BudgetDocument, table: BudgetTable | null): Entity {
  const owner = withoutBlanks(table?.owner ?? '') || withoutBlanks(document.report.department ?? '')
  return owner === ''
    ? { scheme: DOCUMENT_SCHEME, identifier: document.source.sha256 }
    : { scheme: ENTITY_SCHEME, identifier: owner }
}

interface Base {
  entity: Entity
  period: Period
  table: string
  /** What states the unit of its figures, if anything does. */
  printed: BudgetTable
}

/** A table that states no unit has no amount in CNY: its figures stand as printed, known by their headers. */
function tableFacts(
  document: BudgetDocument,
  table: BudgetTable,
  period: Period,
  occurrences: Map<string, number>,
): AmountFact[] {
  const entity = entityOf(document, table)
  const base = { entity, period, table: tableMember(table.kind), printed: table }
  const facts: AmountFact[] = []
  for (const list of listsOf(table, document.report.kind, base))
    for (const row of list.rows) addFacts(row, list, base, occurrences, facts)
  return facts
}

function addFacts(
  row: BudgetRow,
  list: List,
  base: Base,
  occurrences: Map<string, number>,
  facts: AmountFact[],
): void {
  const contexts = rowContexts(list, row, base, occurrences)
  for (const [i, column] of list.columns.entries()) {
    const cell = row.cells[column.id]
    if (cell && cell.value !== null)
      facts.push(amountFact(column, row, cell, contexts[i], powerOf(row, column, base)))
  }
}

function powerOf(row: BudgetRow, { id }: ColumnFact, { printed }: Base): number | null {
  const own = printed.columns.find((column) => column.id === id)
  const unit = unitOfCell(printed, row, own)
  return unit === null ? null : POWER[unit]
}

function amountFact(
  column: ColumnFact,
  row: BudgetRow,
  cell: Cell,
  context: Context,
  power: number | null,
): AmountFact {
  const printed = cell.value as string
  return {
    concept: column.concept,
    context,
    unit: power === null ? UNSTATED_UNIT : CNY,
    value: scale(printed, power ?? 0),
    decimals: decimalsOf(printed, power ?? 0),
    cell,
    row: row.id,
    column: column.id,
  }
}

/** A column with what its facts' contexts hold, whatever the row; columns of one key share it. */
interface KeyedColumn extends ColumnFact {
  explicit: Explicit
  key: string
}

interface List {
  columns: KeyedColumn[]
  rows: BudgetRow[]
  byId: ReadonlyMap<string, BudgetRow>
}

/** Lists side by side have columns of their own: those that their rows have cells in. */
function listsOf(
  table: BudgetTable,
  kind: BudgetDocument['report']['kind'],
  { entity, table: member }: Base,
): List[] {
  const amounts = table.columns.filter(({ type }) => type === 'amount')
  const checked = checkedSums(table.checks)
  return [...new Set(table.rows.map(({ panel }) => panel))].map((panel) => {
    const rows = table.rows.filter((row) => row.panel === panel)
    const own = amounts.filter(({ id }) => rows.some((row) => row.cells[id] !== undefined))
    const columns = columnFacts(own, kind, table.unit !== null)
    const alone = standaloneColumns(columns, rows, checked)
    const keyed = columns.map((column): KeyedColumn => {
      const explicit = explicitOf(column, member, panel, alone.has(column.id))
      const parts = [entity.scheme, entity.identifier, ...Object.entries(explicit).flat()]
      return { ...column, explicit, key: [...parts, column.header ?? ''].join('\n') }
    })
    return { rows, byId: new Map(rows.map((row) => [row.id, row])), columns: keyed }
  })
}

function explicitOf(
  { concept, phase }: ColumnFact,
  table: string,
  panel: Panel | null,
  alone: boolean,
): Explicit {
  return {
    TableDimension: table,
    PhaseDimension: phase,
    ...(panel === null ? {} : { PanelDimension: panelMember(panel) }),
    ...(alone ? { AdditionDimension: standaloneMember(concept) } : {}),
  }
}

/**
 * The context of each column of a row. The nth time that a document says a key is
 * its nth occurrence; columns that share a key in one row share the context, so that
 * they can add up, and columns known by their header only never do.
 */
function rowContexts(
  list: List,
  row: BudgetRow,
  { entity, period }: Base,
  occurrences: Map<string, number>,
): Context[] {
  const members = rowMembers(row, list.byId)
  const rowKey = Object.entries(members).flat().join('\n')
  const own = new Map<string, Context>()
  return list.columns.map((column) => {
    const known = column.header === null ? own.get(column.key) : undefined
    if (known) return known
    const key = `${column.key}\n${rowKey}`
    const nth = (occurrences.get(key) ?? 0) + 1
    occurrences.set(key, nth)
    const header = column.header === null ? {} : { header: column.header }
    const typed = { ...members, ...header, occurrence: String(nth) }
    const context = { entity, period, explicit: column.explicit, typed }
    own.set(column.key, context)
    return context
  })
}
