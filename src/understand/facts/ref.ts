/** What a figure is of: a subject, which one of its kind, and of which money. */
import type { Subject } from '../../../schemas/prose/subjects.js'
import type { Fund, Side } from '../../../schemas/prose/words.js'

export interface Ref {
  subject: Subject
  /** As printed. */
  qualifier: string | null
  fund: Fund | null
  /** Whose, where it is not the document's owner: a unit of the department. */
  unit: string | null
}

export const refTo = (
  subject: Subject,
  qualifier: string | null = null,
  fund: Fund | null = null,
): Ref => ({
  subject,
  qualifier,
  fund,
  unit: null,
})

const SIDES: Partial<Record<Subject, Side>> = {
  total_revenue: 'revenue',
  current_year_revenue: 'revenue',
  revenue_by_source: 'revenue',
  appropriation_revenue: 'revenue',
  carryover_from_last_year: 'revenue',
  total_expenditure: 'expenditure',
  current_year_expenditure: 'expenditure',
  appropriation_expenditure: 'expenditure',
  general_budget_expenditure: 'expenditure',
  government_fund_expenditure: 'expenditure',
  state_capital_expenditure: 'expenditure',
  basic_expenditure: 'expenditure',
  project_expenditure: 'expenditure',
  expenditure_by_function: 'expenditure',
  carryover_to_next_year: 'expenditure',
  total_revenue_and_expenditure: 'both',
  appropriation_revenue_and_expenditure: 'both',
  general_budget_revenue_and_expenditure: 'both',
  government_fund_revenue_and_expenditure: 'both',
  state_capital_revenue_and_expenditure: 'both',
}
export const sideOf = (ref: Ref | null): Side | null => (ref ? (SIDES[ref.subject] ?? null) : null)

/** Expenditure, and both sides together, of one kind of money. */
export const OF_FUND: Record<Fund, { expenditure: Subject; both: Subject }> = {
  general_budget: {
    expenditure: 'general_budget_expenditure',
    both: 'general_budget_revenue_and_expenditure',
  },
  appropriation: {
    expenditure: 'appropriation_expenditure',
    both: 'appropriation_revenue_and_expenditure',
  },
  government_fund: {
    expenditure: 'government_fund_expenditure',
    both: 'government_fund_revenue_and_expenditure',
  },
  state_capital: {
    expenditure: 'state_capital_expenditure',
    both: 'state_capital_revenue_and_expenditure',
  },
}

const THRESHOLDS: Record<string, '200k' | '500k' | '1m' | '2m'> = {
  '200000': '200k',
  '500000': '500k',
  '1000000': '1m',
  '2000000': '2m',
}

/** @param threshold in yuan: what a piece costs at least */
export function equipmentRef(
  threshold: string,
  mode: 'stock' | 'buy' | null,
  printed: string,
): Ref {
  const size = THRESHOLDS[threshold]
  if (size === undefined) return refTo('other', printed)
  return refTo(mode === 'buy' ? `equipment_to_buy_over_${size}` : `equipment_over_${size}`)
}

/** Totals: what a list of sources, functions or uses is a list of. */
export const isTotal = (ref: Ref): boolean =>
  ref.subject.startsWith('total_') ||
  ref.subject.startsWith('current_year_') ||
  ref.subject.startsWith('appropriation_') ||
  Object.values(OF_FUND).some(
    ({ expenditure, both }) => ref.subject === expenditure || ref.subject === both,
  )

/**
 * A part of a whole that gives its parts its own name: 绩效目标的金额 N，其中基本支出 M is no basic
 * expenditure of the document but the part of the performance amount.
 * @param part what the part would be alone; null where no list knows its noun
 */
export function partOf(whole: Ref, part: Ref | null, noun: string): Ref {
  const own = (): Ref => ({ ...whole, qualifier: noun })
  const { subject } = whole
  if (subject === 'performance_amount' && !part?.subject.startsWith('performance')) return own()
  if (subject === 'agency_operating_expenses' && (!part || OFFICE_COSTS.has(part.subject)))
    return own()
  if (subject === 'project' && part?.subject === 'expenditure_item') return own()
  if (subject === 'project_expenditure' && part && isBareItem(part))
    return { ...whole, subject: 'project', qualifier: noun }
  if (USES.has(subject) && part && BY_CODE.has(part.subject)) return own()
  if (part) return { ...part, fund: part.fund ?? whole.fund }
  if (subject === 'project_expenditure' || subject === 'project')
    return { ...whole, subject: 'project', qualifier: noun }
  if (sideOf(whole) === 'revenue')
    return { ...whole, subject: 'revenue_by_source', qualifier: noun }
  if (isTotal(whole) && /支出$/.test(noun))
    return { ...whole, subject: 'expenditure_by_function', qualifier: noun }
  if (NAMED_PARTS.has(subject)) return own()
  return { ...whole, subject: 'other', qualifier: noun }
}

/** Projects are called like items (信息化建设): an item of the classification has its level or its code printed. */
const isBareItem = ({ subject, qualifier }: Ref) =>
  subject === 'expenditure_item' && !/^\d|[类款项][)）]/.test(qualifier ?? '')

const USES = new Set<Subject>(['basic_expenditure', 'project_expenditure'])
const BY_CODE = new Set<Subject>(['expenditure_by_function', 'expenditure_item'])
const OFFICE_COSTS = new Set<Subject>([
  'expenditure_by_economic',
  'meetings',
  'training',
  'travel',
  'reception',
  'vehicle_operation',
  'commissioned_services',
  'other',
])
/** Wholes whose unknown parts are still of them: an item of 委托业务费 is 委托业务费. */
const NAMED_PARTS = new Set<Subject>([
  'commissioned_services',
  'meetings',
  'training',
  'abroad',
  'reception',
  'procurement',
  'fixed_assets',
  'fixed_assets_to_buy',
])
