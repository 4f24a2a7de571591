/** The folder -> the store: reads what is new or changed, forgets what is gone. */
import type { BudgetDocument } from '../../schemas/document.js'
import { panelRows } from './document.js'
import { type Content, collectionOf, jsonFiles, parseDocument, readContent } from './input.js'
import { documentKey } from './keys.js'
import type { Input, Loaded, Store } from './store.js'

export interface Reading {
  /** Documents read in this run. */
  read: number
  /** Documents that stand as an earlier run read them. */
  kept: number
  /** Documents of an earlier run that are no longer there. */
  gone: number
  /** Files that are none, with the reason. */
  failed: { file: string; error: string }[]
}

/** Two contents whose hashes begin alike: never seen, and never to be confused. */
export class KeyClashError extends Error {
  override readonly name = 'KeyClashError'
}

export async function readFolder(root: string, store: Store): Promise<Reading> {
  const [inputs, loaded] = [await store.inputs(), await store.loaded()]
  const spoken = new Map<string, string>()
  const result: Reading = { read: 0, kept: 0, gone: 0, failed: [] }
  const files = jsonFiles(root)
  for (const file of files) {
    const content = readContent(root, file)
    const known = inputs.get(file)
    const same = known?.hash === content.hash ? known : undefined
    const { input, document } = same ? { input: same, document: null } : identify(file, content)
    if (!same) store.noteInput(input)
    if (input.error !== null) result.failed.push({ file, error: input.error })
    if (input.document_id === null || isSpoken(spoken, input)) continue
    const own: Loaded = { document_id: input.document_id, file, hash: content.hash }
    const before = loaded.get(own.document_id)
    if (before?.file === file && before.hash === own.hash) {
      result.kept += 1
      continue
    }
    const source = { file, collection: collectionOf(file) }
    await store.put(own, panelRows(document ?? reread(content), source), before !== undefined)
    result.read += 1
  }
  const gone = [...loaded.keys()].filter((id) => !spoken.has(id))
  store.forget(gone)
  result.gone = gone.length
  await store.commit()
  const there = new Set(files)
  await store.forgetInputs([...inputs.keys()].filter((file) => !there.has(file)))
  return result
}

function identify(
  file: string,
  { bytes, hash }: Content,
): { input: Input; document: BudgetDocument | null } {
  const parsed = parseDocument(bytes)
  const none = { file, hash, document_id: null, sha256: null }
  if (parsed === null) return { input: { ...none, status: 'ignored', error: null }, document: null }
  if ('error' in parsed)
    return { input: { ...none, status: 'failed', error: parsed.error }, document: null }
  const { document } = parsed
  const { sha256 } = document.source
  const named = { document_id: documentKey(sha256), sha256 }
  return { input: { file, hash, ...named, status: document.status, error: null }, document }
}

/** The first file by path speaks for a content; the others are duplicates. */
function isSpoken(spoken: Map<string, string>, { document_id, sha256 }: Input): boolean {
  const before = spoken.get(document_id as string)
  if (before !== undefined && before !== sha256)
    throw new KeyClashError(`${before} and ${sha256} begin alike: document_id needs more digits`)
  spoken.set(document_id as string, sha256 as string)
  return before !== undefined
}

/** A file that was a duplicate speaks now: it was checked when it was first read. */
function reread({ bytes }: Content): BudgetDocument {
  const parsed = parseDocument(bytes)
  if (parsed === null || 'error' in parsed)
    throw new Error('a document that was read before is none')
  return parsed.document
}
