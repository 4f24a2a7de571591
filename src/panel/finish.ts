/**
 * `kemu panel <panel> --finish`: what all documents decide, over the parts that stand in the folder: `documents` with
 * `owner_id`, `version` and `preferred`; `files`, `codes`, `crosswalk`, `coverage` and `quality`; and `panel.duckdb`, with
 * the views, over the parts where they stand. The facts are read, and never written again.
 */
import path from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DERIVED_TABLES } from '../../schemas/panel/derived.js'
import { PANEL_TABLES, type PanelTable } from '../../schemas/panel.js'
import { UsageError } from '../files/errors.js'
import { OutputFolder } from '../files/folder.js'
import { openDatabase, queryOf, rowsOf } from './database.js'
import { columnList, comments, createTable, literal, quoted, SQL_TYPES } from './ddl.js'
import { NOTED, parquetIn } from './part.js'
import { copyTable, createViews, fillOver } from './publish.js'
import { DECIDED, noteOwners, sourceOf } from './sources.js'
import { STORED, storedColumns } from './stored.js'
import { inWork } from './work.js'

/** Tables that all documents decide; the others stand in the parts as they are. */
const WHOLE = ['documents', 'files', 'codes']

/** @returns the files written, by their names in the panel's folder @throws UsageError for parts that are not one panel's */
export async function finishPanel(out: string, memory: number): Promise<string[]> {
  const folder = new OutputFolder(out)
  if (parquetIn(path.join(folder.root, 'inputs')).length === 0)
    throw new UsageError(`${out} holds no part: make parts with --partition first`)
  return inWork(folder, memory, (work) => finishIn(folder, work, memory))
}

async function finishIn(folder: OutputFolder, work: string, memory: number): Promise<string[]> {
  const { connection, close } = await openDatabase(`${work}/store.duckdb`, `${work}/temp`, memory)
  try {
    // The views name the parts from where the panel stands, so that it can be moved.
    await connection.run(`SET file_search_path = ${literal(folder.root)}`)
    for (const name of STORED)
      await connection.run(`CREATE VIEW ${name} AS ${storedIn(folder, name)}`)
    for (const name of NOTED)
      await connection.run(
        `CREATE VIEW ${name} AS SELECT * FROM read_parquet(${literal(`${name}/*.parquet`)})`,
      )
    await assertOne(connection)
    const part = path.join(work, 'panel.duckdb')
    await connection.run(`ATTACH ${literal(part)} AS panel`)
    await fill(connection, folder)
    await fillOver(connection, queryOf(connection))
    await connection.run('SET threads TO 1')
    const written: string[] = []
    for (const table of [...PANEL_TABLES.filter(isWhole), ...DERIVED_TABLES])
      written.push(
        ...(await copyTable({ connection, folder: work }, folder, table, {
          formats: ['parquet'],
          bom: false,
        })),
      )
    await createViews(connection)
    await connection.run('DETACH panel')
    folder.place(part, 'panel.duckdb')
    return [...written, 'panel.duckdb']
  } finally {
    close()
  }
}

const isWhole = ({ name }: PanelTable) => WHOLE.includes(name)

async function fill(connection: DuckDBConnection, folder: OutputFolder): Promise<void> {
  await noteOwners(connection)
  for (const table of PANEL_TABLES) {
    const name = `panel.${table.name}`
    if (isWhole(table)) {
      await connection.run(createTable(table, name))
      await connection.run(`INSERT INTO ${name} (${columnList(table)}) ${sourceOf(table, [])}`)
      for (const comment of comments(table, name)) await connection.run(comment)
    } else
      await connection.run(
        `CREATE VIEW ${name} AS SELECT ${columnList(table)} FROM (${storedIn(folder, table.name)})`,
      )
  }
}

/** The rows of a table over all parts, as the store of one run has them. */
function storedIn(folder: OutputFolder, name: string): string {
  const columns = storedColumns(name as (typeof STORED)[number])
  const isThere = parquetIn(path.join(folder.root, name)).length > 0
  const select = columns.map(({ name: column, type }) => {
    const isRead =
      isThere && !(name === 'documents' && (DECIDED as readonly string[]).includes(column))
    return isRead ? quoted(column) : `NULL::${type} AS ${quoted(column)}`
  })
  const from = isThere
    ? `read_parquet(${literal(`${name}/*/*/*.parquet`)}, hive_partitioning = true,
        hive_types = {'year': ${SQL_TYPES.integer}, 'region': ${SQL_TYPES.text}}, union_by_name = true)`
    : '(SELECT 1 WHERE false)'
  return `SELECT ${select.join(', ')} FROM ${from}`
}

/** A document in two parts would count twice; `--shard` never puts it there. */
async function assertOne(connection: DuckDBConnection): Promise<void> {
  for (const [table, key] of [
    ['loaded', 'document_id'],
    ['inputs', 'file'],
  ] as const) {
    const [twice] = await rowsOf<{ file: string }>(
      connection,
      `SELECT min(file) AS file FROM ${table} GROUP BY ${key} HAVING count(*) > 1 ORDER BY 1 LIMIT 1`,
    )
    if (twice)
      throw new UsageError(
        `${twice.file} stands in two parts: build one of them without it, or remove one part's files`,
      )
  }
}
