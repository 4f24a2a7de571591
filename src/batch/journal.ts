/**
 * What a run has done, a line for each input, written as it goes: `.kemu/journal.jsonl`.
 *
 * A line is appended once its outputs stand in place, in one write, so that a
 * process killed at any moment leaves whole lines and at most one torn one, which
 * the next run cuts off. Nothing waits for the disk: after a power cut lines or
 * outputs may be missing, and since outputs are compared with the hashes in the
 * journal, such a document is read again.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileEntry } from '../../schemas/run.js'
import { lock } from './lock.js'

export const OWN_FOLDER = '.kemu'

export interface Output {
  /** Under the output folder. */
  path: string
  bytes: number
  sha256: string
}

export interface Line {
  key: string
  entry: FileEntry
  outputs: Output[]
}

const CHUNK = 2 ** 20

export class Journal {
  readonly #descriptor: number
  readonly #unlock: () => void
  /** Where the last line of a key stands: the lines themselves stay on disk. */
  readonly #places = new Map<string, { at: number; length: number }>()
  #end = 0
  #outputs: Set<string> | null = null

  /** @throws UsageError where a run is at work in the folder */
  constructor(readonly folder: string) {
    this.#unlock = lock(folder, OWN_FOLDER)
    this.#descriptor = openSync(path.join(folder, OWN_FOLDER, 'journal.jsonl'), 'a+')
    this.#load()
  }

  /** Finds every whole line and cuts off a torn last one. */
  #load(): void {
    const size = fstatSync(this.#descriptor).size
    let rest = Buffer.alloc(0)
    for (let at = 0; at < size; at += CHUNK) {
      const chunk = Buffer.concat([rest, this.#read(at, Math.min(CHUNK, size - at))])
      let from = 0
      for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
        this.#place(chunk.subarray(from, to))
        from = to + 1
      }
      rest = chunk.subarray(from)
    }
    if (this.#end < size) ftruncateSync(this.#descriptor, this.#end)
  }

  #place(bytes: Buffer): void {
    const key = /^\{"key":"([0-9a-f]{64})"/.exec(bytes.subarray(0, 80).toString())?.[1]
    if (key) this.#places.set(key, { at: this.#end, length: bytes.length })
    this.#end += bytes.length + 1
  }

  #read(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(this.#descriptor, bytes, 0, length, at))
  }

  get(key: string): Line | null {
    const place = this.#places.get(key)
    if (!place) return null
    try {
      return JSON.parse(this.#read(place.at, place.length).toString()) as Line
    } catch {
      return null
    }
  }

  /** The last line of each key. */
  *lines(): Generator<Line> {
    for (const key of this.#places.keys()) {
      const line = this.get(key)
      if (line) yield line
    }
  }

  /** Whether an output is one that some line of an earlier run vouches for. */
  wrote(output: string): boolean {
    this.#outputs ??= new Set([...this.lines()].flatMap((line) => line.outputs.map((o) => o.path)))
    return this.#outputs.has(output)
  }

  /** @throws what the file system says, e.g. ENOSPC */
  append({ key, entry, outputs }: Line): void {
    const bytes = Buffer.from(`${JSON.stringify({ key, entry, outputs })}\n`)
    const written = writeSync(this.#descriptor, bytes)
    if (written < bytes.length) {
      ftruncateSync(this.#descriptor, this.#end)
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    }
    this.#place(bytes.subarray(0, -1))
  }

  /** The line of a key whose document was read and whose outputs still stand as they were written. */
  async done(key: string): Promise<Line | null> {
    const line = this.get(key)
    if (!line || line.entry.error) return null
    for (const output of line.outputs) {
      const bytes = await readFile(path.join(this.folder, output.path)).catch(() => null)
      if (!bytes || bytes.length !== output.bytes || hash(bytes) !== output.sha256) return null
    }
    return line
  }

  close(): void {
    fdatasyncSync(this.#descriptor)
    closeSync(this.#descriptor)
    this.#unlock()
  }
}

export const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
