/** Rows -> Parquet with exact types, by way of CSV on disk: DuckDB reads it as it is written, and no amount is a double. */
import { rmSync } from 'node:fs'
import type { PanelColumn } from '../../schemas/panel/column.js'
import { writeNew } from '../files/folder.js'
import { openDatabase } from '../panel/database.js'
import { literal, quoted, SQL_TYPES } from '../panel/ddl.js'
import { COPY } from '../panel/publish.js'
import type { Row } from '../panel/table.js'
import { csvLines } from './csv.js'

/** Megabytes for DuckDB's buffers. */
const MEMORY = 192

/** @param part a file that is not there yet */
export async function writeParquet(
  part: string,
  columns: readonly PanelColumn[],
  rows: Iterable<Row>,
): Promise<void> {
  const lines = `${part}.csv`
  try {
    writeNew(lines, csvLines(columns, rows))
    const database = await openDatabase(':memory:', `${part}.temp`, MEMORY)
    try {
      await database.connection.run(copyOf(lines, part, columns))
    } finally {
      database.close()
    }
  } finally {
    for (const each of [lines, `${part}.temp`]) rmSync(each, { recursive: true, force: true })
  }
}

function copyOf(lines: string, part: string, columns: readonly PanelColumn[]): string {
  const types = columns.map(({ name, type }) => `${literal(name)}: ${literal(SQL_TYPES[type])}`)
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  return `COPY (SELECT ${names} FROM read_csv(${literal(lines)}, header = true, delim = ',', quote = '"',
      escape = '"', nullstr = '', allow_quoted_nulls = false, auto_detect = false, columns = {${types.join(', ')}}))
    TO ${literal(part)} (${COPY.parquet})`
}
