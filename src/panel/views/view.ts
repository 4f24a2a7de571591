/** What a view is, and the columns that all of them have: whose figure, of which year, from which page. */
import type { PanelRole } from '../../../schemas/kind.js'
import type { Label } from '../../../schemas/labels.js'
import { kindsWith } from '../../../schemas/traits.js'

export interface View extends Label {
  name: string
  description: string
  sql: string
}

/** The kinds that a view asks, as a list of SQL. */
export function kindsOf(role: PanelRole): string {
  return listOf(kindsWith(({ views }) => views.includes(role)))
}

export function listOf(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ')
}

/** Of `documents`. Spellings of one owner have one owner_id; the scope is what the owner's name says it is. */
export const WHOSE = `documents.collection AS region, documents.region_code, documents.department AS owner,
  documents.owner_id, documents.owner_scope AS scope, documents.report_kind`
export const WHOSE_NAMES = 'region, region_code, owner, owner_id, scope, report_kind'

/** @param page as SQL */
export function placeAt(page: string): string {
  return `documents.source_file AS source, ${page} AS page, documents.link || '#page=' || ${page} AS link`
}
export const PLACE_NAMES = 'source, page, link'

/** A budget says what was planned, final accounts what was spent: each by its own document. */
export const OWN_PHASE = `(report_kind = 'budget' AND phase = 'budget' OR report_kind = 'final_accounts' AND phase = 'executed')`
