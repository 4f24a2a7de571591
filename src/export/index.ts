/** The formats that a document is written in. */
import type { BudgetDocument } from '../../schemas/document.js'
import { toJson } from './json.js'
import { toXlsx } from './workbook.js'
import { toXbrlCsv } from './xbrl/csv.js'
import { toXbrl } from './xbrl/instance.js'

export { copyTaxonomy } from './xbrl/package.js'

export const FORMATS = ['json', 'xlsx', 'xml', 'xbrl-csv'] as const
export type Format = (typeof FORMATS)[number]

/** Formats whose files point to `taxonomy/` beside them. */
export const WITH_TAXONOMY: ReadonlySet<Format> = new Set(['xml', 'xbrl-csv'])

/** One file of a format: what stands behind the document's name, and what is in it. */
export interface OutputFile {
  suffix: string
  content: string | Uint8Array
}

export const exporters: Record<Format, (document: BudgetDocument) => Promise<OutputFile[]>> = {
  json: async (document) => [{ suffix: '.json', content: toJson(document) }],
  xlsx: async (document) => [{ suffix: '.xlsx', content: toXlsx(document) }],
  xml: async (document) => [{ suffix: '.xml', content: toXbrl(document) }],
  'xbrl-csv': async (document) => toXbrlCsv(document),
}
