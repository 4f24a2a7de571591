/**
 * Row sums, each once: a total is the sum of its parts by source, by nature, by use. Kinds declare
 * them, reconciliation checks them, and XBRL prints them as calculation links.
 */
import type { Meaning } from './meaning.js'

/**
 * In each row, one column equals the sum of those of the others that the table has. Holds at the top and within each
 * group of columns (`basic.total` = `basic.personnel` + `basic.public`); a part that is a group counts by its total.
 */
export interface RowSum {
  rule: 'row_sum'
  whole: Meaning
  parts: readonly Meaning[]
}

/** Where money comes from. A part that is a group (财政拨款) counts by its total. */
export const BY_SOURCE: RowSum = {
  rule: 'row_sum',
  whole: 'total',
  parts: [
    'current_revenue',
    'appropriation',
    'general_budget',
    'government_fund',
    'state_capital',
    'special_account',
    'unit_funds',
    'institution',
    'operating_income',
    'superior_subsidy',
    'superior_department_subsidy',
    'subsidiary_remittance',
    'other',
    'other_funds',
    'fund_balance',
    'carry_over',
    'debt',
  ],
}

/**
 * What expenditure is: basic, project, and the rarer ones. Templates without a column of basic
 * expenditure print what it is for beside the projects: persons and offices, or the economic classes.
 */
export const BY_NATURE: RowSum = {
  rule: 'row_sum',
  whole: 'total',
  parts: [
    'basic',
    'personnel',
    'public',
    'wages',
    'goods_services',
    'individuals',
    'debt_interest',
    'construction',
    'capital',
    'enterprise_subsidy',
    'social_security_subsidy',
    'other_expenditure',
    'project',
    'operating',
    'upward',
    'subsidiary',
    'carry_forward',
    'contingency',
  ],
}

/** What basic expenditure is for: persons and offices; of a table of basic expenditure alone. */
export const BY_USE: RowSum = { rule: 'row_sum', whole: 'total', parts: ['personnel', 'public'] }

/** The same, where basic expenditure is one column of several. */
export const BASIC_BY_USE: RowSum = { ...BY_USE, whole: 'basic' }

/** The three budgets that appropriations come from. */
export const BY_BUDGET: RowSum = {
  rule: 'row_sum',
  whole: 'total',
  parts: ['general_budget', 'government_fund', 'state_capital'],
}

/** Appropriations of the general public budget: from taxes, and from what is not tax. */
export const BY_OUTLAY: RowSum = {
  rule: 'row_sum',
  whole: 'total',
  parts: ['budget_outlay', 'non_tax'],
}

/** The three public expenses, as the total of a table of nothing else. */
export const BY_EXPENSE: RowSum = {
  rule: 'row_sum',
  whole: 'total',
  parts: ['abroad', 'reception', 'vehicles'],
}

/** The same, where meetings and training stand beside them. */
export const THREE_PUBLIC: RowSum = { ...BY_EXPENSE, whole: 'three_public' }

/** Cars are bought and run: under one heading with their sum, or beside it. */
export const VEHICLES_BESIDE: RowSum = {
  rule: 'row_sum',
  whole: 'vehicles',
  parts: ['vehicle_purchase', 'vehicle_operation'],
}
export const VEHICLES_BELOW: RowSum = {
  ...VEHICLES_BESIDE,
  parts: VEHICLES_BESIDE.parts.map((part) => `vehicles.${part}`),
}

/** All of them, in the order in which XBRL lists them. */
export const ROW_SUMS = {
  'by-source': BY_SOURCE,
  'by-nature': BY_NATURE,
  'by-use': BY_USE,
  'basic-by-use': BASIC_BY_USE,
  'by-budget': BY_BUDGET,
  'by-outlay': BY_OUTLAY,
  'by-expense': BY_EXPENSE,
  'three-public': THREE_PUBLIC,
  'vehicles-below': VEHICLES_BELOW,
  'vehicles-beside': VEHICLES_BESIDE,
} as const satisfies Record<string, RowSum>

/** `movement`: what was there and what came in less what was spent is what is left. */
export type SumName = keyof typeof ROW_SUMS | 'movement'

/** The sums of columns among the identities of a kind. */
export function sumNames(identities: readonly { rule: string }[]): SumName[] {
  const names = identities.map((identity): SumName | undefined => {
    if (identity.rule === 'balance') return 'movement'
    const known = Object.entries(ROW_SUMS).find(([, sum]) => sum === identity)
    return known?.[0] as SumName | undefined
  })
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** What holds what, where a header prints both side by side. */
export const WITHIN: Readonly<Record<string, readonly string[]>> = {
  basic: ['personnel', 'public', 'wages', 'goods_services', 'individuals'],
  personnel: ['wages', 'individuals'],
  public: ['goods_services'],
  appropriation: ['general_budget', 'government_fund', 'state_capital', 'budget_outlay', 'non_tax'],
  general_budget: ['budget_outlay', 'non_tax'],
  special_account: ['education_fees', 'other_special_account'],
  unit_funds: [
    'institution',
    'operating_income',
    'superior_subsidy',
    'superior_department_subsidy',
    'subsidiary_remittance',
    'other',
  ],
  current_revenue: [
    'appropriation',
    'general_budget',
    'government_fund',
    'state_capital',
    'special_account',
    'unit_funds',
    'institution',
    'operating_income',
    'superior_subsidy',
    'superior_department_subsidy',
    'subsidiary_remittance',
    'other',
    'other_funds',
  ],
}
