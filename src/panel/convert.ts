/** One file -> what it is, and its document's lines: the work that threads share. */
import path from 'node:path'
import { readRegularSync } from '../files/regular.js'
import { panelRows } from './document.js'
import { collectionOf, hashOf, MOST_BYTES, parseDocument } from './input.js'
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

/** @throws nothing: one file never keeps the others from being read */
export default function convert({ root, file }: Task): Converted {
  try {
    return read(file, readRegularSync(path.join(root, file), { most: MOST_BYTES }))
  } catch (cause) {
    return unconverted(file, `the file cannot be read (${(cause as Error).message})`)
  }
}

/** A file of which nothing is known but why. */
export function unconverted(file: string, error: string, hash = ''): Converted {
  const input = { file, hash, document_id: null, sha256: null, status: 'failed', error }
  return { input, lines: null }
}

function read(file: string, bytes: Buffer): Converted {
  const hash = hashOf(bytes)
  const parsed = parseDocument(bytes)
  if (parsed === null) {
    const none = { file, hash, document_id: null, sha256: null }
    return { input: { ...none, status: 'ignored', error: null }, lines: null }
  }
  if ('error' in parsed) return unconverted(file, parsed.error, hash)
  const { document } = parsed
  const { sha256 } = document.source
  const id = documentKey(sha256)
  try {
    const rows = panelRows(document, { file, collection: collectionOf(file) })
    const input = { file, hash, document_id: id, sha256, status: document.status, error: null }
    return { input, lines: linesOf(id, rows) }
  } catch (cause) {
    return unconverted(file, `the document is none of ours (${(cause as Error).message})`, hash)
  }
}
