/** Rows on their way into the store: CSV that DuckDB reads as text -> exact types; no amount becomes a JS number. */
import { appendFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { literal } from './ddl.js'
import type { Fact, Row, Value } from './table.js'

/** Characters held before they go to disk, over all tables. */
const HELD = 1_000_000
/** Characters on disk before the store takes them. */
const BATCH = 96_000_000

export interface StagedTable {
  name: string
  columns: readonly string[]
}

/** Columns that staging fills itself; they come first. */
export const OWN = ['document_id', 'place'] as const

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

export class Staging {
  readonly #lines = new Map<string, string[]>()
  readonly #tables: ReadonlyMap<string, StagedTable>
  readonly #folder: string
  #held = 0
  #staged = 0

  constructor(folder: string, tables: readonly StagedTable[]) {
    this.#folder = folder
    this.#tables = new Map(tables.map((table) => [table.name, table]))
  }

  /** @param document whose rows they are, in their order */
  add(name: string, rows: readonly (Row | Fact)[], document: string): void {
    if (rows.length === 0) return
    const { columns } = this.#tables.get(name) as StagedTable
    const lines = this.#lines.get(name) ?? []
    this.#lines.set(name, lines)
    const shared = new SharedFields(columns)
    rows.forEach((row, place) => {
      const [below, own] = isFact(row) ? [shared.of(row.shared), row.own] : [null, row]
      const fields = [`"${document}"`, String(place)]
      for (let i = OWN.length; i < columns.length; i++) {
        const value = own[columns[i]]
        fields.push(value === undefined ? (below?.[i] ?? '') : field(value))
      }
      const line = fields.join(',')
      lines.push(line)
      this.#held += line.length
    })
    if (this.#held > HELD) this.#toDisk()
  }

  isFull(): boolean {
    return this.#staged + this.#held > BATCH
  }

  /** Hands all that is staged to the store's tables of the same names. */
  async load(connection: DuckDBConnection): Promise<void> {
    this.#toDisk()
    for (const { name, columns } of this.#tables.values()) {
      if (!this.#lines.has(name)) continue
      const file = this.#file(name)
      await connection.run(
        `COPY ${name} (${columns.map((column) => `"${column}"`).join(', ')}) FROM ${literal(file)}
         (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '',
          ALLOW_QUOTED_NULLS false, AUTO_DETECT false, NEW_LINE '\\n', MAX_LINE_SIZE 67108864,
          BUFFER_SIZE 134217728)`,
      )
      rmSync(file)
    }
    this.#lines.clear()
    this.#staged = 0
  }

  #file(name: string): string {
    return path.join(this.#folder, `${name}.csv`)
  }

  #toDisk(): void {
    for (const [name, lines] of this.#lines) {
      if (lines.length === 0) continue
      appendFileSync(this.#file(name), `${lines.join('\n')}\n`)
      lines.length = 0
    }
    this.#staged += this.#held
    this.#held = 0
  }
}

/** Nothing for null, quotes around every text, so that an empty one is not null. */
function field(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`
}
