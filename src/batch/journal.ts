/**
 * What a run has done, a line for each input, written as it goes: `.kemu/journal.jsonl`.
 *
 * A line is appended once its outputs stand in place, in one write, so that a
 * process killed at any moment leaves whole lines and at most one torn one, which
 * the next run cuts off. Nothing waits for the disk: after a power cut lines or
 * outputs may be missing, and since outputs are compared with the hashes in the
 * journal, such a document is read again.
 *
 * Other lines say which contents are in the hands of a worker. One that a killed run
 * leaves there may be what killed it: it is read last, and alone.
 */
import { createHash } from 'node:crypto'
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import {
  type Done,
  doneSchema,
  endedSchema,
  type Output,
  startedSchema,
} from '../../schemas/journal.js'
import { OutsideError, UsageError } from '../files/errors.js'
import { type OutputFolder, OWN_FOLDER } from '../files/folder.js'
import { lock } from '../files/lock.js'
import { hashRegular } from '../files/regular.js'

const CHUNK = 2 ** 20
/** Longer than any line of ours. */
export const LONGEST_LINE = 2 ** 22

export class Journal {
  readonly #descriptor: number
  readonly #unlock: () => void
  /** Where the last line of a key stands: the lines themselves stay on disk. */
  readonly #places = new Map<string, { at: number; length: number }>()
  /** Contents that a worker had when a run was killed, and how often it had them alone. */
  readonly #inFlight = new Map<string, number>()
  #end = 0
  #outputs: Set<string> | null = null

  /** @throws UsageError where a run is at work in the folder */
  constructor(readonly folder: OutputFolder) {
    this.#unlock = lock(folder)
    try {
      this.#descriptor = folder.open(`${OWN_FOLDER}/journal.jsonl`)
      this.#load()
    } catch (cause) {
      this.#unlock()
      if (!(cause instanceof OutsideError)) throw cause
      throw new UsageError(`cannot work in ${folder.given}: ${cause.message}`)
    }
  }

  /** Finds every whole line and cuts off a torn last one. */
  #load(): void {
    const size = fstatSync(this.#descriptor).size
    let rest = Buffer.alloc(0)
    let dropped = 0
    for (let at = 0; at < size; at += CHUNK) {
      const chunk = Buffer.concat([rest, this.#read(at, Math.min(CHUNK, size - at))])
      let from = 0
      for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
        this.#place(chunk.subarray(from, to), dropped)
        dropped = 0
        from = to + 1
      }
      rest = chunk.subarray(from)
      if (rest.length <= LONGEST_LINE) continue
      // None of ours: no more of it is kept than says so, else a gigabyte without an end would take hours.
      dropped += rest.length - LONGEST_LINE
      rest = rest.subarray(0, LONGEST_LINE)
    }
    if (this.#end < size) ftruncateSync(this.#descriptor, this.#end)
  }

  /** @param dropped how many bytes of the line are not among these */
  #place(bytes: Buffer, dropped = 0): void {
    const length = bytes.length + dropped
    const head = bytes.subarray(0, 80).toString()
    const key = /^\{"key":"([0-9a-f]{64})"/.exec(head)?.[1]
    if (key) this.#places.set(key, { at: this.#end, length })
    else if (/^\{"(?:started|ended)"/.test(head)) this.#placeFlight(bytes)
    this.#end += length + 1
  }

  #placeFlight(bytes: Buffer): void {
    const line = bytes.length < LONGEST_LINE ? jsonOf(bytes) : null
    const started = startedSchema.safeParse(line).data
    if (started) this.#start(started.started, started.alone)
    const ended = endedSchema.safeParse(line).data
    if (ended) this.#inFlight.delete(ended.ended)
  }

  #start(content: string, alone: boolean): void {
    this.#inFlight.set(content, (this.#inFlight.get(content) ?? 0) + (alone ? 1 : 0))
  }

  #read(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(this.#descriptor, bytes, 0, length, at))
  }

  get(key: string): Done | null {
    const place = this.#places.get(key)
    if (!place || place.length > LONGEST_LINE) return null
    return doneSchema.safeParse(jsonOf(this.#read(place.at, place.length))).data ?? null
  }

  /** The last line of each key. */
  *lines(): Generator<Done> {
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
  append({ key, entry, outputs }: Done): void {
    this.#write({ key, entry, outputs })
  }

  /** How often a content was in a worker's hands alone when a process ended; null where it was in none's. */
  aloneBefore(content: string): number | null {
    return this.#inFlight.get(content) ?? null
  }

  started(content: string, alone: boolean): void {
    this.#write({ started: content, alone })
  }

  ended(content: string): void {
    if (this.#inFlight.has(content)) this.#write({ ended: content })
  }

  #write(line: object): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    const written = writeSync(this.#descriptor, bytes)
    if (written < bytes.length) {
      ftruncateSync(this.#descriptor, this.#end)
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    }
    this.#place(bytes.subarray(0, -1))
  }

  /** The line of a key whose document was read and whose outputs still stand as they were written. */
  async done(key: string): Promise<Done | null> {
    const line = this.get(key)
    if (!line || line.entry.error) return null
    for (const output of line.outputs) {
      if (!(await stands(path.join(this.folder.root, output.path), output))) return null
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

/** Whether a file of ours is as a journal says. */
export async function stands(file: string, { bytes, sha256 }: Output): Promise<boolean> {
  const found = await hashRegular(file, { most: bytes, own: true }).catch(() => null)
  return found?.sha256 === sha256
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}
