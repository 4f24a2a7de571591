/** The taxonomy as shipped: the package's folder `taxonomy/`, made by `npm run taxonomy`; and packages with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { BudgetDocument } from '../../../schemas/document.js'
import { OutputFolder } from '../../files/folder.js'
import { readRegular } from '../../files/regular.js'
import { linkable } from './csv.js'
import { toXbrl } from './instance.js'
import { SCHEMA_NAME, VERSION } from './names.js'

const served = new Map<string, Promise<void>>()
/** What a taxonomy package says of itself: of no use beside outputs. */
const META = 'META-INF'

/**
 * Puts the taxonomy into the folder that outputs go to, as `taxonomy/`, once for all that lie below; what is there
 * already is left alone, so several processes may serve one folder.
 * @throws what the file system says
 */
export function copyTaxonomy(folder: string): Promise<void> {
  const target = path.resolve(folder, 'taxonomy')
  const before = existsSync(path.join(target, SCHEMA_NAME)) ? served.get(target) : undefined
  const copy = before ?? copyFiles(taxonomyFolder(), new OutputFolder(folder))
  served.set(target, copy)
  return copy
}

async function copyFiles(source: string, folder: OutputFolder): Promise<void> {
  for (const name of (await readdir(source)).filter((each) => each !== META)) {
    const content = await readFile(path.join(source, name))
    const below = `taxonomy/${name}`
    const own = await readRegular(folder.at(below), { own: true }).catch(() => null)
    if (!own?.equals(content)) folder.write(below, content)
  }
}

/** What stands in `taxonomy/` at the root of outputs. */
export function taxonomyNames(): string[] {
  return readdirSync(taxonomyFolder()).filter((name) => name !== META)
}

/** Up from here: sources and built files stand at different depths of the package. */
export function taxonomyFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'taxonomy', SCHEMA_NAME))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('the package lacks its taxonomy/: run npm run taxonomy')
    folder = above
  }
  return path.join(folder, 'taxonomy')
}

/** The first day that archives know, wherever the clock stands: the same bytes on every run. */
const ARCHIVE = { level: 6, mtime: new Date(1980, 0, 1) } as const

function filesBelow(root: string, names: readonly string[]): Zippable {
  const folder = taxonomyFolder()
  const file = (name: string) => readFileSync(path.join(folder, name))
  return Object.fromEntries(names.toSorted().map((name) => [`${root}/${name}`, file(name)]))
}

/** A taxonomy package, Taxonomy Packages 1.0. */
export function taxonomyPackage(): { name: string; content: Uint8Array } {
  const root = `kemu-taxonomy-${VERSION}`
  const meta = readdirSync(path.join(taxonomyFolder(), META)).map((name) => `${META}/${name}`)
  const files = filesBelow(root, [...meta, ...taxonomyNames()])
  return { name: `${root}.zip`, content: zipSync(files, ARCHIVE) }
}

const REPORT_PACKAGE = {
  documentInfo: { documentType: 'https://xbrl.org/report-package/2023/xbr' },
}

/** A report package, Report Packages 1.0: the instance with its taxonomy, in one file. */
export function toReportPackage(document: BudgetDocument): Uint8Array {
  const stem = linkable(path.posix.basename(document.source.file).replace(/\.pdf$/i, ''))
  const files = {
    [`report/${META}/reportPackage.json`]: strToU8(`${JSON.stringify(REPORT_PACKAGE)}\n`),
    [`report/reports/${stem}.xbrl`]: strToU8(toXbrl(document, `../taxonomy/${SCHEMA_NAME}`)),
    ...filesBelow('report/taxonomy', taxonomyNames()),
  }
  return zipSync(files, ARCHIVE)
}
