/** What the names of the contract are called, in both languages: for taxonomies, codebooks and the like. */
import type { Check, PANELS, Status } from './document.js'
import type { Severity } from './findings.js'
import type { TableKind } from './kinds.js'
import type { Phase } from './phases.js'

export interface Label {
  zh: string
  en: string
}

export const KIND_LABELS: Record<TableKind | 'unrecognized', Label> = {
  revenue_expenditure_summary: { zh: '收支总表', en: 'Revenue and expenditure' },
  revenue_summary: { zh: '收入总表', en: 'Revenue' },
  expenditure_summary: { zh: '支出总表', en: 'Expenditure' },
  appropriation_summary: { zh: '财政拨款收支总表', en: 'Appropriation, revenue and expenditure' },
  general_budget_expenditure: {
    zh: '一般公共预算支出表',
    en: 'Expenditure of the general public budget',
  },
  basic_expenditure_department_economic: {
    zh: '一般公共预算基本支出表（部门预算经济分类）',
    en: 'Basic expenditure by department economic code',
  },
  basic_expenditure_government_economic: {
    zh: '一般公共预算基本支出表（政府预算经济分类）',
    en: 'Basic expenditure by government economic code',
  },
  basic_expenditure_dual_economic: {
    zh: '一般公共预算基本支出表（两套经济分类对照）',
    en: 'Basic expenditure by both economic codes',
  },
  government_fund_expenditure: {
    zh: '政府性基金预算支出表',
    en: 'Expenditure of government funds',
  },
  state_capital_expenditure: {
    zh: '国有资本经营预算支出表',
    en: 'Expenditure of the state capital budget',
  },
  three_public_expenses: { zh: '“三公”经费支出表', en: 'The three public expenses' },
  appropriation_expenditure: { zh: '财政拨款支出表', en: 'Expenditure of appropriation' },
  appropriation_basic_expenditure: {
    zh: '财政拨款基本支出表',
    en: 'Basic expenditure of appropriation',
  },
  agency_operating_expenses: { zh: '机关运行经费表', en: 'Operating expenses of agencies' },
  general_budget_expenditure_economic: {
    zh: '一般公共预算支出表（经济分类）',
    en: 'Expenditure of the general public budget by economic code',
  },
  project_expenditure_economic: {
    zh: '项目支出表（经济分类）',
    en: 'Project expenditure by economic code',
  },
  basic_expenditure_all_funds: { zh: '基本支出表（全部资金）', en: 'Basic expenditure, all funds' },
  basic_expenditure_functional: {
    zh: '基本支出表（功能分类）',
    en: 'Basic expenditure by function',
  },
  project_expenditure: { zh: '项目支出表', en: 'Project expenditure' },
  government_procurement: { zh: '政府采购表', en: 'Government procurement' },
  government_fund_summary: {
    zh: '政府性基金收支表',
    en: 'Government funds, revenue and expenditure',
  },
  carryover_expenditure: { zh: '上年结转支出表', en: 'Expenditure carried over' },
  project_performance_targets: { zh: '项目绩效目标表', en: 'Performance targets of a project' },
  department_performance_targets: {
    zh: '部门整体绩效目标表',
    en: 'Performance targets of the department',
  },
  special_fund_performance_targets: {
    zh: '专项资金绩效目标表',
    en: 'Performance targets of a special fund',
  },
  project_performance_review: { zh: '项目绩效自评表', en: 'Performance review of a project' },
  department_performance_review: {
    zh: '部门整体绩效自评表',
    en: 'Performance review of the department',
  },
  special_fund_performance_review: {
    zh: '专项资金绩效自评表',
    en: 'Performance review of a special fund',
  },
  unrecognized: { zh: '种类未知的表', en: 'Table of no known kind' },
}

export const PHASE_LABELS: Record<Phase, Label> = {
  budget: { zh: '本年预算', en: "This year's budget" },
  executed: { zh: '本年决算（执行）', en: 'This year, executed' },
  previous_year_budget: { zh: '上年预算', en: "Last year's budget" },
  previous_year_executed: { zh: '上年决算（执行）', en: 'Last year, executed' },
  previous_year: {
    zh: '上年数（未印明预算或决算）',
    en: 'Last year, budget or executed not stated',
  },
  unstated: { zh: '未印明阶段', en: 'Phase not stated' },
}

export const PANEL_LABELS: Record<(typeof PANELS)[number], Label> = {
  revenue: { zh: '收入栏', en: 'Revenue side' },
  expenditure: { zh: '支出栏', en: 'Expenditure side' },
  expenditure_by_nature: { zh: '支出栏（按支出性质）', en: 'Expenditure by nature' },
  expenditure_by_function: { zh: '支出栏（按功能分类）', en: 'Expenditure by function' },
  expenditure_by_department_economic: {
    zh: '支出栏（按部门预算经济分类）',
    en: 'Expenditure by department economic code',
  },
  expenditure_by_government_economic: {
    zh: '支出栏（按政府预算经济分类）',
    en: 'Expenditure by government economic code',
  },
}

export const STATUS_LABELS: Record<Status, Label> = {
  ok: { zh: '正常', en: 'Read, nothing in doubt' },
  review: { zh: '待复核', en: 'Read, something to look at' },
  no_tables: { zh: '没有预算表', en: 'No budget tables' },
  image_only: { zh: '只有图像，没有文字层', en: 'Pictures only, no text' },
  not_pdf: { zh: '不是 PDF', en: 'Not a PDF' },
  encrypted: { zh: '已加密', en: 'Encrypted' },
  damaged: { zh: '已损坏', en: 'Damaged' },
}

export const SEVERITY_LABELS: Record<Severity, Label> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '提示', en: 'Information' },
}

export const OUTCOME_LABELS: Record<Check['outcome'], Label> = {
  holds: { zh: '相符', en: 'Holds' },
  rounding: { zh: '尾差', en: 'Differs by rounding' },
  fails: { zh: '不符', en: 'Fails' },
  not_applicable: { zh: '不适用', en: 'Not applicable' },
}

export const ATTRIBUTION_LABELS: Record<NonNullable<Check['attribution']>, Label> = {
  publication: { zh: '公开文本如此', en: 'as published' },
  extraction: { zh: '可能读错', en: 'perhaps misread' },
  unclear: { zh: '原因不明', en: 'unclear whose' },
}
