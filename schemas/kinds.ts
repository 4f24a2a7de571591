// biome-ignore-all format: a table, a kind on each line
/** The table kinds, as `extractors/` describe them. Written by `npm run kinds`: change the kind's own file. */
export const KINDS = {
  revenue_expenditure_summary: { label: { zh: '收支总表', en: 'Revenue and expenditure' }, direction: null, family: null, form: null, otherCodes: null, views: ['both_sides'], total: 'all', sums: [] },
  revenue_summary: { label: { zh: '收入总表', en: 'Revenue' }, direction: 'revenue', family: null, form: null, otherCodes: null, views: ['all_revenue'], total: 'all', sums: ['by-source', 'by-outlay'] },
  expenditure_summary: { label: { zh: '支出总表', en: 'Expenditure' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: ['expenditure', 'total', 'all_expenditure'], total: 'all', sums: ['by-nature', 'basic-by-use'] },
  appropriation_summary: { label: { zh: '财政拨款收支总表', en: 'Appropriation, revenue and expenditure' }, direction: null, family: null, form: null, otherCodes: null, views: [], total: 'appropriation', sums: ['by-budget'] },
  general_budget_expenditure: { label: { zh: '一般公共预算支出表', en: 'Expenditure of the general public budget' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: ['expenditure', 'total'], total: 'general_budget', sums: ['by-nature', 'basic-by-use', 'movement'] },
  basic_expenditure_department_economic: { label: { zh: '一般公共预算基本支出表（部门预算经济分类）', en: 'Basic expenditure by department economic code' }, direction: 'expenditure', family: 'basic_expenditure', form: null, otherCodes: null, views: ['personnel'], total: 'general_budget_basic', sums: ['by-use'] },
  basic_expenditure_government_economic: { label: { zh: '一般公共预算基本支出表（政府预算经济分类）', en: 'Basic expenditure by government economic code' }, direction: 'expenditure', family: 'basic_expenditure', form: null, otherCodes: null, views: [], total: 'general_budget_basic', sums: ['by-use'] },
  basic_expenditure_dual_economic: { label: { zh: '一般公共预算基本支出表（两套经济分类对照）', en: 'Basic expenditure by both economic codes' }, direction: 'expenditure', family: 'basic_expenditure', form: null, otherCodes: null, views: ['personnel'], total: 'general_budget_basic', sums: ['by-use'] },
  government_fund_expenditure: { label: { zh: '政府性基金预算支出表', en: 'Expenditure of government funds' }, direction: 'expenditure', family: 'government_fund', form: null, otherCodes: null, views: ['total'], total: 'government_funds', sums: ['by-nature', 'basic-by-use', 'movement'] },
  state_capital_expenditure: { label: { zh: '国有资本经营预算支出表', en: 'Expenditure of the state capital budget' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: ['total'], total: 'state_capital', sums: ['by-nature', 'basic-by-use', 'movement'] },
  three_public_expenses: { label: { zh: '“三公”经费支出表', en: 'The three public expenses' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: ['three_public'], total: 'public_expenses', sums: ['by-expense', 'three-public', 'vehicles-below', 'vehicles-beside'] },
  appropriation_expenditure: { label: { zh: '财政拨款支出表', en: 'Expenditure of appropriation' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: [], total: 'appropriation', sums: ['by-nature', 'basic-by-use'] },
  appropriation_basic_expenditure: { label: { zh: '财政拨款基本支出表', en: 'Basic expenditure of appropriation' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: [], total: 'appropriation_basic', sums: ['by-use'] },
  agency_operating_expenses: { label: { zh: '机关运行经费表', en: 'Operating expenses of agencies' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: [], total: 'agency_operating', sums: [] },
  general_budget_expenditure_economic: { label: { zh: '一般公共预算支出表（经济分类）', en: 'Expenditure of the general public budget by economic code' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: [], total: 'general_budget', sums: ['by-nature'] },
  project_expenditure_economic: { label: { zh: '项目支出表（经济分类）', en: 'Project expenditure by economic code' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: [], total: 'project', sums: [] },
  basic_expenditure_all_funds: { label: { zh: '基本支出表（全部资金）', en: 'Basic expenditure, all funds' }, direction: 'expenditure', family: 'basic_expenditure', form: null, otherCodes: null, views: [], total: 'basic', sums: ['by-source'] },
  basic_expenditure_functional: { label: { zh: '基本支出表（功能分类）', en: 'Basic expenditure by function' }, direction: 'expenditure', family: 'basic_expenditure', form: null, otherCodes: null, views: [], total: 'basic', sums: ['by-use'] },
  project_expenditure: { label: { zh: '项目支出表', en: 'Project expenditure' }, direction: 'expenditure', family: null, form: null, otherCodes: 'project', views: [], total: 'project', sums: ['by-source'] },
  government_procurement: { label: { zh: '政府采购表', en: 'Government procurement' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: ['procurement'], total: 'procurement', sums: ['by-source'] },
  government_fund_summary: { label: { zh: '政府性基金收支表', en: 'Government funds, revenue and expenditure' }, direction: null, family: 'government_fund', form: null, otherCodes: null, views: [], total: 'government_funds', sums: ['by-nature', 'movement'] },
  carryover_expenditure: { label: { zh: '上年结转支出表', en: 'Expenditure carried over' }, direction: 'expenditure', family: null, form: null, otherCodes: null, views: [], total: 'carry_over', sums: ['by-nature'] },
  project_performance_targets: { label: { zh: '项目绩效目标表', en: 'Performance targets of a project' }, direction: null, family: null, form: 'project_targets', otherCodes: null, views: [], total: 'all', sums: [] },
  department_performance_targets: { label: { zh: '部门整体绩效目标表', en: 'Performance targets of the department' }, direction: null, family: null, form: 'department_targets', otherCodes: null, views: [], total: 'all', sums: [] },
  special_fund_performance_targets: { label: { zh: '专项资金绩效目标表', en: 'Performance targets of a special fund' }, direction: null, family: null, form: 'special_fund_targets', otherCodes: null, views: [], total: 'all', sums: [] },
  project_performance_review: { label: { zh: '项目绩效自评表', en: 'Performance review of a project' }, direction: null, family: null, form: 'project_review', otherCodes: null, views: [], total: 'all', sums: [] },
  department_performance_review: { label: { zh: '部门整体绩效自评表', en: 'Performance review of the department' }, direction: null, family: null, form: 'department_review', otherCodes: null, views: [], total: 'all', sums: [] },
  special_fund_performance_review: { label: { zh: '专项资金绩效自评表', en: 'Performance review of a special fund' }, direction: null, family: null, form: 'special_fund_review', otherCodes: null, views: [], total: 'all', sums: [] },
} as const

/** What a table can be: each is explained in its file of extractors/. */
export type TableKind = keyof typeof KINDS

/** In the order of a disclosure. */
export const KIND_NAMES = Object.keys(KINDS) as readonly TableKind[]
