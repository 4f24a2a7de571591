/** What the records of performance forms are called in outputs that people read. */
import type { Label } from '../labels.js'
import type { PerformanceFunding, PerformanceRecord } from '../performance.js'

export const RECORD_LABELS: Record<PerformanceRecord['kind'], Label> = {
  project_targets: { zh: '项目绩效目标', en: 'Targets of a project' },
  department_targets: { zh: '部门整体绩效目标', en: 'Targets of a department' },
  special_fund_targets: { zh: '专项资金绩效目标', en: 'Targets of a special fund' },
  project_review: { zh: '项目绩效自评', en: 'Review of a project' },
  department_review: { zh: '部门整体绩效自评', en: 'Review of a department' },
  special_fund_review: { zh: '专项资金绩效自评', en: 'Review of a special fund' },
}

export const FUNDING_LABELS: Record<PerformanceFunding['item'], Label> = {
  total: { zh: '资金总额', en: 'Total' },
  appropriation: { zh: '财政拨款', en: 'Fiscal appropriation' },
  general_public_budget: { zh: '一般公共预算', en: 'General public budget' },
  government_fund: { zh: '政府性基金', en: 'Government funds' },
  special_account: { zh: '财政专户管理资金', en: 'Special fiscal accounts' },
  state_capital: { zh: '国有资本经营预算', en: 'State capital budget' },
  carry_over: { zh: '上年结转', en: 'Carried over' },
  own_level: { zh: '本级支出', en: 'Own level' },
  transfers_down: { zh: '补助下级', en: 'Transfers to lower levels' },
  basic: { zh: '基本支出', en: 'Basic expenditure' },
  project: { zh: '项目支出', en: 'Project expenditure' },
  other: { zh: '其他资金', en: 'Other funds' },
}

export const FUNDING_PHASE_LABELS: Record<PerformanceFunding['phase'], Label> = {
  annual: { zh: '年度', en: 'The year' },
  implementation_period: { zh: '实施期', en: 'The whole period' },
  year_start_budget: { zh: '年初预算', en: 'Budget at the start of the year' },
  full_year_budget: { zh: '全年预算', en: 'Budget of the whole year' },
  executed: { zh: '全年执行', en: 'Executed' },
}
