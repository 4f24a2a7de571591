/** The closed lists of the panel, each taken from the schema that it comes from, with its labels. */
import {
  type Check,
  checkSchema,
  issueSchema,
  KIND_REASONS,
  PANELS,
  READINGS,
  ROW_KINDS,
  RULES,
  reportSchema,
  rowSchema,
  STATUSES,
  tableSchema,
} from '../document.js'
import {
  ATTRIBUTION_LABELS,
  KIND_LABELS,
  KIND_REASON_LABELS,
  type Label,
  OUTCOME_LABELS,
  PANEL_LABELS,
  PHASE_LABELS,
  READING_LABELS,
  REPORT_LABELS,
  ROW_KIND_LABELS,
  RULE_LABELS,
  SCOPE_LABELS,
  SEVERITY_LABELS,
  STATUS_LABELS,
} from '../labels.js'
import { MEASURE_LABELS } from '../meaning-labels.js'
import { MEASURES } from '../measures.js'
import { PHASES } from '../phases.js'
import { FAILED_STATUSES } from '../run.js'
import type { AllowedValue } from './column.js'

type Labels<T extends string> = Record<T, Label | readonly [zh: string, en: string]>

/** Every value has a label: a new one without is an error of types. */
export function allowed<T extends string>(values: readonly T[], labels: Labels<T>): AllowedValue[] {
  return values.map((value) => {
    const label: Label | readonly [string, string] = labels[value]
    return 'zh' in label
      ? { value, zh: label.zh, en: label.en }
      : { value, zh: label[0], en: label[1] }
  })
}

/** Values that are their own labels. */
function plain(values: readonly string[]): AllowedValue[] {
  return values.map((value) => ({ value, zh: value, en: value }))
}

/** What is printed in a cell of amounts: a blank, a nought and a dash are three facts. */
export const VALUE_STATES = ['value', 'zero', 'dash', 'blank', 'not_an_amount'] as const
export type ValueState = (typeof VALUE_STATES)[number]

export const AMOUNT_GAPS = ['blank', 'not_an_amount', 'no_unit', 'does_not_fit'] as const
export type AmountGap = (typeof AMOUNT_GAPS)[number]

export const COLUMN_KINDS = ['whole', 'whole_and_part', 'part'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

export const FUND_TYPES = [
  'general_budget',
  'government_fund',
  'state_capital',
  'special_account',
  'unit_funds',
] as const
export type FundType = (typeof FUND_TYPES)[number]

export const DIRECTIONS = ['revenue', 'expenditure'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const AGENCY_SOURCES = ['row', 'table', 'document'] as const
export type AgencySource = (typeof AGENCY_SOURCES)[number]

export const SIDES = ['left', 'right'] as const
export const CODE_SYSTEMS = ['functional', 'department_economic', 'government_economic'] as const
export type CodeSystem = (typeof CODE_SYSTEMS)[number]

export const PREFERENCES = ['only', 'best', 'other_version', 'incomplete_key'] as const
export type Preference = (typeof PREFERENCES)[number]

/** The worst last. */
export const OUTCOMES: readonly Check['outcome'][] = [
  'not_applicable',
  'holds',
  'rounding',
  'fails',
]

export const VALUES = {
  rowKind: allowed(ROW_KINDS, ROW_KIND_LABELS),
  kindReason: allowed(KIND_REASONS, KIND_REASON_LABELS),
  measure: allowed(MEASURES, MEASURE_LABELS),
  valueState: allowed(VALUE_STATES, {
    value: ['非零数', 'A figure other than nought'],
    zero: ['印为0', 'A printed nought'],
    dash: ['印为横线', 'A printed dash, read as nought'],
    blank: ['空白', 'Nothing printed'],
    not_an_amount: ['非金额文字', 'Text that is no amount'],
  }),
  amountGap: allowed(AMOUNT_GAPS, {
    blank: ['空白', 'Nothing printed'],
    not_an_amount: ['非金额文字', 'Text that is no amount'],
    no_unit: ['表未印明金额单位', 'The table states no unit'],
    does_not_fit: ['位数超出', 'More digits than the column holds'],
  }),
  columnKind: allowed(COLUMN_KINDS, {
    whole: ['由其他列加总', 'Sum of other columns'],
    whole_and_part: [
      '由其他列加总，又为他列的组成',
      'Sum of other columns, and an addend of another',
    ],
    part: ['他列的组成', 'Addend of another column'],
  }),
  fundType: allowed(FUND_TYPES, {
    general_budget: ['一般公共预算资金', 'General public budget'],
    government_fund: ['政府性基金预算资金', 'Government-managed funds'],
    state_capital: ['国有资本经营预算资金', 'State capital budget'],
    special_account: ['财政专户管理资金', 'Special fiscal account'],
    unit_funds: ['单位资金', "Units' own funds"],
  }),
  direction: allowed(DIRECTIONS, {
    revenue: ['收入', 'Revenue'],
    expenditure: ['支出', 'Expenditure'],
  }),
  agencySource: allowed(AGENCY_SOURCES, {
    row: ['本行或其上级行', "The row, or one above it in the table's structure"],
    table: ['表头', 'The table'],
    document: ['文件', 'The document'],
  }),
  side: allowed(SIDES, { left: ['左边', 'Left'], right: ['右边', 'Right'] }),
  codeSystem: allowed(CODE_SYSTEMS, {
    functional: ['支出功能分类', 'Functional classification of expenditure'],
    department_economic: ['部门预算支出经济分类', 'Department economic classification'],
    government_economic: ['政府预算支出经济分类', 'Government economic classification'],
  }),
  preference: allowed(PREFERENCES, {
    only: ['唯一版本', 'The only document of its disclosure'],
    best: ['多个版本中优先', 'The first of several by the rule'],
    other_version: ['其他版本', 'Another version of a disclosure that has a preferred one'],
    incomplete_key: ['所属、年度或类别不明', 'Owner, year or kind not known: stands alone'],
  }),
  status: allowed(STATUSES, STATUS_LABELS),
  fileStatus: allowed([...STATUSES, ...FAILED_STATUSES], {
    ...STATUS_LABELS,
    timeout: ['超时', 'Not read within the time limit'],
    too_large: ['过大', 'Not read within the memory limit'],
    crashed: ['崩溃', 'Ended the process that read it'],
    failed: ['失败', 'Not read'],
  }),
  reportKind: allowed(reportSchema.shape.kind.unwrap().options, REPORT_LABELS),
  scope: allowed(reportSchema.shape.scope.unwrap().options, SCOPE_LABELS),
  tableKind: allowed(tableSchema.shape.kind.options, KIND_LABELS),
  panel: allowed(PANELS, PANEL_LABELS),
  phase: allowed(PHASES, PHASE_LABELS),
  unit: plain(tableSchema.shape.unit.unwrap().options),
  rowRole: allowed(rowSchema.shape.role.options, {
    total: ['合计行', 'Total'],
    subtotal: ['小计行', 'Subtotal'],
    item: ['科目行', 'Item'],
    unit: ['单位行', 'Unit'],
    blank: ['无名称行', 'Row without a name'],
  }),
  rule: allowed(RULES, RULE_LABELS),
  outcome: allowed(checkSchema.shape.outcome.options, OUTCOME_LABELS),
  reading: allowed(READINGS, READING_LABELS),
  attribution: allowed(checkSchema.shape.attribution.unwrap().options, ATTRIBUTION_LABELS),
  severity: allowed(issueSchema.shape.severity.options, SEVERITY_LABELS),
}
