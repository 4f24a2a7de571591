/** The store -> the panel: `panel.duckdb` with its views, CSV and Parquet of every table, what describes them. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DERIVED_TABLES } from '../../schemas/panel/derived.js'
import { ALL_TABLES, PANEL_TABLES, type PanelTable } from '../../schemas/panel.js'
import type { OutputFolder } from '../files/folder.js'
import { queryOf, rowsOf } from './database.js'
import { columnList, comments, createTable, literal, quoted } from './ddl.js'
import { fillDerived } from './derive.js'
import { type Described, describe } from './describe.js'
import { guardedSql } from './formulas.js'
import type { FailedInput } from './input.js'
import { inLots } from './lots.js'
import type { Query } from './query.js'
import { noteOwners, sourceOf } from './sources.js'
import type { Store } from './store.js'
import { VIEWS } from './views/index.js'

export const PANEL_FORMATS = ['csv', 'parquet', 'duckdb'] as const
export type PanelFormat = (typeof PANEL_FORMATS)[number]

export interface PublishOptions {
  formats: readonly PanelFormat[]
  /** For spreadsheets: a byte order mark, and no text that they would take for a formula. */
  bom: boolean
  /** The program's version and build. */
  program: string
  /** The day to cite the panel by, yyyy-mm-dd. */
  released?: string
}

/** @returns the files written, by their names in the panel's folder */
export async function publish(
  store: Store,
  failed: readonly FailedInput[],
  folder: OutputFolder,
  options: PublishOptions,
): Promise<string[]> {
  const { connection } = store
  const part = path.join(store.folder, 'panel.duckdb')
  await connection.run(`ATTACH ${literal(part)} AS panel`)
  await fill(connection, failed)
  const query = queryOf(connection)
  await fillOver(connection, query)
  const written: string[] = []
  // One thread writes rows in the order in which they stand. DuckDB's own way to keep that order holds many
  // groups of rows in memory: facts.parquet of 2,000 documents took three times as long, and 150 MB more.
  await connection.run('SET threads TO 1')
  await connection.run('SET preserve_insertion_order = false')
  for (const table of ALL_TABLES) written.push(...(await copyTable(store, folder, table, options)))
  written.push(...(await describe(query, await describedBy(store, folder, options))))
  await createViews(connection)
  await connection.run('DETACH panel')
  if (!options.formats.includes('duckdb')) rmSync(part)
  else folder.place(part, 'panel.duckdb')
  return options.formats.includes('duckdb') ? [...written, 'panel.duckdb'] : written
}

/** Names inside a view are looked up where it stands: the panel alone must be enough. */
export async function createViews(connection: DuckDBConnection): Promise<void> {
  await connection.run('USE panel')
  for (const { name, sql, zh, en, description } of VIEWS) {
    await connection.run(`CREATE VIEW ${name} AS ${sql}`)
    await connection.run(`COMMENT ON VIEW ${name} IS ${literal(`${zh} / ${en}: ${description}`)}`)
  }
  await connection.run('USE store')
}

async function fill(connection: DuckDBConnection, failed: readonly FailedInput[]): Promise<void> {
  await noteOwners(connection)
  for (const table of PANEL_TABLES) {
    const name = `panel.${table.name}`
    await connection.run(createTable(table, name))
    const source = sourceOf(table, failed)
    for (const query of source === null ? await inLots(connection, table) : [source])
      await connection.run(`INSERT INTO ${name} (${columnList(table)}) ${query}`)
    for (const comment of comments(table, name)) await connection.run(comment)
  }
}

/** The tables that sum up the panel: their queries speak of it alone. */
export async function fillOver(connection: DuckDBConnection, query: Query): Promise<void> {
  for (const table of DERIVED_TABLES) {
    const name = `panel.${table.name}`
    await connection.run(createTable(table, name))
    for (const comment of comments(table, name)) await connection.run(comment)
  }
  await connection.run('USE panel')
  await fillDerived(query, PANEL_TABLES)
}

/** The version is that of the program, and a hash of it and of all that was read. */
async function describedBy(
  { connection }: Store,
  folder: OutputFolder,
  { formats, bom, program, released }: PublishOptions,
): Promise<Described> {
  const inputs = await rowsOf(connection, 'SELECT file, hash FROM store.inputs ORDER BY file')
  const content = createHash('sha256')
    .update(JSON.stringify([program, inputs]))
    .digest('hex')
  const [release] = program.split(' ')
  const version = `${release}+${content.slice(0, 12)}`
  // CSV for spreadsheets is changed where a text looks like a formula: nothing describes it as the data.
  const hasCsv = formats.includes('csv') && !bom
  return { folder, hasCsv, version, program: release, released: released ?? null }
}

export async function copyTable(
  { connection, folder: work }: Pick<Store, 'connection' | 'folder'>,
  folder: OutputFolder,
  table: PanelTable,
  { formats, bom }: Pick<PublishOptions, 'formats' | 'bom'>,
): Promise<string[]> {
  const written: string[] = []
  for (const format of ['csv', 'parquet'] as const) {
    if (!formats.includes(format)) continue
    const name = `${table.name}.${format}`
    const part = path.join(work, name)
    const guarded = format === 'csv' && bom
    const select = `SELECT ${guarded ? guardedList(table) : columnList(table)} FROM panel.${table.name}`
    await connection.run(`COPY (${select}) TO ${literal(part)} (${COPY[format]})`)
    folder.place(guarded ? await withMark(part) : part, name)
    written.push(name)
  }
  return written
}

/** How a table is written. */
export const COPY = {
  csv: `FORMAT csv, HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR ''`,
  parquet: 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 30720',
}

function guardedList(table: PanelTable): string {
  return table.columns
    .map(({ name, type }) => {
      const column = quoted(name)
      return type === 'text' ? `${guardedSql(column)} AS ${column}` : column
    })
    .join(', ')
}

/** @returns the file that has it */
async function withMark(part: string): Promise<string> {
  const marked = `${part}.marked`
  const target = createWriteStream(marked, { flags: 'wx' })
  target.write('\ufeff')
  await pipeline(createReadStream(part), target)
  rmSync(part)
  return marked
}
