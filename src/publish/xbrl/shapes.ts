/**
 * Dimensions and the closed hypercubes made of them. A typed dimension has no default,
 * so each set of them that a row can have is a hypercube of its own: what the row is
 * known by, whose it is, and whether its column is known by its header only.
 */
import { CODE_PATTERNS } from '../../../schemas/codes.js'
import { CODE_LABELS, KEY_LABELS, type Label } from '../../../schemas/labels.js'
import { meaningLabel } from '../../../schemas/meaning-labels.js'
import { type Named, PANEL_MEMBERS, PHASE_MEMBERS, pascal, TABLES } from './names.js'
import { STANDALONE } from './sums.js'

export interface ExplicitDimension extends Named {
  domain: Named
  members: readonly Named[]
  /** The domain itself is the default: then a context may leave the dimension out. */
  optional: boolean
}

export const EXPLICIT: readonly ExplicitDimension[] = [
  {
    name: 'TableDimension',
    zh: '表种',
    en: 'Kind of table',
    domain: { name: 'TableDomain', zh: '全部表', en: 'All tables' },
    members: TABLES,
    optional: false,
  },
  {
    name: 'PhaseDimension',
    zh: '阶段',
    en: 'Phase',
    domain: { name: 'PhaseDomain', zh: '全部阶段', en: 'All phases' },
    members: PHASE_MEMBERS,
    optional: false,
  },
  {
    name: 'PanelDimension',
    zh: '并列栏',
    en: 'List of a table with lists side by side',
    domain: { name: 'PanelDomain', zh: '不分栏', en: 'One list' },
    members: PANEL_MEMBERS,
    optional: true,
  },
  {
    name: 'AdditionDimension',
    zh: '列间加总',
    en: 'Addition of columns',
    domain: { name: 'AdditionDomain', zh: '适用列间加总', en: 'Columns add up where stated' },
    members: STANDALONE,
    optional: true,
  },
]

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

export const TYPED = {
  function: typed('function_code', CODE_PATTERNS.functional, CODE_LABELS.functional),
  department: typed(
    'department_economic_code',
    CODE_PATTERNS.department_economic,
    CODE_LABELS.department_economic,
  ),
  government: typed(
    'government_economic_code',
    CODE_PATTERNS.government_economic,
    CODE_LABELS.government_economic,
  ),
  code: typed('other_code', '[0-9A-Za-z]{1,30}', { zh: '其他编码', en: 'Other code' }),
  name: typed('name', TEXT, { zh: '无编码行的名称', en: 'Name of a row without code' }),
  unit: typed('unit_code', '[0-9A-Za-z]{2,30}', KEY_LABELS.unit_code),
  unitName: typed('unit_name', TEXT, KEY_LABELS.unit_name),
  header: typed('header', TEXT, {
    zh: '表头',
    en: 'Header path of a column of unknown meaning',
  }),
  occurrence: typed('occurrence', '[1-9][0-9]*', {
    zh: '同一键在文件中第几次出现',
    en: 'Which of the rows of one key, in the order of the document',
  }),
} as const satisfies Record<string, TypedDimension>

export type TypedKey = keyof typeof TYPED

/** What a row is known by; the most frequent first, since processors try the hypercubes in turn. */
const KEYS: readonly (Named & { keys: readonly TypedKey[] })[] = [
  { name: 'name', keys: ['name'], zh: KEY_LABELS.name.zh, en: 'names' },
  { name: 'function', keys: ['function'], zh: '功能分类', en: 'function codes' },
  {
    name: 'department',
    keys: ['department'],
    zh: '部门预算经济分类',
    en: 'department economic codes',
  },
  { name: 'total', keys: [], zh: meaningLabel('total').zh, en: 'totals' },
  {
    name: 'dual',
    keys: ['department', 'government'],
    zh: '两套经济分类',
    en: 'both economic codes',
  },
  {
    name: 'government',
    keys: ['government'],
    zh: '政府预算经济分类',
    en: 'government economic codes',
  },
  {
    name: 'function_government',
    keys: ['function', 'government'],
    zh: '功能分类和政府预算经济分类',
    en: 'function and government economic codes',
  },
  { name: 'code', keys: ['code'], zh: '其他编码', en: 'other codes' },
  {
    name: 'code_government',
    keys: ['code', 'government'],
    zh: '其他编码和政府预算经济分类',
    en: 'other and government economic codes',
  },
]

const OWNERS: readonly (Named & { keys: readonly TypedKey[] })[] = [
  { name: '', keys: [], zh: '', en: '' },
  { name: 'unit_name', keys: ['unitName'], zh: '、单位名称', en: ' by unit name' },
  { name: 'unit', keys: ['unit'], zh: '、单位编码', en: ' by unit code' },
]

export interface Cube extends Named {
  role: string
  typed: readonly TypedKey[]
  /** Only figures that no concept says: `Amount`, and those of an unstated unit, by their headers. */
  header: boolean
}

export const CUBES: readonly Cube[] = OWNERS.flatMap((owner) =>
  KEYS.flatMap((key) =>
    [false, true].map((header) => {
      const parts = [key.name, owner.name, header ? 'header' : ''].filter((part) => part !== '')
      return {
        name: `${pascal(parts.join('_'))}Cube`,
        role: `cube-${parts.join('-').replaceAll('_', '-')}`,
        typed: [
          ...key.keys,
          ...owner.keys,
          ...(header ? (['header'] as const) : []),
          'occurrence' as const,
        ],
        header,
        zh: `按${key.zh}${owner.zh}${header ? '、表头' : ''}的行`,
        en: `Rows by ${key.en}${owner.en}${header ? ', columns by header' : ''}`,
      }
    }),
  ),
)
