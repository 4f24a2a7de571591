/** One file -> what it is, and its document's lines: the work that threads share. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { panelRows } from './document.js'
import { collectionOf, hashOf, parseDocument } from './input.js'
import { documentKey } from './keys.js'
import type { Input } from './store.js'
import { type Lines, linesOf } from './stored.js'

export interface Task {
  root: string
  file: string
}

/** Of a file that holds no document, `lines` is null. */
export interface Converted {
  input: Input
  lines: Lines | null
}

export default function convert({ root, file }: Task): Converted {
  const bytes = readFileSync(path.join(root, file))
  const named = { file, hash: hashOf(bytes) }
  const none = { ...named, document_id: null, sha256: null }
  const parsed = parseDocument(bytes)
  if (parsed === null) return { input: { ...none, status: 'ignored', error: null }, lines: null }
  if ('error' in parsed)
    return { input: { ...none, status: 'failed', error: parsed.error }, lines: null }
  const { document } = parsed
  const { sha256 } = document.source
  const id = documentKey(sha256)
  return {
    input: { ...named, document_id: id, sha256, status: document.status, error: null },
    lines: linesOf(id, panelRows(document, { file, collection: collectionOf(file) })),
  }
}
