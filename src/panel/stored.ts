/** Rows of a document -> the lines of CSV that the store reads: text -> exact types, and no amount becomes a JS number. */
import { PANEL_TABLES } from '../../schemas/panel.js'
import { SQL_TYPES } from './ddl.js'
import type { PanelRows } from './document.js'
import type { Fact, Row, Value } from './table.js'

export type Stored = keyof PanelRows
export const STORED: readonly Stored[] = [
  'documents',
  'tables',
  'facts',
  'checks',
  'check_terms',
  'issues',
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
  const columns = name === 'codes' ? SIGHTS : described
  return [
    { name: 'document_id', type: 'VARCHAR' },
    { name: 'place', type: 'INTEGER' },
    ...columns.filter((column) => column.name !== 'document_id'),
  ]
}

const NAMES = new Map(STORED.map((name) => [name, storedColumns(name).map((c) => c.name)] as const))

/** By table; empty where a document has no rows in it. */
export type Lines = Record<Stored, string>

export function linesOf(document: string, rows: PanelRows): Lines {
  return Object.fromEntries(
    STORED.map((name) => [name, tableLines(NAMES.get(name) as string[], rows[name], document)]),
  ) as Lines
}

function tableLines(
  columns: readonly string[],
  rows: readonly (Row | Fact)[],
  document: string,
): string {
  const places = new Map(columns.map((name, i) => [name, i]))
  const shared = new SharedFields(columns)
  const blank = columns.map(() => '')
  let lines = ''
  rows.forEach((row, place) => {
    const [below, own] = isFact(row) ? [shared.of(row.shared), row.own] : [blank, row]
    const fields = below.slice()
    fields[0] = `"${document}"`
    fields[1] = String(place)
    for (const name in own) {
      const i = places.get(name) ?? 0
      if (i > 1 && own[name] !== undefined) fields[i] = field(own[name])
    }
    lines += `${fields.join(',')}\n`
  })
  return lines
}

function isFact(row: Row | Fact): row is Fact {
  return 'shared' in row
}

/** The fields that the figures of one printed row share, written out once. */
class SharedFields {
  readonly #columns: readonly string[]
  #row: Row | null = null
  #fields: string[] = []

  constructor(columns: readonly string[]) {
    this.#columns = columns
  }

  of(row: Row): readonly string[] {
    if (row !== this.#row) {
      this.#row = row
      this.#fields = this.#columns.map((column) => field(row[column] ?? null))
    }
    return this.#fields
  }
}

/** Nothing for null, quotes around every text, so that an empty one is not null. */
function field(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`
}
