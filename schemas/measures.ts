/**
 * What a column of amounts measures, under one name in every template: a closed list. 合计 of an
 * expenditure table is `total` whatever its header or its title's fund is called, and 基本支出 is
 * `basic` below whichever heading it stands. `src/understand/structure` derives it from the
 * header's meaning; null where a header is not understood.
 */

/** Whose money it is, where columns divide something else by it. */
const FUNDS = [
  'appropriation',
  'general_public_budget',
  'government_funds',
  'state_capital',
  'special_account',
  'own_revenue',
  'other_revenue',
] as const

/** The three public expenses: their sum, each, and what vehicles cost. */
export const THREE_PUBLIC_EXPENSES = [
  'three_public',
  'abroad',
  'reception',
  'vehicles',
  'vehicle_purchase',
  'vehicle_operation',
] as const

/** With what stands beside them. */
const EXPENSES = [...THREE_PUBLIC_EXPENSES, 'conference', 'training', 'agency_operating'] as const

/** What money is spent on. */
const NATURES = [
  'basic',
  'personnel',
  'public',
  'project',
  'operating',
  'upward',
  'subsidiary',
  'carry_forward',
  'contingency',
] as const

/** A plain measure by fund: 因公出国(境)费 of 政府性基金 (`abroad.government_funds`). */
const BY_FUND = [
  ...EXPENSES,
  ...NATURES,
  'current_revenue',
  'current_expenditure',
  'carry_over',
  'procurement',
] as const

/** What last year left, by what it is spent on (上年结转结余/项目支出). */
const CARRIED = NATURES

/** What a table can print the change of, beside 合计's, which is `change`. */
const CHANGING = [...EXPENSES, ...NATURES, ...FUNDS] as const

/** Those that one word says; `BY_FUND` and the like put two together. */
export const PLAIN_MEASURES = [
  'total',
  // Where the money comes from.
  'current_revenue',
  'appropriation',
  'general_public_budget',
  'budget_outlay',
  'non_tax',
  'government_funds',
  'state_capital',
  'special_account',
  'education_fees',
  'other_special_account',
  'own_revenue',
  'institution',
  'operating_income',
  'superior_subsidy',
  'superior_department_subsidy',
  'subsidiary_remittance',
  'other_revenue',
  'other_funds',
  'fund_balance',
  'carry_over',
  'debt',
  // What it is spent on.
  'current_expenditure',
  ...NATURES,
  // Economic classes as columns.
  'wages',
  'goods_services',
  'individuals',
  'debt_interest',
  'construction',
  'capital',
  'enterprise_subsidy',
  'social_security_subsidy',
  'other_expenditure',
  ...EXPENSES,
  // Beside the budget.
  'procurement',
  'quota',
  'quota_small',
  'change',
] as const

export type PlainMeasure = (typeof PLAIN_MEASURES)[number]
export type Measure =
  | PlainMeasure
  | `${(typeof BY_FUND)[number]}.${(typeof FUNDS)[number]}`
  | `carry_over.${(typeof CARRIED)[number]}`
  | `change.${(typeof CHANGING)[number]}`

const COMPOSITES: readonly Measure[] = [
  ...BY_FUND.flatMap((what) => FUNDS.map((fund): Measure => `${what}.${fund}`)),
  ...CARRIED.map((what): Measure => `carry_over.${what}`),
  ...CHANGING.map((what): Measure => `change.${what}`),
]

export const MEASURES: readonly [Measure, ...Measure[]] = [...PLAIN_MEASURES, ...COMPOSITES]

const KNOWN = new Set<string>(MEASURES)

export function isMeasure(name: string): name is Measure {
  return KNOWN.has(name)
}
