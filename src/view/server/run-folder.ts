/** A run as it is shown: `run.json`, the documents that it names, and the PDFs that they were read from. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { FAILED_STATUSES, type FileEntry, type Run } from '../../../schemas/run.js'
import { OutputFolder } from '../../files/folder.js'
import { inputFolders } from '../../files/inputs.js'
import { readRegular } from '../../files/regular.js'
import { readRun } from '../../files/run.js'

/** Bytes: of a document's JSON; of a PDF. */
const MOST = { document: 2 ** 27, pdf: 2 ** 29 } as const

const LEFT_NONE: ReadonlySet<string> = new Set(FAILED_STATUSES)

/** Why there is no page to show: no such file, or another one than was read. */
export type NoPdf = 'missing' | 'changed'

/** A file below one of the folders that PDFs are looked for in. */
export interface Place {
  folder: string
  below: string
}

export interface Pdf extends Place {
  bytes: Buffer
}

export class RunFolder {
  readonly #entries: ReadonlyMap<string, FileEntry>

  private constructor(
    readonly folder: OutputFolder,
    readonly run: Run,
    /** Where PDFs are looked for, in this order. */
    readonly pdfs: readonly string[],
  ) {
    this.#entries = new Map(run.files.map((entry) => [entry.file, entry]))
  }

  /** @param pdfs where the PDFs have moved, if they have @throws UsageError */
  static async open(given: string, pdfs: string | null): Promise<RunFolder> {
    const run = await readRun(given)
    const folder = new OutputFolder(given)
    return new RunFolder(folder, run, pdfs === null ? inputFolders(folder) : [path.resolve(pdfs)])
  }

  /** Null for what the run does not name. */
  entry(file: string): FileEntry | null {
    return this.#entries.get(file) ?? null
  }

  /** The bytes of its JSON; null where it left none. */
  async document({ file, status }: FileEntry): Promise<Buffer | null> {
    if (LEFT_NONE.has(status)) return null
    const below = `${file.replace(/\.pdf$/i, '')}.json`
    try {
      return await readRegular(this.folder.existing(below), { most: MOST.document, own: true })
    } catch {
      return null
    }
  }

  /** The PDF that was read, and no other of its name. */
  async pdf(entry: FileEntry): Promise<Pdf | NoPdf> {
    let found: NoPdf = 'missing'
    for (const { folder, below } of this.places(entry)) {
      const file = path.join(folder, below)
      const bytes = await readRegular(file, { most: MOST.pdf }).catch(() => null)
      if (bytes === null) continue
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (sha256 === entry.sha256) return { folder, below, bytes }
      found = 'changed'
    }
    return found
  }

  /** Where it may be, below the folders that are known: no name of a run leads out of them. */
  places({ file }: Pick<FileEntry, 'file'>): Place[] {
    const isBelow = !path.isAbsolute(file) && !file.split(/[\\/]/).includes('..')
    if (!isBelow) return []
    const names = [...new Set([file, path.posix.basename(file)])]
    return this.pdfs.flatMap((folder) => names.map((below) => ({ folder, below })))
  }
}
