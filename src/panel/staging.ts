/** Lines on their way into the store: in memory, then on disk, then taken by DuckDB in one go. */
import { appendFileSync, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { literal, quoted } from './ddl.js'
import { type Lines, STORED, type Stored, storedColumns } from './stored.js'

/** Characters on disk before the store takes them. */
const BATCH = 96_000_000

export class Staging {
  readonly #folder: string
  #staged = 0

  /** What an earlier run that was stopped left there is of no use. */
  constructor(folder: string) {
    this.#folder = folder
    for (const name of STORED) rmSync(this.#file(name), { force: true })
  }

  add(lines: Lines): void {
    for (const name of STORED) {
      if (lines[name] !== '') appendFileSync(this.#file(name), lines[name])
      this.#staged += lines[name].length
    }
  }

  isFull(): boolean {
    return this.#staged > BATCH
  }

  /** Hands all that is staged to the store's tables of the same names. */
  async load(connection: DuckDBConnection): Promise<void> {
    for (const name of STORED) {
      const file = this.#file(name)
      if (!existsSync(file)) continue
      const columns = storedColumns(name).map((column) => quoted(column.name))
      await connection.run(
        `COPY ${name} (${columns.join(', ')}) FROM ${literal(file)}
         (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '',
          ALLOW_QUOTED_NULLS false, AUTO_DETECT false, NEW_LINE '\\n')`,
      )
      rmSync(file)
    }
    this.#staged = 0
  }

  #file(name: Stored): string {
    return path.join(this.#folder, `${name}.csv`)
  }
}
