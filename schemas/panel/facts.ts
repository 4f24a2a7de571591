/** `facts`: one row per cell of a column of amounts. Who, what, when and how sure; then where it is printed. */
import { CODE_PATTERNS } from '../codes.js'
import { column, type PanelColumn, type PanelTable, reference } from './column.js'
import { collection, documentId, fiscalYear, KEY } from './documents.js'
import { boxColumns, tableId, tableKind } from './tables.js'
import { VALUES } from './values.js'

const NOT_SUCH_A_ROW = 'The row has no such code'

const KEYS: PanelColumn[] = [
  column('fact_id', 'text', ['数据标识', 'Fact'], {
    description:
      'Names a cell by content: a hash of the document, its table, row (codes, names, the row above, and which of those alike) and column (header, meaning, and which of those alike). Adding documents changes none.',
    pattern: KEY,
    source: 'Derived',
    fiscalType: 'budget-line-id',
  }),
  documentId,
  tableId,
]

const WHEN: PanelColumn[] = [
  fiscalYear,
  column('figure_year', 'integer', ['数据年度', 'Year of the figure'], {
    description:
      'The year that the figure is of: as the row or the header prints it, else the year before fiscal_year for last year’s.',
    missing: 'The year is not known, or the figure is a change between years',
    source: 'tables[].rows[].name; tables[].columns[].year',
  }),
  column('phase', 'text', ['阶段', 'Phase'], {
    description:
      'Budgeted or executed, this year or last: by a year that the row names, else by the header, else by the document. A change between years is of no phase.',
    values: VALUES.phase,
    source: 'tables[].rows[].name; tables[].columns[].phase',
    fiscalType: 'phase:id',
  }),
]

const WHO: PanelColumn[] = [
  column('mof_div_code', 'text', ['财政区划代码', 'Code of the fiscal division'], {
    description: 'Of the Ministry of Finance’s list. Documents do not print it.',
    pattern: '[0-9]{6,9}',
    missing: 'Always: kemu/document@1 has no such statement of a document, and none is made up',
    source: 'None',
    fiscalType: 'geo-source:generic:code',
  }),
  column('mof_div_name', 'text', ['财政区划名称', 'Name of the fiscal division'], {
    description: 'Of the Ministry of Finance’s list. Documents do not print it; see collection.',
    missing: 'Always: kemu/document@1 has no such statement of a document, and none is made up',
    source: 'None',
    fiscalType: 'geo-source:generic:title',
  }),
  collection,
  column('agency_code', 'text', ['单位代码', 'Code of the unit'], {
    description: 'Of the unit that the row belongs to, as printed, zeros in front kept.',
    missing: 'The table prints none for the row',
    source: 'tables[].rows[].unitCode, of the row or of one above it',
    fiscalType: 'administrative-classification:generic:code',
  }),
  column('agency_name', 'text', ['单位名称', 'Name of the unit'], {
    description:
      'Whose figure it is, as printed: the unit of the row, else the owner of the table, else of the document.',
    missing: 'None is printed, or the row has a unit’s code without its name',
    source: 'tables[].rows[].unitName, name; tables[].owner; report.department',
    fiscalType: 'administrative-classification:generic:label',
  }),
  column('agency_source', 'text', ['单位来源', 'What says the unit'], {
    description: 'What names the unit.',
    values: VALUES.agencySource,
    missing: 'Nothing does',
    source: 'Derived',
  }),
]

const classification = (
  stem: string,
  zh: string,
  en: string,
  pattern: string,
  fiscalType: string | null,
): PanelColumn[] => [
  column(`${stem}_code`, 'text', [`${zh}编码`, `${en} code`], {
    description: 'All its digits, also where the table prints a level’s own only.',
    pattern,
    missing: NOT_SUCH_A_ROW,
    source: 'tables[].rows[].code, governmentCode, by the first digit',
    fiscalType: fiscalType && `${fiscalType}:code`,
  }),
  column(`${stem}_name`, 'text', [`${zh}名称`, `${en} name`], {
    description: 'As printed, ordinals left out.',
    missing: `${NOT_SUCH_A_ROW}, or its name is not printed or not known to be this code’s`,
    source: 'tables[].rows[].name',
    fiscalType: fiscalType && `${fiscalType}:label`,
  }),
]

const WHAT: PanelColumn[] = [
  tableKind,
  column('panel', 'text', ['并列栏', 'List'], {
    description: 'Which of the lists of a table with lists side by side.',
    values: VALUES.panel,
    missing: 'The table has one list',
    source: 'tables[].rows[].panel',
  }),
  column('direction', 'text', ['收支', 'Revenue or expenditure'], {
    description: 'By the list, else by the kind of the table.',
    values: VALUES.direction,
    missing: 'Neither says it',
    source: 'tables[].rows[].panel, tables[].kind',
    fiscalType: 'direction',
  }),
  ...classification(
    'exp_func',
    '支出功能分类科目',
    'Function',
    CODE_PATTERNS.functional,
    'functional-classification:generic',
  ),
  ...classification(
    'dep_bgt_eco',
    '部门预算支出经济分类科目',
    'Department economic',
    CODE_PATTERNS.department_economic,
    'economic-classification:generic',
  ),
  // The taxonomy has one classification of its own choosing by economics: the department's has it.
  ...classification(
    'gov_bgt_eco',
    '政府预算支出经济分类科目',
    'Government economic',
    CODE_PATTERNS.government_economic,
    null,
  ),
  column('other_code', 'text', ['其他编码', 'Other code'], {
    description: 'A code of a row that is of none of the three classifications.',
    missing: NOT_SUCH_A_ROW,
    source: 'tables[].rows[].code',
  }),
  column('fund_type_code', 'text', ['资金性质', 'Type of funds'], {
    description:
      'By the meaning of the column, else the title of the table, where one of them names one fund. Names of ours: documents do not print the Ministry’s codes.',
    values: VALUES.fundType,
    missing: 'Neither says it, or they say several',
    source: 'tables[].columns[].meaning, tables[].title',
    fiscalType: 'fin-source:generic:code',
  }),
  column('pro_code', 'text', ['项目代码', 'Project code'], {
    description: 'Of a row of a table of projects.',
    missing: 'The table is none of projects, or prints no such code',
    source: 'tables[].rows[].code',
    fiscalType: 'activity:generic:project:code',
  }),
]

const ROW: PanelColumn[] = [
  column('row_name', 'text', ['行名称', 'Name of the row'], {
    description:
      'As printed, wrapped lines joined, ordinals left out; empty where none is printed.',
    source: 'tables[].rows[].name',
  }),
  column('row_label', 'text', ['行标签', 'Label of the row'], {
    description: 'As printed.',
    source: 'tables[].rows[].label',
  }),
  column('row_level', 'integer', ['行级次', 'Level of the row'], {
    description: '0 a total, 1 类, 2 款, 3 项; in lists without codes, how deep it stands.',
    source: 'tables[].rows[].level',
  }),
  column('row_role', 'text', ['行角色', 'Role of the row'], {
    description: 'What the document says the row is.',
    values: VALUES.rowRole,
    source: 'tables[].rows[].role',
  }),
  column('row_kind', 'text', ['行类别', 'Kind of row'], {
    description: 'What the row is to the sums of its list.',
    values: VALUES.rowKind,
    missing: 'It cannot be said (see leaf_reason)',
    source: 'tables[].rows[].kind',
  }),
  column('is_leaf', 'boolean', ['是否明细', 'Leaf'], {
    description:
      'Whether the figure counts in a sum of rows: within a table, list and column the leaves sum to the printed total, or a check says that they do not.',
    missing: 'It cannot be said (see leaf_reason)',
    source: 'Derived: row_kind is leaf, or a total that is all its list has',
  }),
  column('leaf_reason', 'text', ['行类别的依据', 'What the kind of row rests on'], {
    description: 'What bears row_kind out; where row_kind is missing, why it cannot be said.',
    values: VALUES.kindReason,
    source: 'tables[].rows[].kindReason',
  }),
]

const COLUMN: PanelColumn[] = [
  column('measure', 'text', ['计量', 'Measure'], {
    description:
      'What the column measures, under one name in every template; a point divides the first by the second.',
    values: VALUES.measure,
    missing: 'A word of the header is unknown: see header',
    source: 'tables[].columns[].measure',
  }),
  column('column_meaning', 'text', ['列含义', 'Meaning of the column'], {
    description: 'What the words of the header mean, outermost first, separated by points.',
    pattern: '[a-z_]+(\\.[a-z_]+)*',
    missing: 'A word of the header is unknown: see header',
    source: 'tables[].columns[].meaning',
  }),
  column('header', 'text', ['表头', 'Header'], {
    description: 'The header as printed, outermost first, separated by /.',
    source: 'tables[].columns[].path',
  }),
  column('column_kind', 'text', ['列类别', 'Kind of column'], {
    description:
      'What the column is to sums of columns, by the checks of the table: columns that are whole repeat the money of their parts.',
    values: VALUES.columnKind,
    missing: 'No check of the table says it',
    source: 'Derived from tables[].checks',
  }),
]

const AMOUNT: PanelColumn[] = [
  column('amount', 'decimal', ['金额', 'Amount'], {
    description: 'In 元, exactly what is printed; a dash is 0.',
    missing: 'See amount_gap',
    source: 'tables[].rows[].cells[].value and tables[].unit',
    fiscalType: 'value',
  }),
  column('amount_gap', 'text', ['无金额的原因', 'Why there is no amount'], {
    description: 'Why amount is missing.',
    values: VALUES.amountGap,
    missing: 'amount is not missing',
    source: 'Derived',
  }),
  column('amount_exact', 'text', ['完整金额', 'Amount that does not fit'], {
    description: 'The amount in 元 with all its digits, where the column amount cannot hold them.',
    pattern: '-?[0-9]+(\\.[0-9]+)?',
    missing: 'amount holds it, or there is none',
    source: 'tables[].rows[].cells[].value and tables[].unit',
  }),
  column('value_state', 'text', ['印刷状态', 'What is printed'], {
    description: 'A figure, 0, a dash, nothing, or something that is no amount.',
    values: VALUES.valueState,
    source: 'tables[].rows[].cells[].text, value',
  }),
  column('amount_text', 'text', ['原文', 'As printed'], {
    description: 'The cell as printed; empty where nothing is.',
    source: 'tables[].rows[].cells[].text',
  }),
  column('unit', 'text', ['金额单位', 'Unit of amounts'], {
    description:
      'What the figure is printed in: the unit of its row or column, where they say one, else of its table.',
    values: VALUES.unit,
    missing: 'Nothing states one: then it has no amount in 元',
    source: 'tables[].rows[].unit, tables[].columns[].unit, tables[].unit',
  }),
  column('check_outcome', 'text', ['勾稽结果', 'Outcome of checks'], {
    description: 'The worst outcome of the checks that touch it.',
    values: VALUES.outcome,
    missing: 'No check touches it',
    source: 'Derived from checks',
  }),
]

const NOT_CORRECTED = 'Nothing of it was put right by a person'
const CORRECTED = 'tables[].rows[].cells[], rows[], columns[] and tables[]: corrected'

/** Of the cell, the code of its row, the meaning of its column, the kind and the owner of its table. */
const BY_PEOPLE: PanelColumn[] = [
  column('corrected_from', 'text', ['更正前所读', 'Read before corrections'], {
    description:
      'What was read where a person has put something right, as `cell: 1.00; code: 2010302`: of the cell, the code of the row, the meaning of the column, the kind and the owner of the table.',
    missing: NOT_CORRECTED,
    source: CORRECTED,
  }),
  column('corrected_by', 'text', ['更正人', 'Corrected by'], {
    description: 'Who answers for it, in the order of corrected_from, each once.',
    missing: NOT_CORRECTED,
    source: CORRECTED,
  }),
  column('corrected_why', 'text', ['更正理由', 'Why corrected'], {
    description: 'Why, in the order of corrected_from, each once.',
    missing: NOT_CORRECTED,
    source: CORRECTED,
  }),
]

const WHERE: PanelColumn[] = [
  column('page', 'integer', ['页', 'Page'], {
    description: 'The page of the PDF, from 1.',
    unit: 'page',
    source: 'tables[].rows[].cells[].page',
  }),
  column('printed_page', 'text', ['印刷页码', 'Printed page number'], {
    description:
      'The number that the page prints of itself, at its head or foot: what a reader cites.',
    missing: 'The page prints none, or one that no other page nearby counts on with',
    source: 'source.printedPages',
  }),
  ...boxColumns('tables[].rows[].cells[].bbox'),
  column('json_row', 'text', ['文件内行号', 'Row in the document'], {
    description: 'The id of the row in the JSON.',
    source: 'tables[].rows[].id',
  }),
  column('json_column', 'text', ['文件内列号', 'Column in the document'], {
    description: 'The id of the column in the JSON.',
    source: 'tables[].columns[].id',
  }),
]

export const FACTS: PanelTable = {
  name: 'facts',
  zh: '数据',
  en: 'Facts',
  description:
    'A row per cell of a column of amounts, blanks included. Do not sum across tables, lists, columns or phases: tables repeat each other’s money. Forms and columns of percentages, counts and text are not here.',
  primaryKey: ['fact_id'],
  foreignKeys: [reference('document_id', 'documents'), reference('table_id', 'tables')],
  columns: [
    ...KEYS,
    ...WHEN,
    ...WHO,
    ...WHAT,
    ...ROW,
    ...COLUMN,
    ...AMOUNT,
    ...BY_PEOPLE,
    ...WHERE,
  ],
}
