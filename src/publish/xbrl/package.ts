/** Packages of XBRL: the taxonomy as one, and an instance with its taxonomy in one file. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { BudgetDocument } from '../../../schemas/document.js'
import { toXbrl } from './instance.js'
import { linkable } from './linkable.js'
import { SCHEMA_NAME, VERSION } from './names.js'
import { META, taxonomyFolder, taxonomyNames } from './taxonomy.js'

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
