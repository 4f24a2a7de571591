/**
 * The work on one content, done in a worker: read, check against the schema,
 * export, write beside. The large objects never leave the worker; what does is
 * the entry for `run.json`, the lines for a person and the parts to put in place.
 */
import path from 'node:path'
import { ZodRealError } from 'zod'
import type { Corrections } from '../../schemas/corrections.js'
import type { BudgetDocument } from '../../schemas/document.js'
import type { Language } from '../../schemas/findings.js'
import type { FileEntry, Format } from '../../schemas/run.js'
import { namesOf } from '../correct/names.js'
import { readRegular } from '../files/regular.js'
import { exporters } from '../publish/index.js'
import type { Timings } from '../timing.js'
import { describeDocument } from './describe.js'
import { entryOf, type Failure, UNREADABLE } from './entry.js'
import { inputFailure, MOST_BYTES, outputFailure, readingFailure } from './failure.js'
import { writePart } from './part.js'
import { flawsOf } from './valid.js'

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
  const result = await readInput(task, read)
  if ('error' in result) return { failure: result }
  if (result.document.source.sha256 !== task.sha256) return { failure: CHANGED }
  const timings = { ...result.timings }
  const names = task.corrections ? namesOf(task.corrections) : null
  try {
    const written: Written[] = []
    for (const file of task.files) {
      const own = { ...result.document, source: { ...result.document.source, file } }
      const parts = await writeParts(task, written.length, own, timings)
      const entry = entryOf(own, Math.round(performance.now() - started), names)
      written.push({ entry, report: describeDocument(entry, own, task.lang), parts })
    }
    return { written, timings: { ...timings, whole: performance.now() - started } }
  } catch (cause) {
    return { failure: outputFailure(cause) }
  }
}

/** The bytes of the input are let go before its outputs are made. */
async function readInput({ input, files, corrections }: Task, read: Reader) {
  const bytes = await readRegular(input, { most: MOST_BYTES }).catch(inputFailure)
  if ('error' in bytes) return bytes
  return await read({ file: files[0], bytes, corrections }).then(checked, readingFailure)
}

const CHANGED: Failure = {
  status: 'failed',
  error: { code: 'changed', message: 'the file changed while the run went on: run again' },
}

const TOO_LONG: Failure = {
  status: 'too_large',
  error: { code: 'too_long_text', message: 'holds a text without end: print it to a simpler file' },
}

/** As many flaws as a person would read. */
const MOST_TOLD = 10

function checked<T extends { document: BudgetDocument }>(result: T): T | Failure {
  const flaws = [...flawsOf(result.document)]
  if (flaws.length === 0) return result
  if (flaws.every(({ code }) => code === 'too_big')) return TOO_LONG
  return readingFailure(new ZodRealError(flaws.slice(0, MOST_TOLD)))
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
      const part = path.join(task.parts, `${task.id}-${target}${suffix}`)
      parts.push({ part, suffix, ...(await writePart(part, content)) })
    }
    timings[format] = (timings[format] ?? 0) + performance.now() - started
  }
  return parts
}
