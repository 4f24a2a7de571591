/**
 * BudgetDocument -> facts: one for each printed amount, in CNY. What the instance in
 * XML and the tables in CSV both write.
 */

import { decimalsOf, POWER, scale } from '../../../schemas/amount.js'
import type {
  BudgetDocument,
  BudgetRow,
  BudgetTable,
  Cell,
  Panel,
} from '../../../schemas/document.js'
import { type ColumnFact, columnFacts } from './columns.js'
import {
  DOCUMENT_SCHEME,
  ENTITY_SCHEME,
  type PhaseMember,
  panelMember,
  tableMember,
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

export interface Context {
  entity: Entity
  period: Period
  /** Names of members; what has a default is left out where it holds. */
  explicit: {
    TableDimension: string
    PhaseDimension: PhaseMember
    PanelDimension?: string
    AdditionDimension?: string
  }
  typed: TypedMembers
}

export interface AmountFact {
  concept: string
  context: Context
  /** Equal where contexts are. */
  contextKey: string
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

/** A table without a known unit has no amount in CNY: its figures are in the JSON, not here. */
function tableFacts(
  document: BudgetDocument,
  table: BudgetTable,
  period: Period,
  occurrences: Map<string, number>,
): AmountFact[] {
  if (table.unit === null) return []
  const power = POWER[table.unit]
  const base = { entity: entityOf(document, table), period, table: table.kind }
  return listsOf(table, document.report.kind).flatMap((list) =>
    list.rows.flatMap((row) => {
      const contexts = rowContexts(list, row, base, occurrences)
      return list.columns.flatMap((column) => {
        const cell = row.cells[column.id]
        const keyed = contexts.get(column.id) as Keyed
        return cell && cell.value !== null ? amountFact(column, row, cell, keyed, power) : []
      })
    }),
  )
}

function amountFact(
  column: ColumnFact,
  row: BudgetRow,
  cell: Cell,
  { context, contextKey }: Keyed,
  power: number,
): AmountFact {
  const printed = cell.value as string
  return {
    concept: column.concept,
    context,
    contextKey,
    value: scale(printed, power),
    decimals: decimalsOf(printed, power),
    cell,
    row: row.id,
    column: column.id,
  }
}

interface List {
  columns: ColumnFact[]
  alone: ReadonlySet<string>
  panel: Panel | null
  rows: BudgetRow[]
  byId: ReadonlyMap<string, BudgetRow>
}

/** Lists side by side have columns of their own: those that their rows have cells in. */
function listsOf(table: BudgetTable, kind: BudgetDocument['report']['kind']): List[] {
  const amounts = table.columns.filter(({ type }) => type === 'amount')
  const checked = checkedSums(table.checks)
  return [...new Set(table.rows.map(({ panel }) => panel))].map((panel) => {
    const rows = table.rows.filter((row) => row.panel === panel)
    const own = amounts.filter(({ id }) => rows.some((row) => row.cells[id] !== undefined))
    const columns = columnFacts(own, kind)
    const byId = new Map(rows.map((row) => [row.id, row]))
    return { panel, rows, byId, columns, alone: standaloneColumns(columns, rows, checked) }
  })
}

interface Keyed {
  context: Context
  contextKey: string
}

/**
 * The context of each column of a row. The nth time that a document says a key is
 * its nth occurrence; columns that share a key in one row share the context, so that
 * they can add up, and columns known by their header only never do.
 */
function rowContexts(
  list: List,
  row: BudgetRow,
  base: { entity: Entity; period: Period; table: string },
  occurrences: Map<string, number>,
): Map<string, Keyed> {
  const members = rowMembers(row, list.byId)
  const own = new Map<string, Keyed>()
  return new Map(
    list.columns.map((column): [string, Keyed] => {
      const context = contextOf(column, list, members, base)
      const key = keyOf(context)
      const known = column.header === null ? own.get(key) : undefined
      if (known) return [column.id, known]
      const nth = (occurrences.get(key) ?? 0) + 1
      occurrences.set(key, nth)
      context.typed.occurrence = String(nth)
      const keyed = { context, contextKey: `${key}\n${nth}` }
      own.set(key, keyed)
      return [column.id, keyed]
    }),
  )
}

function contextOf(
  column: ColumnFact,
  list: List,
  members: TypedMembers,
  base: { entity: Entity; period: Period; table: string },
): Context {
  return {
    entity: base.entity,
    period: base.period,
    explicit: {
      TableDimension: tableMember(base.table),
      PhaseDimension: column.phase,
      ...(list.panel === null ? {} : { PanelDimension: panelMember(list.panel) }),
      ...(list.alone.has(column.id) ? { AdditionDimension: standaloneMember(column.concept) } : {}),
    },
    typed: { ...members, ...(column.header === null ? {} : { header: column.header }) },
  }
}

function keyOf({ entity, explicit, typed }: Context): string {
  const { TableDimension, PhaseDimension, PanelDimension, AdditionDimension } = explicit
  const plain = [entity.scheme, entity.identifier, TableDimension, PhaseDimension]
  const members = Object.entries(typed).map(([key, text]) => `${key}=${text}`)
  return [...plain, PanelDimension ?? '', AdditionDimension ?? '', ...members].join('\n')
}
