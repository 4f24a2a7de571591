/** What a document says of each of its rows, and where a person finds the page. */

import type { Doubt } from '../../schemas/flat/columns.js'
import { addressOf } from '../panel/document.js'
import { ownerScope } from '../panel/owners.js'
import type { Row } from '../panel/table.js'
import type { Read } from './documents.js'
import type { Wish } from './options.js'

/** A document on its way into the table. */
export interface Source extends Read {
  /** An earlier file in the table that discloses the same, by owner in its region, scope, year and kind. */
  earlier: string | null
}

export function whoseOf({ document: { report }, region }: Read): Row {
  const { department, fiscalYear, kind } = report
  const scope = ownerScope(report)
  return { owner: department, region, year: fiscalYear, report_kind: kind, scope }
}

export function isWanted({ document: { report } }: Read, { scope, year }: Wish): boolean {
  return (
    (scope === null || ownerScope(report) === scope) &&
    (year === null || report.fiscalYear === year)
  )
}

export function linkOf({ document: { source } }: Read, page: number, links: string | null): string {
  const base = links === null ? '' : links.endsWith('/') ? links : `${links}/`
  return `${base}${addressOf(source.file)}#page=${page}`
}

export function doubtsOf(doubts: readonly (Doubt | null | false)[]): string | null {
  return doubts.filter((doubt) => doubt).join(' ') || null
}
