/**
 * What a column of amounts measures, under one name in every template: a closed list. 合计 of an
 * expenditure table is `total` whatever its header or its title's fund is called, and 基本支出 is
 * `basic` below whichever heading it stands. `src/understand/structure` derives it from the
 * header's meaning and the table's kind; null where a header is not understood.
 */
export const MEASURES = [
  'total',
  // Where the money comes from.
  'current_revenue',
  'appropriation',
  'general_public_budget',
  'government_funds',
  'state_capital',
  'special_account',
  'own_revenue',
  'institution',
  'operating_income',
  'superior_subsidy',
  'subsidiary_remittance',
  'other_revenue',
  'fund_balance',
  'carry_over',
  'debt',
  // What it is spent on.
  'current_expenditure',
  'basic',
  'personnel',
  'public',
  'project',
  'operating',
  'upward',
  'subsidiary',
  'carry_forward',
  'contingency',
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
  // Three public expenses and what stands beside them.
  'three_public',
  'abroad',
  'reception',
  'vehicles',
  'vehicle_purchase',
  'vehicle_operation',
  'conference',
  'training',
  'agency_operating',
  // Beside the budget.
  'procurement',
  'quota',
  'change',
] as const

export type Measure = (typeof MEASURES)[number]
