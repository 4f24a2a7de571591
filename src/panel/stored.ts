/** Rows of a document -> the lines of CSV that the store reads: text -> exact types, and no amount becomes a JS number. */
import { PANEL_TABLES } from '../../schemas/panel.js'
import { SQL_TYPES } from './ddl.js'
import type { PanelRows } from './document.js'
import { type Fact, OWN_COLUMNS, type Row, type Value } from './table.js'

export type Stored = keyof PanelRows
export const STORED: readonly Stored[] = [
  'documents',
  'tables',
  'facts',
  'narrative_facts',
  'checks',
  'check_terms',
  'issues',
  'projects',
  'project_funding',
  'indicators',
  'codes',
]

const SIGHTS = [
  { name: 'system', type: 'VARCHAR' },
  { name: 'code', type: 'VARCHAR' },
  { name: 'fiscal_year', type: 'INTEGER' },
  { name: 'name', type: 'VARCHAR' },
]

/** Columns as the panel has them, each document's rows numbered; what all documents together decide is left null. */
export function storedColumns(name: Stored): { name: string; type: string }[] {
  const table = PANEL_TABLES.find((each) => each.name === name)
  const described = (table?.columns ?? []).map((column) => ({
    name: column.name,
    type: SQL_TYPES[column.type],
  }))
  const columns = name === 'codes' ? SIGHTS : name === 'facts' ? sharedFirst(described) : described
  return [
    { name: 'document_id', type: 'VARCHAR' },
    { name: 'place', type: 'INTEGER' },
    ...columns.filter((column) => column.name !== 'document_id'),
  ]
}

const isOwn = (name: string) => (OWN_COLUMNS as readonly string[]).includes(name)

/** A printed row says the same of all its figures: that stands first in their lines. */
function sharedFirst<T extends { name: string }>(columns: readonly T[]): T[] {
  return columns.toSorted((a, b) => Number(isOwn(a.name)) - Number(isOwn(b.name)))
}

/** By table; empty where a document has no rows in it. */
export type Lines = Record<Stored, string>

export function linesOf(document: string, rows: PanelRows): Lines {
  const entries = STORED.map((name) => {
    if (name === 'facts') return [name, factLines(document, rows.facts)]
    return [name, tableLines(name, document, rows[name])]
  })
  return Object.fromEntries(entries) as Lines
}

/** Of a document, in their order, but for its id and the place of the row. */
const NAMES = new Map(
  STORED.map((name) => [name, storedColumns(name).flatMap((c, i) => (i < 2 ? [] : [c.name]))]),
)
const SHARED = (NAMES.get('facts') ?? []).filter((name) => !isOwn(name))
const OWN = (NAMES.get('facts') ?? []).filter(isOwn)

function tableLines(name: Stored, document: string, rows: readonly Row[]): string {
  const columns = NAMES.get(name) ?? []
  return rows.map((row, place) => `"${document}",${place},${fieldsOf(row, columns)}\n`).join('')
}

/** What the figures of one printed row share is written out once. */
function factLines(document: string, facts: readonly Fact[]): string {
  let [row, shared] = [null as Row | null, '']
  const lines = facts.map((fact, place) => {
    if (fact.shared !== row) shared = fieldsOf(fact.shared, SHARED)
    row = fact.shared
    return `"${document}",${place},${shared},${fieldsOf(fact.own, OWN)}\n`
  })
  return lines.join('')
}

function fieldsOf(row: Row, columns: readonly string[]): string {
  return columns.map((name) => field(row[name] ?? null)).join(',')
}

/** Nothing for null, quotes around every text, so that an empty one is not null. */
function field(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`
}
