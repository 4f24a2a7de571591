/** The formats that a document is written in. */
import type { BudgetDocument } from '../../schemas/document.js'
import { toJson } from './json.js'
import { toXlsx } from './workbook.js'
import { toXml } from './xml.js'

export const FORMATS = ['json', 'xlsx', 'xml'] as const
export type Format = (typeof FORMATS)[number]

export const exporters: Record<Format, (document: BudgetDocument) => Promise<string | Uint8Array>> =
  {
    json: async (document) => toJson(document),
    xlsx: toXlsx,
    xml: async (document) => toXml(document),
  }
