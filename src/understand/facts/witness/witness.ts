/**
 * The narrative as a second witness of what the document is: its year, its kind, its owner and the
 * unit of its tables. Where all that it says of one speaks against the rest, a finding says so.
 */
import type { BudgetTable, Check, Issue, Report } from '../../../../schemas/document.js'
import { finding } from '../../../../schemas/findings.js'
import type { Subject } from '../../../../schemas/prose/subjects.js'
import type { Prose } from '../../../../schemas/stages.js'
import type { ReadFact } from '../facts.js'
import { ownerFindings } from './owner.js'
import { mostVoted, placeOf } from './place.js'
import { unitFindings } from './unit.js'

export function witnessFindings(
  read: readonly ReadFact[],
  prose: Prose,
  tables: readonly BudgetTable[],
  checks: readonly Check[],
  report: Report,
): Issue[] {
  if (report.kind === null || report.scope === 'government') return []
  const stated = read.filter(isTotal)
  return [
    ...yearFindings(stated, report),
    ...kindFindings(stated, report),
    ...ownerFindings(prose, tables, report),
    ...unitFindings(read, tables, checks),
  ]
}

/** What every narrative prints of the year that the document is about. */
const TOTALS = new Set<Subject>([
  'total_revenue',
  'total_expenditure',
  'total_revenue_and_expenditure',
  'appropriation_revenue',
  'appropriation_expenditure',
  'appropriation_revenue_and_expenditure',
  'general_budget_expenditure',
  'three_public_expenses',
  'agency_operating_expenses',
])

function isTotal({ fact, of }: ReadFact): boolean {
  return TOTALS.has(fact.subject) && fact.measure === 'amount' && fact.value !== null && of === null
}

const basisOf = ({ kind }: Report) => (kind === 'final_accounts' ? 'executed' : 'budget')

/** All totals are of one other year: the narrative was copied from that year's. */
function yearFindings(stated: readonly ReadFact[], report: Report): Issue[] {
  const own = stated.filter(({ fact }) => fact.basis === basisOf(report))
  const said = mostVoted(own.flatMap(({ fact }) => fact.period ?? []))
  const { fiscalYear } = report
  if (fiscalYear === null || said === null) return []
  if (own.some(({ fact }) => fact.period === fiscalYear)) return []
  const first = own.find(({ fact }) => fact.period === said)
  return [finding('prose_year_differs', { year: fiscalYear, said }, placeOf(first?.fact))]
}

/** All totals are of the other kind: 决算 in a budget, 预算 in accounts. */
function kindFindings(stated: readonly ReadFact[], report: Report): Issue[] {
  const now = stated.filter(({ fact }) => fact.period === report.fiscalYear)
  const said = mostVoted(now.flatMap(({ fact }) => fact.basis ?? []))
  if (said === null || now.some(({ fact }) => fact.basis === basisOf(report))) return []
  return [finding('prose_kind_differs', { kind: report.kind! }, placeOf(now[0].fact))]
}
