/** Row sums that many kinds share: a total is the sum of its parts by source, by nature, by use. */
import type { Identity } from './kind.js'

/** Where money comes from. A part that is a group (财政拨款) counts by its total. */
export const BY_SOURCE: Identity = {
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
export const BY_NATURE: Identity = {
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
export const BY_USE: Identity = { rule: 'row_sum', whole: 'total', parts: ['personnel', 'public'] }

/** The same, where basic expenditure is one column of several. */
export const BASIC_BY_USE: Identity = { ...BY_USE, whole: 'basic' }

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
