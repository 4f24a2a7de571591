/** DuckDB, opened within bounds; loaded only where a panel is built. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { loadDuckDB } from './duckdb.js'
import type { Query, Row } from './query.js'

export interface Database {
  connection: DuckDBConnection
  close: () => void
}

/** @param memory for its buffers, in megabytes; what is beyond goes to `temp` */
export async function openDatabase(file: string, temp: string, memory: number): Promise<Database> {
  const { DuckDBInstance } = await loadDuckDB()
  const instance = await DuckDBInstance.create(file, {
    memory_limit: `${memory}MB`,
    temp_directory: temp,
    threads: '2',
  })
  const connection = await instance.connect()
  return {
    connection,
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

export async function rowsOf<T>(connection: DuckDBConnection, sql: string): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowObjectsJS() as T[]
}

/** Rows with exact decimals as text, and what JSON has otherwise. */
export function queryOf(connection: DuckDBConnection): Query {
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[]
}
