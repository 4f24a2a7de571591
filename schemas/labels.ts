/** What the names of the contract are called, in both languages: for taxonomies, codebooks and the like. */
import type { Check, PANELS, Status } from './document.js'
import type { Severity } from './findings.js'
import { KIND_NAMES, KINDS, type TableKind } from './kinds.js'
import type { Phase } from './phases.js'

export interface Label {
  zh: string
  en: string
}

export const KIND_LABELS: Record<TableKind | 'unrecognized', Label> = {
  ...kindLabels(),
  unrecognized: { zh: '种类未知的表', en: 'Table of no known kind' },
}

function kindLabels(): Record<TableKind, Label> {
  const labels = KIND_NAMES.map((kind) => [kind, KINDS[kind].label] as const)
  return Object.fromEntries(labels) as Record<TableKind, Label>
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
