/**
 * What each address shows. The same paths are served and written as a static site:
 *
 *   ./                          the list            _/list.json
 *   b/foo.pdf/                  a document          b/foo.pdf/document.json, b/foo.pdf/source.pdf
 *                               (served only)       b/foo.pdf/corrections.json
 *   _/app.js, _/app.css …       the app             _/pdfjs/…
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileEntry } from '../../../schemas/run.js'
import { changeSchema } from '../edits.js'
import { pathOf } from '../link.js'
import { listingOf } from '../listing.js'
import { assetsOf, WORKER } from './assets.js'
import type { Desk } from './desk.js'
import { EditError } from './edit-file.js'
import { pageAt, WORKER_POLICY } from './html.js'
import type { RunFolder } from './run-folder.js'

export interface Answer {
  status: number
  type: string
  body: string | Uint8Array
  /** Where to go instead. */
  location?: string
  /** What its scripts may do, where that is not what the page's may. */
  policy?: string
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
}

const OWN = '_/'
const EDITS = 'corrections.json'
const NOT_FOUND: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'not found\n' }
const GONE: Answer = { ...NOT_FOUND, status: 409, body: 'another PDF than was read\n' }

export class Site {
  readonly #assets = assetsOf()

  /** @param desk where documents are corrected; without it nothing can be changed */
  constructor(
    readonly source: RunFolder,
    readonly desk: Desk | null = null,
  ) {}

  /** @param below a decoded path below the site's root */
  async answer(below: string): Promise<Answer> {
    if (below === '') return html(0, this.desk)
    if (below === `${OWN}list.json`) return ok('.json', await this.#list())
    const asset = below.startsWith(OWN) ? this.#assets.get(below.slice(OWN.length)) : undefined
    if (asset !== undefined) {
      const policy = below === OWN + WORKER ? { policy: WORKER_POLICY } : {}
      return { ...ok(path.extname(asset), await readFile(asset)), ...policy }
    }
    return this.#documentAnswer(below)
  }

  /** Whether something can be changed at an address. */
  takes(below: string): boolean {
    return this.desk !== null && this.#edited(below) !== null
  }

  /** @param body JSON, as it came */
  async change(below: string, body: string): Promise<Answer> {
    const entry = this.#edited(below)
    if (entry === null || this.desk === null) return NOT_FOUND
    const { data } = changeSchema.safeParse(jsonOf(body))
    if (!data) return refused(422, 'no change of corrections')
    try {
      return json(await this.desk.change(entry, data))
    } catch (cause) {
      if (cause instanceof EditError) return refused(cause.status, cause.message)
      return refused(500, `not written: ${(cause as Error).message}`)
    }
  }

  #edited(below: string): FileEntry | null {
    return below.endsWith(`/${EDITS}`) ? this.source.entry(below.slice(0, -EDITS.length - 1)) : null
  }

  async #list(): Promise<string> {
    return JSON.stringify(listingOf(this.source.run, await this.desk?.counts()))
  }

  async #documentAnswer(below: string): Promise<Answer> {
    const at = below.lastIndexOf('/')
    const [file, part] = [below.slice(0, Math.max(0, at)), below.slice(at + 1)]
    const entry = this.source.entry(file)
    if (entry && part === '') return html(file.split('/').length, this.desk)
    if (entry && part === 'document.json') return this.#json(entry)
    if (entry && part === 'source.pdf') return this.#pdf(entry)
    if (entry && part === EDITS && this.desk) return json(await this.desk.state(entry))
    if (this.source.entry(below) === null) return NOT_FOUND
    return { ...NOT_FOUND, status: 308, location: pathOf(path.posix.basename(below)) }
  }

  async #json(entry: FileEntry): Promise<Answer> {
    const bytes = await (this.desk ?? this.source).document(entry)
    return bytes ? ok('.json', bytes) : NOT_FOUND
  }

  async #pdf(entry: FileEntry): Promise<Answer> {
    const pdf = await this.source.pdf(entry)
    if (typeof pdf === 'string') return pdf === 'missing' ? NOT_FOUND : GONE
    return ok('.pdf', pdf.bytes)
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

const html = (depth: number, desk: Desk | null): Answer => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: pageAt(depth, desk !== null),
})

const ok = (suffix: string, body: string | Uint8Array): Answer => ({
  status: 200,
  type: TYPES[suffix] ?? 'application/octet-stream',
  body,
})

const json = (value: unknown): Answer => ok('.json', JSON.stringify(value))

const refused = (status: number, message: string): Answer => ({
  ...NOT_FOUND,
  status,
  body: `${message}\n`,
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
