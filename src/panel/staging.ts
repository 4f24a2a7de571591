/** Lines on their way into the store: in memory, then on disk, then taken by DuckDB in one go. */
import { appendFileSync, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { literal, quoted } from './ddl.js'
import { type Lines, STORED, type Stored, storedColumns } from './stored.js'

/** Characters on disk before the store takes them, in one commit, which DuckDB holds beside its buffers. */
export const BATCH = 24_000_000

export class Staging {
  readonly #folder: string
  #batch = 0
  #staged = 0

  /** @param folder of this build alone */
  constructor(
    folder: string,
    private readonly batch: number,
  ) {
    this.#folder = folder
  }

  add(lines: Lines): void {
    for (const name of STORED) {
      if (lines[name] !== '') appendFileSync(this.#file(name), lines[name])
      this.#staged += lines[name].length
    }
  }

  isFull(): boolean {
    return this.#staged > this.batch
  }

  /** What is staged so far, by table; what is added from now on is not among it. */
  take(): Map<Stored, string> {
    const files = STORED.map((name) => [name, this.#file(name)] as const)
    this.#batch += 1
    this.#staged = 0
    return new Map(files.filter(([, file]) => existsSync(file)))
  }

  #file(name: Stored): string {
    return path.join(this.#folder, `${name}-${this.#batch}.csv`)
  }
}

/** Hands files of lines to the store's tables of the same names. */
export async function load(
  connection: DuckDBConnection,
  files: ReadonlyMap<Stored, string>,
): Promise<void> {
  for (const [name, file] of files) {
    const columns = storedColumns(name).map((column) => quoted(column.name))
    await connection.run(
      `COPY ${name} (${columns.join(', ')}) FROM ${literal(file)}
       (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '',
        ALLOW_QUOTED_NULLS false, AUTO_DETECT false, NEW_LINE '\\n')`,
    )
    rmSync(file)
  }
}
