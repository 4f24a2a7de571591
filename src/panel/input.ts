/** The folder of outputs: which files there are, and what a run says of inputs that left none. */
import { createHash } from 'node:crypto'
import { readdirSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'
import { FAILED_STATUSES, runSchema } from '../../schemas/run.js'
import { UsageError } from '../files/errors.js'
import { OWN_FOLDER } from '../files/folder.js'
import { readRegularSync } from '../files/regular.js'

/** Bytes of a document's JSON; the largest of the corpus has 15 million. */
export const MOST_BYTES = 2 ** 27
/** Of a run.json: of a million files. */
const MOST_BYTES_OF_RUN = 2 ** 29

/** Paths below the folder, with slashes, in an order that no locale changes. */
export function jsonFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.json') && name !== 'run.json')
    .filter((name) => !name.split('/').includes(OWN_FOLDER))
    .filter((name) => !isFolder(path.join(root, name)))
    .toSorted(byCode)
}

/** What is not there, a pipe, a circle of links: each is told when it is read. */
function isFolder(file: string): boolean {
  return statOf(file)?.isDirectory() ?? false
}

/** Bytes of a file; none of what is not there. */
export function sizeOf(file: string): number {
  return statOf(file)?.size ?? 0
}

function statOf(file: string): Stats | null {
  try {
    return statSync(file)
  } catch {
    return null
  }
}

export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function collectionOf(file: string): string | null {
  const folder = path.posix.dirname(file)
  return folder === '.' ? null : folder
}

/** Null for what cannot be read. */
export function hashOfFile(root: string, file: string): string | null {
  try {
    return hashOf(readRegularSync(path.join(root, file), { most: MOST_BYTES }))
  } catch {
    return null
  }
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export type Parsed = { document: BudgetDocument } | { error: string } | null

/** @returns null for a file that is no document and does not claim to be one */
export function parseDocument(bytes: Buffer): Parsed {
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch {
    return { error: 'the file is no JSON: extract the document again' }
  }
  const { schema } = (json ?? {}) as { schema?: unknown }
  if (typeof schema !== 'string' || !schema.startsWith('kemu/document@')) return null
  const parsed = documentSchema.safeParse(json)
  if (parsed.success) return { document: parsed.data }
  const [issue] = parsed.error.issues
  return {
    error: `the file is no document of this version: ${issue.path.join('.')}: ${issue.message}`,
  }
}

export interface FailedInput {
  file: string
  status: string
  error: string
}

/**
 * What `run.json` says of inputs that left no document.
 * @throws UsageError where it says nothing: what failed in the run could not be told
 */
export function failedInputs(root: string): FailedInput[] {
  const file = path.join(root, 'run.json')
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return []
  const run = runSchema.safeParse(jsonOf(file)).data
  if (!run) throw new UsageError(`${file} is no kemu run of this version: extract again`)
  const failed: readonly string[] = FAILED_STATUSES
  return run.files
    .filter(({ status }) => failed.includes(status))
    .map(({ file: name, status, error }) => ({ file: name, status, error: error?.message ?? '' }))
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readRegularSync(file, { most: MOST_BYTES_OF_RUN }).toString())
  } catch {
    return null
  }
}
