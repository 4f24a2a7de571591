/**
 * What earlier runs have read: the rows of each document, and which file and content
 * they came from. Kept in `.kemu/` of the panel's folder; the panel itself is made of it
 * anew, so that an increment and a fresh build end alike.
 */
import { existsSync, rmSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type OutputFolder, OWN_FOLDER } from '../files/folder.js'
import { type Database, openDatabase, rowsOf } from './database.js'
import { literal, quoted } from './ddl.js'
import { BATCH, load, Staging } from './staging.js'
import { type Lines, STORED, storedColumns } from './stored.js'

/** A file as it was read. */
export interface Input {
  file: string
  hash: string
  /** Null where the file holds no document. */
  document_id: string | null
  sha256: string | null
  status: string
  error: string | null
}

/** The file that a document's rows were taken from. */
export interface Loaded {
  document_id: string
  file: string
  hash: string
}

export class Store {
  readonly connection: DuckDBConnection
  /** Where files are on their way. */
  readonly folder: string
  readonly #database: Database
  readonly #staging: Staging
  #pending = new Pending()
  /** The commit under way: documents are read on while DuckDB takes what others said. */
  #committed: Promise<void> = Promise.resolve()

  private constructor(database: Database, work: string, batch: number) {
    this.#database = database
    this.connection = database.connection
    this.folder = work
    this.#staging = new Staging(work, batch)
  }

  /**
   * @param work a folder of this build alone, for files on their way
   * @param program another one may read a document otherwise: then nothing of an earlier run holds
   * @param memory megabytes for DuckDB's buffers
   * @param batch characters of lines in one commit
   */
  static async open(
    folder: OutputFolder,
    work: string,
    program: string,
    memory: number,
    batch: number = BATCH,
  ): Promise<Store> {
    // DuckDB opens what a name leads to: nothing there may be another's.
    for (const name of ['store.duckdb', 'store.duckdb.wal']) folder.clear(`${OWN_FOLDER}/${name}`)
    const file = folder.at(`${OWN_FOLDER}/store.duckdb`)
    const openStore = () => openDatabase(file, `${work}/temp`, memory)
    if (existsSync(file)) {
      const kept = await openStore().catch(() => null)
      if (kept && (await programOf(kept.connection)) === program)
        return new Store(kept, work, batch)
      kept?.close()
      for (const name of [file, `${file}.wal`]) rmSync(name, { force: true })
    }
    const database = await openStore()
    await create(database.connection, program)
    return new Store(database, work, batch)
  }

  async inputs(): Promise<Map<string, Input>> {
    const rows = await rowsOf<Input>(this.connection, 'SELECT * FROM inputs')
    return new Map(rows.map((row) => [row.file, row]))
  }

  async loaded(): Promise<Map<string, Loaded>> {
    const rows = await rowsOf<Loaded>(this.connection, 'SELECT * FROM loaded')
    return new Map(rows.map((row) => [row.document_id, row]))
  }

  noteInput(input: Input): void {
    this.#pending.inputs.push(input)
  }

  /** @param replaces whether rows that an earlier run took for the document give way */
  async put(loaded: Loaded, lines: Lines, replaces: boolean): Promise<void> {
    if (replaces) this.#pending.stale.push(loaded.document_id)
    this.#pending.loaded.push(loaded)
    this.#staging.add(lines)
    if (!this.#staging.isFull()) return
    await this.#committed
    this.#committed = this.#commitPending()
    // A failure is met by who commits next.
    this.#committed.catch(() => {})
  }

  forget(documents: readonly string[]): void {
    for (const document of documents) this.#pending.stale.push(document)
  }

  async forgetInputs(files: readonly string[]): Promise<void> {
    await deleteIn(this.connection, 'inputs', 'file', files)
  }

  /** All that was put, or nothing: a run that is stopped goes on from the last commit. */
  async commit(): Promise<void> {
    await this.#committed
    await this.#commitPending()
  }

  async #commitPending(): Promise<void> {
    const { inputs, loaded, stale } = this.#pending
    const staged = this.#staging.take()
    this.#pending = new Pending()
    const { connection } = this
    await connection.run('BEGIN')
    for (const table of [...STORED, 'loaded'])
      await deleteIn(connection, table, 'document_id', stale)
    await load(connection, staged)
    await insert(connection, 'loaded', loaded)
    const files = inputs.map(({ file }) => file)
    await deleteIn(connection, 'inputs', 'file', files)
    await insert(connection, 'inputs', inputs)
    await connection.run('COMMIT')
  }

  /** A commit under way ends first. */
  async close(): Promise<void> {
    await this.#committed.catch(() => {})
    this.#database.close()
  }
}

/** What the next commit says beside the staged lines. */
class Pending {
  readonly inputs: Input[] = []
  readonly loaded: Loaded[] = []
  /** Documents whose rows of an earlier run give way. */
  readonly stale: string[] = []
}

async function programOf(connection: DuckDBConnection): Promise<string | null> {
  const rows = await rowsOf<{ program: string }>(connection, 'SELECT program FROM program').catch(
    () => [],
  )
  return rows[0]?.program ?? null
}

async function create(connection: DuckDBConnection, program: string): Promise<void> {
  for (const name of STORED) {
    const columns = storedColumns(name).map((column) => `${quoted(column.name)} ${column.type}`)
    await connection.run(`CREATE TABLE ${name} (${columns.join(', ')})`)
  }
  await connection.run(
    'CREATE TABLE inputs (file VARCHAR, hash VARCHAR, document_id VARCHAR, sha256 VARCHAR, status VARCHAR, error VARCHAR)',
  )
  await connection.run('CREATE TABLE loaded (document_id VARCHAR, file VARCHAR, hash VARCHAR)')
  await connection.run(`CREATE TABLE program AS SELECT ${literal(program)} AS program`)
}

async function deleteIn(
  connection: DuckDBConnection,
  table: string,
  column: string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return
  await connection.run(
    `DELETE FROM ${table} WHERE ${column} IN (${values.map(literal).join(', ')})`,
  )
}

async function insert(
  connection: DuckDBConnection,
  table: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(
    (row) =>
      `(${Object.values(row)
        .map((value: string | null) => (value === null ? 'NULL' : literal(value)))
        .join(', ')})`,
  )
  const columns = Object.keys(rows[0]).join(', ')
  await connection.run(`INSERT INTO ${table} (${columns}) VALUES ${values.join(', ')}`)
}
