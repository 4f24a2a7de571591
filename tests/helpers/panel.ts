/** A folder of documents -> its panel, and what DuckDB reads back of it. */
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { BudgetDocument } from '../../schemas/document.js'
import { buildPanel, type PanelOptions, type PanelResult } from '../../src/panel/build.js'
import { folderOf } from './folder.js'

export function outputs(documents: Record<string, BudgetDocument>): string {
  return folderOf(
    Object.fromEntries(
      Object.entries(documents).map(([name, document]) => [name, JSON.stringify(document)]),
    ),
  )
}

export function build(
  root: string,
  out: string,
  options: Partial<PanelOptions> = {},
): Promise<PanelResult> {
  const formats = ['csv', 'parquet', 'duckdb'] as const
  return buildPanel(root, {
    out,
    formats,
    bom: false,
    program: 'test',
    worker: null,
    timeout: 60,
    memory: 224,
    ...options,
  })
}

/** Rows of text: decimals as DuckDB writes them, exactly. */
export async function query(out: string, sql: string): Promise<(string | null)[][]> {
  const instance = await DuckDBInstance.create(path.join(out, 'panel.duckdb'), {
    access_mode: 'READ_ONLY',
  })
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(
      `SELECT COLUMNS(*)::VARCHAR FROM (${sql.replaceAll('{out}', out)})`,
    )
    return reader.getRows() as (string | null)[][]
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
