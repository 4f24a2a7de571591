/** The documents of a folder, one at a time: none is kept, and a bad one is said and passed by. */
import path from 'node:path'
import type { BudgetDocument } from '../../schemas/document.js'
import { readRegularSync } from '../files/regular.js'
import { type PanelRows, panelRows } from '../panel/document.js'
import { collectionOf, jsonFiles, MOST_BYTES, type Parsed, parseDocument } from '../panel/input.js'
import { documentKey } from '../panel/keys.js'
import type { Say } from './options.js'

export interface Read {
  file: string
  region: string | null
  document: BudgetDocument
  rows: PanelRows
}

/** In the order of their paths; of several files with one content the first speaks. */
export function* documentsIn(root: string, say: Say): Generator<Read> {
  const contents = new Map<string, string>()
  for (const file of jsonFiles(root)) {
    const read = readOne(root, file, say)
    if (read === null) continue
    const content = documentKey(read.document.source.sha256)
    const same = contents.get(content)
    if (same !== undefined) {
      say({
        file,
        code: 'same_content',
        message: `has the content of ${same}, and is not repeated`,
      })
      continue
    }
    contents.set(content, file)
    yield read
  }
}

function readOne(root: string, file: string, say: Say): Read | null {
  const parsed = parsedOf(root, file)
  if (parsed === null) return null
  if ('error' in parsed) {
    say({ file, code: 'failed', message: parsed.error })
    return null
  }
  const { document } = parsed
  const region = collectionOf(file)
  try {
    return { file, region, document, rows: panelRows(document, { file, collection: region }) }
  } catch (cause) {
    const message = `the document is none of ours (${(cause as Error).message})`
    say({ file, code: 'failed', message })
    return null
  }
}

function parsedOf(root: string, file: string): Parsed {
  try {
    return parseDocument(readRegularSync(path.join(root, file), { most: MOST_BYTES }))
  } catch (cause) {
    return { error: `the file cannot be read (${(cause as Error).message})` }
  }
}
