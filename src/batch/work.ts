/**
 * The work on one content, done in a worker: read, check against the schema,
 * export, write beside. The large objects never leave the worker; what does is
 * the entry for `run.json`, the lines for a person and the parts to put in place.
 */
import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Corrections } from '../../schemas/corrections.js'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'
import type { Language } from '../../schemas/findings.js'
import type { FileEntry, Format } from '../../schemas/run.js'
import { readRegular } from '../files/regular.js'
import { exporters } from '../publish/index.js'
import type { Timings } from '../timing.js'
import { describeDocument } from './describe.js'
import { entryOf, type Failure, UNREADABLE } from './entry.js'
import { inputFailure, MOST_BYTES, outputFailure, readingFailure } from './failure.js'

export interface Task {
  id: number
  input: string
  sha256: string
  /** The inputs of this content, by their names in the run. */
  files: string[]
  /** What people have put right in it. */
  corrections?: Corrections | null
  formats: Format[]
  /** In which a person is told about it. */
  lang: Language
  /** Where parts are written: a folder that is there, on the file system of the outputs, of this run alone. */
  parts: string
}

/** One file of outputs, whole, waiting to be renamed. */
export interface Part {
  part: string
  suffix: string
  bytes: number
  sha256: string
}

export interface Written {
  entry: FileEntry
  report: string
  parts: Part[]
}

export type Result = { written: Written[]; timings: Timings } | { failure: Failure }

export type Reader = (input: {
  file: string
  bytes: Uint8Array
  corrections?: Corrections | null
}) => Promise<{ document: BudgetDocument; timings?: Timings }>

/** @throws nothing: what goes wrong is a failure with a name */
export async function work(task: Task, read: Reader): Promise<Result> {
  const started = performance.now()
  const bytes = await readInput(task.input)
  if ('error' in bytes) return { failure: bytes }
  const result = await read({ file: task.files[0], bytes, corrections: task.corrections }).then(
    checked,
    readingFailure,
  )
  if ('error' in result) return { failure: result }
  if (result.document.source.sha256 !== task.sha256) return { failure: CHANGED }
  const timings = { ...result.timings }
  try {
    const written: Written[] = []
    for (const file of task.files) {
      const own = { ...result.document, source: { ...result.document.source, file } }
      const parts = await writeParts(task, written.length, own, timings)
      const entry = entryOf(own, Math.round(performance.now() - started))
      written.push({ entry, report: describeDocument(entry, own, task.lang), parts })
    }
    return { written, timings: { ...timings, whole: performance.now() - started } }
  } catch (cause) {
    return { failure: outputFailure(cause) }
  }
}

const readInput = (file: string) => readRegular(file, { most: MOST_BYTES }).catch(inputFailure)

const CHANGED: Failure = {
  status: 'failed',
  error: { code: 'changed', message: 'the file changed while the run went on: run again' },
}

const TOO_LONG: Failure = {
  status: 'too_large',
  error: { code: 'too_long_text', message: 'holds a text without end: print it to a simpler file' },
}

function checked<T extends { document: BudgetDocument }>(result: T): T | Failure {
  const { error } = documentSchema.safeParse(result.document)
  if (!error) return result
  return error.issues.every(({ code }) => code === 'too_big') ? TOO_LONG : readingFailure(error)
}

/** A file that could not be read has a JSON that says so, and nothing else. */
async function writeParts(
  task: Task,
  target: number,
  document: BudgetDocument,
  timings: Timings,
): Promise<Part[]> {
  const readable = !UNREADABLE.has(document.status)
  const parts: Part[] = []
  for (const format of task.formats.filter((each) => readable || each === 'json')) {
    const started = performance.now()
    for (const { suffix, content } of await exporters[format](document)) {
      const bytes = Buffer.from(content as string)
      const part = path.join(task.parts, `${task.id}-${target}${suffix}`)
      // A worker that ended while it wrote left its parts: the document is read again under the same names.
      await rm(part, { force: true })
      await writeFile(part, bytes, { flag: 'wx' })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      parts.push({ part, suffix, bytes: bytes.length, sha256 })
    }
    timings[format] = (timings[format] ?? 0) + performance.now() - started
  }
  return parts
}
