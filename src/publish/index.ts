/** The formats that a document is written in. What writes one is loaded when it is first asked for. */
import path from 'node:path'
import type { BudgetDocument } from '../../schemas/document.js'
import type { Format } from '../../schemas/run.js'
import { linkable } from './xbrl/linkable.js'

export { copyTaxonomy, taxonomyNames } from './xbrl/taxonomy.js'

/** Formats whose files point to `taxonomy/` at the root of the outputs. */
export const WITH_TAXONOMY: ReadonlySet<Format> = new Set(['xml', 'xbrl-csv'])

/** What may stand behind a document's name, in any format, besides its tables. */
export const SUFFIXES = [
  ...['.json', '.xlsx', '.xml', '.csv', '-texts.csv', '-metadata.json'],
  '.xbr',
]

/** The tables that metadata lead to by links, which a # would end. */
const LINKED = new Set(['.csv', '-texts.csv'])

/** Where an output of a document stands, below the folder: in names of linked files # is ＃. */
export function outputPath(stem: string, suffix: string): string {
  const name = path.basename(stem)
  const own = LINKED.has(suffix) ? linkable(name) : name
  return path.join(path.dirname(stem), `${own}${suffix}`)
}

/** Of the first table in CSV, the second, … */
export const tableSuffix = (nth: number) => `-t${nth}.csv`
const TABLE_SUFFIX = /^-t[1-9]\d*\.csv$/

/** Whether a document may have left this file, in whatever format. */
export function isOutputOf(stem: string, output: string): boolean {
  if (SUFFIXES.some((suffix) => output === outputPath(stem, suffix))) return true
  return output.startsWith(stem) && TABLE_SUFFIX.test(output.slice(stem.length))
}

/** One file of a format: what stands behind the document's name, and what is in it. */
export interface OutputFile {
  suffix: string
  content: string | Uint8Array
}

/** By format, what writes a document: `const [{ content }] = await exporters.xlsx(document)`. */
export const exporters: Record<Format, (document: BudgetDocument) => Promise<OutputFile[]>> = {
  json: async (document) => {
    const { toJson } = await import('./json.js')
    return [{ suffix: '.json', content: toJson(document) }]
  },
  xlsx: async (document) => {
    const { toXlsx } = await import('./workbook.js')
    return [{ suffix: '.xlsx', content: await toXlsx(document) }]
  },
  csv: async (document) => {
    const { toTablesCsv } = await import('./tables-csv.js')
    return toTablesCsv(document)
  },
  xml: async (document) => {
    const { toXbrl } = await import('./xbrl/instance.js')
    return [{ suffix: '.xml', content: toXbrl(document) }]
  },
  'xbrl-csv': async (document) => {
    const { toXbrlCsv } = await import('./xbrl/csv.js')
    return toXbrlCsv(document)
  },
  xbr: async (document) => {
    const { toReportPackage } = await import('./xbrl/package.js')
    return [{ suffix: '.xbr', content: toReportPackage(document) }]
  },
}
