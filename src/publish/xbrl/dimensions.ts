/**
 * What tells a figure from another beside its concept, its period and its unit. Explicit dimensions have members that
 * the taxonomy names; typed ones hold what a document prints.
 */
import { CODE_PATTERNS } from '../../../schemas/codes.js'
import { FUNDING_LABELS, FUNDING_PHASE_LABELS } from '../../../schemas/forms/labels.js'
import { CODE_LABELS, KEY_LABELS, type Label } from '../../../schemas/labels.js'
import { FACT_FUND_LABELS, SUBJECT_LABELS } from '../../../schemas/prose/labels.js'
import { CODE_MEMBERS, type System } from './members.js'
import {
  type Named,
  PANEL_MEMBERS,
  PHASE_MEMBERS,
  pascal,
  SOURCES,
  sourceLabel,
  sourceMember,
} from './names.js'

export interface ExplicitDimension extends Named {
  domain: Named
  members: readonly Named[]
  /** The domain itself is the default: then a context may leave the dimension out. */
  optional: boolean
}

const domainOf = (name: string, zh: string, en: string): Named => ({
  name: `${name}Domain`,
  zh,
  en,
})

function explicit(
  key: string,
  label: Label,
  domain: Label,
  members: readonly Named[],
  optional = true,
): ExplicitDimension {
  const own = domainOf(key, domain.zh, domain.en)
  return { name: `${key}Dimension`, ...label, domain: own, members, optional }
}

const codes = (system: System) => CODE_MEMBERS.filter((member) => member.system === system)
const labelled = (names: Record<string, Label>, end: string): Named[] =>
  Object.entries(names).map(([key, label]) => ({ name: `${pascal(key)}${end}`, ...label }))

const NONE: Label = { zh: '无', en: 'None' }

export const EXPLICIT = {
  source: explicit(
    'Table',
    { zh: '所在表', en: 'Table' },
    { zh: '全部表', en: 'All tables' },
    SOURCES.map((source) => ({ name: sourceMember(source), ...sourceLabel(source) })),
    false,
  ),
  phase: explicit(
    'Phase',
    { zh: '阶段', en: 'Phase' },
    { zh: '未印明预算或决算', en: 'Budget or executed not stated' },
    PHASE_MEMBERS,
  ),
  panel: explicit(
    'Panel',
    { zh: '并列栏', en: 'List of a table with lists side by side' },
    { zh: '不分栏', en: 'One list' },
    PANEL_MEMBERS,
  ),
  functional: explicit(
    'Function',
    { zh: '支出功能分类', en: 'Function' },
    NONE,
    codes('functional'),
  ),
  department_economic: explicit(
    'DepartmentEconomic',
    { zh: '部门预算支出经济分类', en: 'Department economic classification' },
    NONE,
    codes('department_economic'),
  ),
  government_economic: explicit(
    'GovernmentEconomic',
    { zh: '政府预算支出经济分类', en: 'Government economic classification' },
    NONE,
    codes('government_economic'),
  ),
  subject: explicit(
    'Subject',
    { zh: '文字所述', en: 'What a sentence speaks of' },
    NONE,
    labelled(SUBJECT_LABELS, 'Subject'),
    false,
  ),
  fund: explicit(
    'Fund',
    { zh: '资金', en: 'Fund' },
    { zh: '未限定资金', en: 'No fund in particular' },
    labelled(FACT_FUND_LABELS, 'Fund'),
  ),
  fundingItem: explicit(
    'FundingItem',
    { zh: '绩效表的资金构成', en: 'Item of a performance form’s money' },
    NONE,
    labelled(FUNDING_LABELS, 'FundingItem'),
  ),
  fundingPhase: explicit(
    'FundingPhase',
    { zh: '绩效表的资金口径', en: 'What a performance form’s money is of' },
    NONE,
    labelled(FUNDING_PHASE_LABELS, 'FundingPhase'),
  ),
} as const satisfies Record<string, ExplicitDimension>

export type ExplicitKey = keyof typeof EXPLICIT

export interface TypedDimension extends Named {
  /** The element of a typed member, its text matching the pattern whole. */
  element: string
  pattern: string
}

/** No blanks at either end, no line breaks: what whitespace collapsing leaves as it is. */
const TEXT = '\\S+( \\S+)*'

const typed = (key: string, pattern: string, label: Label): TypedDimension => ({
  name: `${pascal(key)}Dimension`,
  element: key.replace(/_./g, (c) => c[1].toUpperCase()),
  pattern,
  ...label,
})

const unlisted = ({ zh, en }: Label): Label => ({
  zh: `${zh}（表外）`,
  en: `${en} that the lists lack`,
})

export const TYPED = {
  functional: typed('function_code', CODE_PATTERNS.functional, unlisted(CODE_LABELS.functional)),
  department_economic: typed(
    'department_economic_code',
    CODE_PATTERNS.department_economic,
    unlisted(CODE_LABELS.department_economic),
  ),
  government_economic: typed(
    'government_economic_code',
    CODE_PATTERNS.government_economic,
    unlisted(CODE_LABELS.government_economic),
  ),
  code: typed('other_code', '[0-9A-Za-z]{1,30}', { zh: '其他编码', en: 'Other code' }),
  name: typed('name', TEXT, { zh: '无编码行的名称', en: 'Name of a row without code' }),
  above: typed('above', TEXT, { zh: '上级各行', en: 'Rows that it stands below' }),
  unit: typed('unit_code', '[0-9A-Za-z]{2,30}', KEY_LABELS.unit_code),
  unitName: typed('unit_name', TEXT, KEY_LABELS.unit_name),
  owner: typed('table_owner', TEXT, {
    zh: '表的编制单位',
    en: 'Owner of the table, where another',
  }),
  procurementItem: typed('procurement_item', TEXT, { zh: '采购品目', en: 'What is procured' }),
  procurementForm: typed('procurement_form', TEXT, {
    zh: '采购组织形式',
    en: 'How it is procured',
  }),
  specialFund: typed('special_fund', TEXT, { zh: '专项名称', en: 'Special fund' }),
  economicItem: typed('economic_item', TEXT, { zh: '经济科目', en: 'Economic item as printed' }),
  project: typed('project', TEXT, { zh: '项目', en: 'Project' }),
  projectCode: typed('project_code', TEXT, { zh: '项目编码', en: 'Project code' }),
  projectClass: typed('project_class', TEXT, { zh: '项目类别', en: 'Class of projects' }),
  header: typed('header', TEXT, { zh: '表头', en: 'Header path of a column of unknown meaning' }),
  qualifier: typed('qualifier', TEXT, {
    zh: '文字的限定',
    en: 'What the subject is of, as printed',
  }),
  counted: typed('counted_in', TEXT, { zh: '计量单位', en: 'What is counted' }),
  fundingLabel: typed('funding_label', TEXT, { zh: '资金名称', en: 'Money as the form calls it' }),
  cell: typed('cell', TEXT, { zh: '单元格', en: 'Cell, as the JSON names it' }),
  occurrence: typed('occurrence', '[1-9][0-9]*', {
    zh: '同一键在文件中第几次出现',
    en: 'Which of those that nothing printed tells apart',
  }),
} as const satisfies Record<string, TypedDimension>

export type TypedKey = keyof typeof TYPED

/** Members by dimension; what has a default is left out where it holds. */
export type Members = Partial<Record<ExplicitKey, string>>
export type TypedMembers = Partial<Record<TypedKey, string>>
