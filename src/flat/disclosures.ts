/** Which documents of the table disclose the same: one owner, by all its spellings, scope, year and kind of report. */
import { folderOf, ownerScope, Places } from '../panel/owners.js'
import type { Read } from './documents.js'

interface Known {
  file: string
  department: string
  /** What it discloses, but for its owner. */
  rest: string
}

/**
 * Documents come one by one, and a name may show only later what an earlier one is short for: 烟台公安局 is 烟台市公安局
 * once an owner of 烟台市 is seen. Then the folder's earlier ones are called anew.
 */
export class Disclosures {
  readonly #folders = new Map<string, Folder>()

  /** @returns an earlier file with the same; null too where a document does not say whose and of what it is */
  earlier(read: Read): string | null {
    const known = knownOf(read)
    return known && this.#folderOf(read).earlier(known)
  }

  note(read: Read): void {
    const known = knownOf(read)
    if (known) this.#folderOf(read).note(known)
  }

  #folderOf({ region }: Read): Folder {
    const name = folderOf(region)
    const folder = this.#folders.get(name) ?? new Folder(name)
    this.#folders.set(name, folder)
    return folder
  }
}

class Folder {
  readonly #places: Places
  readonly #noted: Known[] = []
  #files = new Map<string, string>()

  constructor(name: string) {
    this.#places = new Places(name)
  }

  earlier(known: Known): string | null {
    if (this.#places.see(known.department)) {
      this.#files = new Map()
      for (const each of this.#noted) this.#keep(each)
    }
    return this.#files.get(this.#keyOf(known)) ?? null
  }

  note(known: Known): void {
    this.#noted.push(known)
    this.#keep(known)
  }

  #keep(known: Known): void {
    const key = this.#keyOf(known)
    if (!this.#files.has(key)) this.#files.set(key, known.file)
  }

  #keyOf({ department, rest }: Known): string {
    return `${this.#places.idOf(department)} ${rest}`
  }
}

function knownOf({ file, document: { report } }: Read): Known | null {
  const { kind, fiscalYear, department } = report
  if (kind === null || fiscalYear === null || department === null) return null
  return { file, department, rest: `${ownerScope(report)} ${fiscalYear} ${kind}` }
}
