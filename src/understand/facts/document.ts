/** What is known of the document before its prose is read. */
import type { NarrativeFact, Report } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'

export interface KnownDocument {
  year: number | null
  kind: Report['kind']
  /** Names that the owner is called by, folded, the longest first. */
  owner: string[]
}

export function knownOf(report: Report): KnownDocument {
  return { year: report.fiscalYear, kind: report.kind, owner: namesOf(report.department) }
}

export const lastYear = ({ year }: KnownDocument): number | null =>
  year === null ? null : year - 1

/** 比 2032 年年初预算 in the accounts of 2032: their own budget, not the year before. */
export const isOwnBudget = (
  { kind, year: own }: KnownDocument,
  year: number | null,
  basis: string | null,
): boolean => kind === 'final_accounts' && year !== null && year === own && basis === 'budget'

/** What an amount is, where the sentence does not say: budgets speak of the budget, accounts of what was spent. */
export const ownBasis = ({ kind }: KnownDocument): 'budget' | 'executed' =>
  kind === 'final_accounts' ? 'executed' : 'budget'

export type Basis = NarrativeFact['basis']

/** The full name, and the name without its bracket or its place: 云溪市档案馆 is 市档案馆 too. */
function namesOf(department: string | null): string[] {
  if (department === null) return []
  const full = fold(department)
  const bare = full.replace(/^([^(]*)\(.*\)$/, '$1')
  const short = bare.replace(/^.{2,8}?(?=[省市区县])/, '')
  return [...new Set([full, bare, short])].filter((name) => name.length > 3)
}
