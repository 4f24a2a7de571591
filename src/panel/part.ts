/**
 * `kemu panel --partition <name>`: a shard's documents as hive-partitioned Parquet, `facts/year=2025/region=…/<name>-0.parquet`,
 * beside those of other shards. Nothing of one part depends on another, so that parts are written side by side, on many
 * machines, and are never merged: DuckDB, Spark and Trino read the folder as one. What all documents decide is
 * `finish.ts`'s.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { OutputFolder, OWN_FOLDER } from '../files/folder.js'
import { literal } from './ddl.js'
import { type FailedInput, failedInputs } from './input.js'
import { type Reading, type ReadOptions, readFolder } from './read.js'
import { DECIDED, valuesOf } from './sources.js'
import { Store } from './store.js'
import { STORED } from './stored.js'
import { inWork } from './work.js'

export interface PartOptions extends ReadOptions {
  out: string
  /** Of the part, in the names of its files: letters, digits, - and _. */
  name: string
  program: string
  memory: number
}

export interface PartResult extends Reading {
  /** Names in the panel's folder. */
  files: string[]
}

/** What the parts hold beside the tables of documents: which files were read, and what each came to. */
export const NOTED = ['inputs', 'loaded'] as const

/** A part that is built again replaces its own files. */
export async function buildPart(root: string, options: PartOptions): Promise<PartResult> {
  const failed = failedInputs(root)
  const panel = new OutputFolder(options.out)
  const own = new OutputFolder(path.dirname(panel.at(`${OWN_FOLDER}/parts-${options.name}/own`)))
  return inWork(own, options.memory, async (work) => {
    const store = await Store.open(own, work, options.program, options.memory)
    try {
      const reading = await readFolder(root, store, options)
      return { ...reading, files: await writePart(store, failed, panel, options.name) }
    } finally {
      await store.close()
    }
  })
}

async function writePart(
  { connection, folder: work }: Store,
  failed: readonly FailedInput[],
  panel: OutputFolder,
  name: string,
): Promise<string[]> {
  // One thread writes one file of each partition.
  await connection.run('SET threads TO 1')
  await noteFailed(connection, failed)
  const made: string[] = []
  for (const table of STORED) {
    const folder = path.join(work, table)
    mkdirSync(folder)
    await connection.run(copyOf(table, folder))
    for (const file of parquetIn(folder)) made.push(`${table}/${file}`)
  }
  for (const table of NOTED) {
    mkdirSync(path.join(work, table))
    await connection.run(
      `COPY (SELECT * FROM ${table} ORDER BY ALL) TO ${literal(path.join(work, table, 'data_0.parquet'))} (FORMAT parquet)`,
    )
    made.push(`${table}/data_0.parquet`)
  }
  const files = made.map((file) => file.replace(/data_(\d+)\.parquet$/, `${name}-$1.parquet`))
  for (const old of filesOfPart(panel, name)) if (!files.includes(old)) panel.remove(old)
  for (const [i, file] of made.entries()) panel.place(path.join(work, file), files[i])
  return files
}

/** Inputs that left no document are told by the run; the store knows those that did. */
async function noteFailed(
  connection: DuckDBConnection,
  failed: readonly FailedInput[],
): Promise<void> {
  await connection.run("DELETE FROM inputs WHERE hash = '' AND document_id IS NULL AND sha256 = ''")
  if (failed.length === 0) return
  const rows = failed.map(({ file, status, error }) => [file, '', null, '', status, error])
  await connection.run(
    `INSERT INTO inputs SELECT * FROM (VALUES ${valuesOf(rows)}) AS failed (file, hash, document_id, sha256, status, error)
     WHERE file NOT IN (SELECT file FROM inputs)`,
  )
}

function copyOf(table: string, folder: string): string {
  const columns = table === 'documents' ? `* EXCLUDE (${DECIDED.join(', ')})` : `${table}.*`
  const from = table === 'documents' ? table : `${table} JOIN documents USING (document_id)`
  return `COPY (SELECT documents.fiscal_year AS year, documents.collection AS region, ${columns} FROM ${from}
      ORDER BY document_id, place)
    TO ${literal(folder)} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (year, region), OVERWRITE_OR_IGNORE)`
}

function filesOfPart(panel: OutputFolder, name: string): string[] {
  return [...STORED, ...NOTED].flatMap((table) =>
    parquetIn(path.join(panel.root, table))
      .filter((file) => new RegExp(`^${name}-\\d+\\.parquet$`).test(path.posix.basename(file)))
      .map((file) => `${table}/${file}`),
  )
}

/** Below a folder, with slashes; none where it is not there. */
export function parquetIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => file.endsWith('.parquet'))
      .toSorted()
  } catch {
    return []
  }
}
