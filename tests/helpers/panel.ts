/** Small panels for tests: rows by the schema, as CSV files and as tables of a DuckDB in memory. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { PanelTable } from '../../schemas/panel/column.js'
import type { Query, Row, Value } from '../../src/panel/query.js'

export type Rows = Record<string, Partial<Row>[]>

/** What is not given is blank. */
export function writeCsv(
  folder: string,
  tables: readonly PanelTable[],
  rows: Rows,
  head = '',
): void {
  for (const { name, columns } of tables) {
    const lines = (rows[name] ?? []).map((row) =>
      columns.map((column) => csvCell(row[column.name] ?? null)).join(','),
    )
    const text = [columns.map((column) => column.name).join(','), ...lines].join('\n')
    writeFileSync(path.join(folder, `${name}.csv`), `${head}${text}\n`)
  }
}

function csvCell(value: Value): string {
  const text = value === null ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const TYPES = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  decimal: 'DECIMAL(18, 4)',
  boolean: 'BOOLEAN',
  points: 'DOUBLE',
}

/** @returns what the panel answers to SQL, with the rows given in its tables */
export async function panelOf(tables: readonly PanelTable[], rows: Rows): Promise<Query> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const { name, columns } of tables) {
    const types = columns.map((column) => `"${column.name}" ${TYPES[column.type]}`)
    await connection.run(`CREATE TABLE "${name}" (${types.join(', ')})`)
    for (const row of rows[name] ?? []) {
      const values = columns.map((column) => literal(row[column.name] ?? null))
      await connection.run(`INSERT INTO "${name}" VALUES (${values.join(', ')})`)
    }
  }
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[]
}

function literal(value: Value): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
