/**
 * Where the corrections of a document are: beside its PDF, or in the folders that were named, as `kemu extract` looks
 * for them. Those of the first folder are ours to write; with the one way to files, and nothing else.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { CorrectionsFile } from '../../../schemas/corrections.js'
import type { FileEntry } from '../../../schemas/run.js'
import { CORRECTIONS_SUFFIX, readCorrections } from '../../batch/corrections.js'
import type { NamedFile } from '../../correct/merge.js'
import { OutputFolder } from '../../files/folder.js'
import type { Place, RunFolder } from './run-folder.js'

type Entry = Pick<FileEntry, 'file'>

export class CorrectionFiles {
  /** @param folders null for those beside each PDF */
  constructor(
    readonly source: RunFolder,
    readonly folders: readonly string[] | null,
  ) {}

  /** @param pdf where its PDF is; where it is nowhere, what stands where it was is told all the same */
  places(entry: Entry, pdf: Place | null): Place[] {
    if (this.folders) return this.#inFolders(entry)
    return pdf ? [beside(pdf)] : this.#besides(entry).filter(isListed(new Map())).slice(0, 1)
  }

  #inFolders({ file }: Entry): Place[] {
    return (this.folders ?? []).map((folder) => beside({ folder, below: file }))
  }

  #besides(entry: Entry): Place[] {
    return this.source.places(entry).map(beside)
  }

  /** Those of the places that are there; with whether it is the one that is written here. @throws Error naming a file */
  async read(places: readonly Place[]): Promise<(NamedFile & { isOwn: boolean })[]> {
    const files = await Promise.all(places.map((place) => readCorrections(nameOf(place))))
    return files.flatMap((file, i) => (file ? [{ ...file, isOwn: i === 0 }] : []))
  }

  /** @throws OutsideError, what the file system says */
  write({ folder, below }: Place, file: CorrectionsFile | null): void {
    const writer = new OutputFolder(folder)
    if (file === null) writer.remove(below)
    else writer.write(below, `${JSON.stringify(file, null, 2)}\n`)
  }

  /** Of thousands of documents those that somebody has corrected: each folder is listed once. */
  corrected(entries: readonly FileEntry[]): { entry: FileEntry; places: Place[] }[] {
    const isThere = isListed(new Map())
    return entries.flatMap((entry) => {
      if (this.folders) {
        const places = this.#inFolders(entry)
        return places.some(isThere) ? [{ entry, places }] : []
      }
      const place = this.#besides(entry).find(isThere)
      return place ? [{ entry, places: [place] }] : []
    })
  }
}

const beside = ({ folder, below }: Place): Place => ({
  folder,
  below: `${below.replace(/\.pdf$/i, '')}${CORRECTIONS_SUFFIX}`,
})

export const nameOf = ({ folder, below }: Place) => path.join(folder, below)

function isListed(lists: Map<string, ReadonlySet<string>>): (place: Place) => boolean {
  return (place) => {
    const { dir, base } = path.parse(nameOf(place))
    const list = lists.get(dir) ?? namesIn(dir)
    lists.set(dir, list)
    return list.has(base)
  }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder).filter((name) => name.endsWith(CORRECTIONS_SUFFIX)))
  } catch {
    return new Set()
  }
}
