/**
 * What each address shows. The same paths are served and written as a static site:
 *
 *   ./                          the list            _/list.json
 *   b/foo.pdf/                  a document          b/foo.pdf/document.json, b/foo.pdf/source.pdf
 *   _/app.js, _/app.css …       the app             _/pdfjs/…
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileEntry } from '../../../schemas/run.js'
import { pathOf } from '../link.js'
import { listingOf } from '../listing.js'
import { assetsOf } from './assets.js'
import { pageAt } from './html.js'
import type { RunFolder } from './run-folder.js'

export interface Answer {
  status: number
  type: string
  body: string | Uint8Array
  /** Where to go instead. */
  location?: string
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
}

const OWN = '_/'
const NOT_FOUND: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'not found\n' }
const GONE: Answer = { ...NOT_FOUND, status: 409, body: 'another PDF than was read\n' }

export class Site {
  readonly #assets = assetsOf()
  readonly #list: string

  constructor(readonly source: RunFolder) {
    this.#list = JSON.stringify(listingOf(source.run))
  }

  /** @param below a decoded path below the site's root */
  async answer(below: string): Promise<Answer> {
    if (below === '') return html(0)
    if (below === `${OWN}list.json`) return ok('.json', this.#list)
    const asset = below.startsWith(OWN) ? this.#assets.get(below.slice(OWN.length)) : undefined
    if (asset !== undefined) return ok(path.extname(asset), await readFile(asset))
    return this.#documentAnswer(below)
  }

  async #documentAnswer(below: string): Promise<Answer> {
    const at = below.lastIndexOf('/')
    const [file, part] = [below.slice(0, Math.max(0, at)), below.slice(at + 1)]
    const entry = this.source.entry(file)
    if (entry && part === '') return html(file.split('/').length)
    if (entry && part === 'document.json') return this.#json(entry)
    if (entry && part === 'source.pdf') return this.#pdf(entry)
    if (this.source.entry(below) === null) return NOT_FOUND
    return { ...NOT_FOUND, status: 308, location: pathOf(path.posix.basename(below)) }
  }

  async #json(entry: FileEntry): Promise<Answer> {
    const bytes = await this.source.document(entry)
    return bytes ? ok('.json', bytes) : NOT_FOUND
  }

  async #pdf(entry: FileEntry): Promise<Answer> {
    const bytes = await this.source.pdf(entry)
    if (typeof bytes === 'string') return bytes === 'missing' ? NOT_FOUND : GONE
    return ok('.pdf', bytes)
  }

  /** Every address that there is. */
  *paths(): Generator<string> {
    yield ''
    yield `${OWN}list.json`
    for (const name of this.#assets.keys()) yield OWN + name
    for (const { file } of this.source.run.files)
      for (const part of ['', 'document.json', 'source.pdf']) yield `${file}/${part}`
  }
}

const html = (depth: number): Answer => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: pageAt(depth),
})

const ok = (suffix: string, body: string | Uint8Array): Answer => ({
  status: 200,
  type: TYPES[suffix] ?? 'application/octet-stream',
  body,
})
