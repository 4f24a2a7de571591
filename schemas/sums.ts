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

/** What expenditure is: basic, project, and the rarer ones. */
export const BY_NATURE: Identity = {
  rule: 'row_sum',
  whole: 'total',
  parts: ['basic', 'project', 'operating', 'upward', 'subsidiary', 'carry_forward', 'contingency'],
}

/** What basic expenditure is for: persons and offices. */
export const BY_USE: Identity = { rule: 'row_sum', whole: 'total', parts: ['personnel', 'public'] }
