/**
 * Documents with the corrections of now. Nothing of the run is changed: where people have said more than the run was
 * read with, or less, the document is read anew beside it, and shown so until `kemu extract` is given again.
 */
import {
  type Correction,
  type Corrections,
  correctionSchema,
} from '../../../schemas/corrections.js'
import type { FileEntry } from '../../../schemas/run.js'
import { ConflictError, keyOf, mergeCorrections, type NamedFile } from '../../correct/merge.js'
import { correctionName, namesOf } from '../../correct/names.js'
import type { Change, EditCount, EditState, NoEdits, Said } from '../edits.js'
import { CorrectionFiles, nameOf } from './correction-files.js'
import { EditError, withCorrection, withoutCorrection } from './edit-file.js'
import type { Pdf, Place, RunFolder } from './run-folder.js'

/** Reads a PDF with corrections, and changes nothing. @returns the JSON of its document, or why there is none */
export type Reread = (
  pdf: string,
  entry: FileEntry,
  corrections: Corrections | null,
) => Promise<Buffer | { failure: string }>

type OwnFile = NamedFile & { isOwn: boolean }

/** What is known of the corrections of a document at a moment. */
interface Found {
  pdf: Pdf | null
  why: NoEdits | null
  places: Place[]
  files: OwnFile[]
  merged: Corrections | null
  trouble: string | null
}

export class Desk {
  readonly #files: CorrectionFiles
  /** The last readings, by document: whatever asks for one of them twice is given the same. */
  readonly #readings = new Map<string, { key: string; reading: ReturnType<Reread> }>()
  /** Who has signed last. */
  #last: Pick<Correction, 'who' | 'when'> | null = null
  /** Changes come one after another, so that none is written over another. */
  #changes: Promise<unknown> = Promise.resolve()

  constructor(
    readonly source: RunFolder,
    folders: readonly string[] | null,
    private readonly reread: Reread,
  ) {
    this.#files = new CorrectionFiles(source, folders)
  }

  /** The JSON of the document as it is with the corrections of now; null where there is none. */
  async document(entry: FileEntry): Promise<Buffer | null> {
    const anew = await this.#anew(entry, await this.#find(entry))
    return Buffer.isBuffer(anew) ? anew : await this.source.document(entry)
  }

  async state(entry: FileEntry): Promise<EditState> {
    const found = await this.#find(entry)
    const anew = await this.#anew(entry, found)
    return {
      schema: 'kemu/edits@1',
      why: found.why,
      ...saidOf(entry, found),
      who: this.#last?.who ?? null,
      trouble: found.trouble,
      isAnew: Buffer.isBuffer(anew),
      failure: anew !== null && 'failure' in anew ? anew.failure : null,
    }
  }

  /** @throws EditError, what the file system says */
  change(entry: FileEntry, change: Change): Promise<EditState> {
    const done = this.#changes.then(() => this.#change(entry, change))
    this.#changes = done.catch(() => {})
    return done.then(() => this.state(entry))
  }

  /** Of every document that has any. */
  async counts(): Promise<Map<string, EditCount>> {
    const counts = new Map<string, EditCount>()
    for (const { entry, places } of this.#files.corrected(this.source.run.files)) {
      const files = await this.#read(places).catch(() => [])
      const { said, gone } = saidOf(entry, { files, ...merge(files, entry) })
      const count = (is: (each: Said) => boolean) => said.filter(is).length
      counts.set(entry.file, {
        all: said.length,
        pending: count(({ isPending }) => isPending) + gone,
        stale: count(({ isStale }) => isStale),
      })
    }
    return counts
  }

  async #find(entry: FileEntry): Promise<Found> {
    const pdf = await this.source.pdf(entry)
    const isThere = typeof pdf !== 'string'
    const places = this.#files.places(entry, isThere ? pdf : null)
    const own = { pdf: isThere ? pdf : null, places }
    try {
      const files = await this.#read(places)
      return { ...own, why: isThere ? null : pdf, files, ...merge(files, entry) }
    } catch (cause) {
      const trouble = (cause as Error).message
      return { ...own, why: 'unread', files: [], merged: null, trouble }
    }
  }

  async #read(places: readonly Place[]): Promise<OwnFile[]> {
    const files = await this.#files.read(places)
    for (const { file, isOwn } of files)
      for (const { who, when } of isOwn ? file.corrections : [])
        if (this.#last === null || when > this.#last.when) this.#last = { who, when }
    return files
  }

  /** @returns null where the run's own document has all that people say now, or nothing can be read */
  async #anew(
    entry: FileEntry,
    { pdf, merged, files, trouble }: Found,
  ): Promise<Awaited<ReturnType<Reread>> | null> {
    const now = merged ? namesOf(merged) : []
    const isSame = sorted(now) === sorted(entry.corrections ?? [])
    if (pdf === null || trouble !== null || isSame) return null
    const key = sorted(now)
    const last = this.#readings.get(entry.file)
    const reading =
      last?.key === key
        ? last.reading
        : this.reread(nameOf(pdf), entry, files.length === 0 ? null : merged)
    this.#readings.delete(entry.file)
    this.#readings.set(entry.file, { key, reading })
    for (const [file] of [...this.#readings].slice(0, -MOST_READINGS)) this.#readings.delete(file)
    return reading
  }

  async #change(entry: FileEntry, change: Change): Promise<void> {
    const found = await this.#find(entry)
    if (found.why !== null || found.places.length === 0)
      throw new EditError(409, found.trouble ?? 'its PDF is not there as it was read')
    if (change.sha256 !== entry.sha256)
      throw new EditError(409, 'the document was read anew since it was opened: open it again')
    const own = found.files.find(({ isOwn }) => isOwn)?.file ?? null
    if ('remove' in change) {
      this.#files.write(found.places[0], withoutCorrection(own, change.remove))
      return
    }
    const file = withCorrection(own, change.sha256, added(change.add))
    const others = found.files.filter(({ isOwn }) => !isOwn)
    assertAgreed([{ name: nameOf(found.places[0]), file }, ...others], change.sha256)
    this.#files.write(found.places[0], file)
  }
}

/** Readings of documents that are kept: a person looks at one at a time. */
const MOST_READINGS = 4

const sorted = (names: readonly string[]) => names.toSorted().join()

/** Signed by the clock of this machine, whatever a browser says. @throws EditError where it is none */
function added(given: Record<string, unknown>): Correction {
  const { data, error } = correctionSchema.safeParse({ ...given, when: new Date().toISOString() })
  if (data) return data
  const [{ path, message }] = error.issues
  throw new EditError(422, `${path.join('.')}: ${message}`)
}

/** @throws EditError that names both where two people say otherwise */
function assertAgreed(files: readonly NamedFile[], sha256: string): void {
  const { trouble } = merge(files, { sha256 })
  if (trouble !== null) throw new EditError(409, trouble)
}

function merge(
  files: readonly NamedFile[],
  { sha256 }: Pick<FileEntry, 'sha256'>,
): Pick<Found, 'merged' | 'trouble'> {
  try {
    return { merged: mergeCorrections(files, sha256 ?? ''), trouble: null }
  } catch (cause) {
    if (cause instanceof ConflictError) return { merged: null, trouble: cause.message }
    throw cause
  }
}

/** Where two say the same of one thing, the first of them is put in, and both are. */
function saidOf(
  { sha256, corrections = [] }: FileEntry,
  { files, merged }: Pick<Found, 'files' | 'merged'>,
): Pick<EditState, 'said' | 'gone'> {
  const seen = new Set(corrections)
  const first = new Map(merged?.corrections.map((each) => [keyOf(each), each]))
  const said = files.flatMap(({ name, file, isOwn }) =>
    file.corrections.map((correction): Said => {
      const isStale = file.sha256 !== sha256
      const counted = isStale ? correction : (first.get(keyOf(correction)) ?? correction)
      const isPending = !seen.has(correctionName(counted, isStale))
      return { correction, file: name, isOwn, isStale, isPending }
    }),
  )
  const now = new Set(merged ? namesOf(merged) : said.length > 0 ? corrections : [])
  return { said, gone: corrections.filter((name) => !now.has(name)).length }
}
