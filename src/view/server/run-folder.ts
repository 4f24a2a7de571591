/** A run as it is shown: `run.json`, the documents that it names, and the PDFs that they were read from. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { FAILED_STATUSES, type FileEntry, type Run, runSchema } from '../../../schemas/run.js'
import { UsageError } from '../../files/errors.js'
import { OutputFolder } from '../../files/folder.js'
import { inputFolders } from '../../files/inputs.js'
import { readRegular } from '../../files/regular.js'

const RUN_FILE = 'run.json'
/** Bytes: of a run of a million files; of a document's JSON; of a PDF. */
const MOST = { run: 2 ** 29, document: 2 ** 27, pdf: 2 ** 29 } as const

const LEFT_NONE: ReadonlySet<string> = new Set(FAILED_STATUSES)

/** Why there is no page to show: no such file, or another one than was read. */
export type NoPdf = 'missing' | 'changed'

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
    const bytes = await readRegular(path.join(given, RUN_FILE), {
      most: MOST.run,
      own: true,
    }).catch(() => {
      throw new UsageError(`${given} has no ${RUN_FILE}: name the -o folder of a run that ended`)
    })
    const run = runOf(bytes.toString())
    if (run === null)
      throw new UsageError(`${given}/${RUN_FILE} is no kemu run of this version: extract again`)
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
  async pdf({ file, sha256 }: FileEntry): Promise<Buffer | NoPdf> {
    let found: NoPdf = 'missing'
    for (const folder of this.pdfs)
      for (const place of new Set([file, path.posix.basename(file)])) {
        const bytes = await readRegular(path.join(folder, place), { most: MOST.pdf }).catch(
          () => null,
        )
        if (bytes === null) continue
        if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes
        found = 'changed'
      }
    return found
  }
}

function runOf(text: string): Run | null {
  try {
    return runSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
