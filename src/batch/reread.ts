/**
 * One document at a time, read beside any run and put nowhere: by a worker that stays, within the limits of a run, so
 * that a person who corrects something sees at once what comes of it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Corrections } from '../../schemas/corrections.js'
import type { FileEntry } from '../../schemas/run.js'
import { type Limits, Pool } from './pool.js'
import type { Task } from './work.js'

export class Rereader {
  readonly #stop = new AbortController()
  #pool: Pool | null = null
  #folder: string | null = null
  #last: Promise<unknown> = Promise.resolve()
  #count = 0

  constructor(
    readonly worker: URL,
    readonly limits: Limits,
  ) {}

  /** @returns the JSON of the document, or why there is none */
  read(
    input: string,
    entry: Pick<FileEntry, 'file' | 'sha256'>,
    corrections: Corrections | null,
  ): Promise<Buffer | { failure: string }> {
    const reading = this.#last.then(() => this.#read(input, entry, corrections))
    this.#last = reading.catch(() => {})
    return reading
  }

  async #read(
    input: string,
    { file, sha256 }: Pick<FileEntry, 'file' | 'sha256'>,
    corrections: Corrections | null,
  ): Promise<Buffer | { failure: string }> {
    this.#pool ??= new Pool(this.worker, 1, this.limits)
    this.#folder ??= mkdtempSync(path.join(os.tmpdir(), 'kemu-view-'))
    this.#count += 1
    const task: Task = {
      ...{ id: this.#count, input, sha256: sha256 ?? '', files: [file], corrections },
      ...{ formats: ['json'], lang: 'en', parts: this.#folder },
    }
    const result = await this.#pool.run(task, this.#stop.signal)
    if (result === null) return { failure: 'stopped' }
    if ('lost' in result) return { failure: result.lost.error.message }
    if ('failure' in result) return { failure: result.failure.error.message }
    const [{ part }] = result.written[0].parts
    const bytes = readFileSync(part)
    rmSync(part)
    return bytes
  }

  /** What is being read is let go. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.#last
    await this.#pool?.close()
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true })
  }
}
