/** What the names of the contract are called, in both languages: for taxonomies, codebooks and the like. */
import type { VERDICTS } from './corrected.js'
import type {
  Check,
  Column,
  ColumnKey,
  KindReason,
  PANELS,
  Report,
  RowKind,
  Rule,
  Status,
} from './document.js'
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

export const REPORT_LABELS: Record<NonNullable<Report['kind']>, Label> = {
  budget: { zh: '预算', en: 'Budget' },
  final_accounts: { zh: '决算', en: 'Final accounts' },
}

export const SCOPE_LABELS: Record<NonNullable<Report['scope']>, Label> = {
  department: { zh: '部门', en: 'Department, with its units' },
  unit: { zh: '单位', en: 'A single unit' },
  government: { zh: '政府', en: "A government's own budget, not read as a department's" },
}

/** 部门预算, 单位决算; null where it is no such report. */
export function reportZh({ kind, scope }: Report): string | null {
  return kind && (scope ? SCOPE_LABELS[scope].zh : '') + REPORT_LABELS[kind].zh
}

export const TYPE_LABELS: Record<Column['type'], Label> = {
  code: { zh: '编码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  amount: { zh: '金额', en: 'Amount' },
  percent: { zh: '百分比', en: 'Percentage' },
  count: { zh: '数量', en: 'Number' },
  text: { zh: '文本', en: 'Text' },
}

/** The codes of the three classifications. */
export const CODE_LABELS = {
  functional: { zh: '支出功能分类科目编码', en: 'Function code' },
  department_economic: { zh: '部门预算支出经济分类科目编码', en: 'Department economic code' },
  government_economic: { zh: '政府预算支出经济分类科目编码', en: 'Government economic code' },
} as const satisfies Record<string, Label>

export const KEY_LABELS: Record<ColumnKey, Label> = {
  code: { zh: '科目编码', en: 'Code' },
  class: { zh: '科目编码的类', en: 'Class (类) of the code' },
  section: { zh: '科目编码的款', en: 'Section (款) of the code' },
  item: { zh: '科目编码的项', en: 'Item (项) of the code' },
  government_class: {
    zh: '政府预算支出经济分类的类',
    en: 'Class (类) of the government economic code',
  },
  government_section: {
    zh: '政府预算支出经济分类的款',
    en: 'Section (款) of the government economic code',
  },
  government_code: CODE_LABELS.government_economic,
  name: { zh: '名称', en: 'Name' },
  government_name: { zh: '政府预算支出经济分类科目名称', en: 'Government economic name' },
  unit_code: { zh: '单位编码', en: 'Unit code' },
  unit_name: { zh: '单位名称', en: 'Unit name' },
  period: { zh: '年度', en: 'Year' },
}

export const ROW_KIND_LABELS: Record<RowKind, Label> = {
  total: { zh: '合计', en: 'Total of its list' },
  subtotal: { zh: '小计', en: 'Sum of other rows' },
  leaf: { zh: '明细', en: 'Row that nothing below it makes up' },
  memo: { zh: '其中', en: 'Part or note of another row, outside the sum' },
}

/** What the kind of a row rests on; of a row without one, why it cannot be said. */
export const KIND_REASON_LABELS: Record<KindReason, Label> = {
  total_words: { zh: '行名为合计、小计', en: 'The row is called a total' },
  codes: { zh: '科目编码', en: 'Codes of the classification' },
  units: { zh: '单位', en: 'Rows of units' },
  arithmetic: { zh: '各列加总', en: 'The figures of its columns add up' },
  printed_total: { zh: '印出的合计', en: 'The printed total decides' },
  nothing_below: { zh: '其下无行', en: 'No row stands below it' },
  among_which: { zh: '印作“其中”', en: 'The row is called a part of another' },
  blank: { zh: '行无名称', en: 'Nothing is printed beside the figures' },
  form: { zh: '表单，不按行读取', en: 'A form, not read as rows' },
  no_total: { zh: '无合计可证', en: 'No printed total bears a reading out' },
  contradicted: { zh: '与合计不合', en: 'The printed total denies every reading' },
}

export const SEVERITY_LABELS: Record<Severity, Label> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '提示', en: 'Information' },
}

/** What a person says of a finding. */
export const VERDICT_LABELS: Record<(typeof VERDICTS)[number], Label> = {
  as_published: { zh: '公开文本如此', en: 'So it is published' },
  not_a_fault: { zh: '不是问题', en: 'Nothing is wrong' },
}

/** What the outputs head their columns with, where several have the same one. */
export const FIELD_LABELS = {
  rule: { zh: '类别', en: 'Rule' },
  identity: { zh: '关系式', en: 'Identity' },
  difference: { zh: '差额', en: 'Difference' },
  tolerance: { zh: '容差', en: 'Tolerance' },
  outcome: { zh: '结果', en: 'Outcome' },
  reading: { zh: '依据', en: 'Reading' },
  attribution: { zh: '归因', en: 'Whose' },
  severity: { zh: '程度', en: 'Severity' },
  issueCode: { zh: '问题代码', en: 'Code' },
  message: { zh: '说明', en: 'Message' },
  leftover: { zh: '未入格文字', en: 'Text left over' },
} as const satisfies Record<string, Label>

/** What kind of law a check is of; what it says of its figures is in `identity.ts`. */
export const RULE_LABELS: Record<Rule, Label> = {
  rollup: { zh: '上下级', en: 'Rows and the rows below them' },
  row_sum: { zh: '行内各列', en: 'Columns of a row' },
  panels_balance: { zh: '并列各栏', en: 'Lists side by side' },
  row_names: { zh: '列名各行', en: 'Named rows of a list' },
  list_sum: { zh: '栏内各行', en: 'Sums within a list' },
  leaves: { zh: '明细与合计', en: 'Leaves and totals' },
  balance: { zh: '收支结余', en: 'Opening, revenue, expenditure, closing' },
  equals_table: { zh: '两表之间', en: 'Two tables' },
  sum_of_tables: { zh: '多表之间', en: 'A table and several others' },
  prose: { zh: '文字与表', en: 'The narrative and the tables' },
  ratio: { zh: '文字的比率', en: 'Rates and shares of the narrative' },
  form: { zh: '绩效表内', en: 'Within a performance form' },
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

/** What a check rests on where it is not the plain reading, or why it proves nothing. */
export const READING_LABELS: Record<NonNullable<Check['reading']>, Label> = {
  carry_over: { zh: '差额即结转结余', en: 'the difference is what is carried over' },
  other_total: { zh: '按另一合计核对', en: 'held against the other total' },
  uncoded_rows: { zh: '计入无编码的行', en: 'rows without a code counted in' },
  details: { zh: '无编码的行只作说明，不计', en: 'rows without a code only explain' },
  beside: { zh: '按同级行核对', en: 'rows below read as beside' },
  other_block: { zh: '计入另一栏内同编码的行', en: 'rows of its code in another block counted in' },
  repeated_row: {
    zh: '跨页重印的行只计一次',
    en: 'a row printed again on the next page counted once',
  },
  nested_rows: { zh: '汇总行不重复计', en: 'rows that sum others not counted twice' },
  block: { zh: '按本栏各行核对', en: 'by the rows of its block' },
  units: { zh: '按各单位核对', en: 'by the units' },
  unknown_column: { zh: '同行另有含义未识别的金额', en: 'an amount beside it is not understood' },
  most_rows_differ: {
    zh: '多数行不符，栏目含义存疑',
    en: 'most rows differ: the columns are in doubt',
  },
  order_unproven: { zh: '各行层次未能证实', en: 'which rows it sums is not proven' },
  empty_table: { zh: '另一表为空表', en: 'the other table is empty' },
}
