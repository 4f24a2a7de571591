/** Tables that sum up the others: what became of codes, how far variables are filled, how good the panel is. */
import { CODE_PATTERNS } from '../codes.js'
import { column, type PanelTable } from './column.js'
import { checkCounts, collection } from './documents.js'
import { tableKind } from './tables.js'
import { allowed, VALUES } from './values.js'

const ANY_CODE = Object.values(CODE_PATTERNS)
  .map((pattern) => `(${pattern})`)
  .join('|')

export const RELATIONS = ['same', 'renamed', 'split', 'merged'] as const
export const DOUBTS = ['overlap', 'name_elsewhere', 'one_owner', 'no_common_code'] as const

const RELATION = allowed(RELATIONS, {
  same: ['同一科目', 'The same name, up to width, brackets and blanks'],
  renamed: ['更名', 'The same code under another name'],
  split: ['拆分', 'One code became several'],
  merged: ['合并', 'Several codes became one'],
})

const DOUBT = allowed(DOUBTS, {
  overlap: ['两名称年度重叠', 'Both names were in use in the same years'],
  name_elsewhere: [
    '名称见于其他编码（编码含义已变）',
    'The old name lives on under another code, or the new one comes from there: the code means another thing',
  ],
  one_owner: ['仅一家单位印证', 'Only one owner prints one of the names'],
  no_common_code: ['无共同下级科目', 'No code below has one name on both sides of the change'],
})

const ends = (name: string, zh: string, en: string, description: string) =>
  (
    [
      ['from', '前', 'before'],
      ['to', '后', 'after'],
    ] as const
  ).map(([end, zhEnd, enEnd]) =>
    column(`${name}_${end}`, 'integer', [`${zh}（${zhEnd}）`, `${en} ${enEnd}`], {
      description,
      source: 'Derived from codes and documents',
    }),
  )

export const CROSSWALK: PanelTable = {
  name: 'crosswalk',
  zh: '科目沿革',
  en: 'Codes over years',
  description:
    'A row per name that a code bears over several years, and per change of its name. A relation stands only where the documents prove it: a code was renamed if two owners print each name, their years do not overlap, neither name is or was another code’s of its level, and a code below it has one name on both sides. Of splits and mergers names tell nothing: no rule of ours claims one yet.',
  primaryKey: ['system', 'code_from', 'code_to', 'name_from', 'name_to'],
  foreignKeys: [],
  columns: [
    column('system', 'text', ['分类', 'Classification'], {
      description: 'The classification that the codes are of.',
      values: VALUES.codeSystem,
      source: 'codes.system',
    }),
    column('code_from', 'text', ['原编码', 'Code before'], {
      description: 'All its digits.',
      pattern: ANY_CODE,
      source: 'codes.code',
    }),
    column('code_to', 'text', ['现编码', 'Code after'], {
      description: 'The same code; another where the name has gone to it.',
      pattern: ANY_CODE,
      source: 'codes.code',
    }),
    column('from_year', 'integer', ['起始年度', 'From year'], {
      description:
        'Of a name that lasts, the first year it is seen in; of a change, the last year of the old name.',
      source: 'codes.fiscal_year',
    }),
    column('to_year', 'integer', ['截止年度', 'To year'], {
      description:
        'Of a name that lasts, the last year it is seen in; of a change, the first year of the new name.',
      source: 'codes.fiscal_year',
    }),
    column('name_from', 'text', ['原名称', 'Name before'], {
      description: 'As most documents print it.',
      source: 'codes.name',
    }),
    column('name_to', 'text', ['现名称', 'Name after'], {
      description: 'As most documents print it.',
      source: 'codes.name',
    }),
    column('relation', 'text', ['关系', 'Relation'], {
      description: 'What the documents prove.',
      values: RELATION,
      missing: 'They prove nothing (see doubt): do not join years over such a row',
      source: 'Derived',
    }),
    column('doubt', 'text', ['未能证明的原因', 'Why nothing is proved'], {
      description: 'The first ground on which no relation stands.',
      values: DOUBT,
      missing: 'relation is not missing',
      source: 'Derived',
    }),
    column('evidence_codes', 'text', ['佐证科目', 'Codes that show it'], {
      description:
        'Of a renaming, codes below with one name on both sides; of name_elsewhere, the codes that bear the name. Separated by blanks.',
      missing: 'None',
      source: 'Derived',
    }),
    ...ends('documents', '文件数', 'Documents', 'How many documents of the panel print the name.'),
    ...ends('owners', '单位数', 'Owners', 'How many different owners those documents have.'),
    column('evidence_documents', 'text', ['佐证文件', 'Documents that show it'], {
      description: 'Up to two documents a side, of different owners, separated by blanks.',
      missing: 'Only our list of published names has the names',
      source: 'documents.document_id',
    }),
  ],
}

const year = column('fiscal_year', 'integer', ['预算年度', 'Fiscal year'], {
  description: 'The year of the document.',
  missing: 'The document is no disclosure, or does not print it',
  source: 'documents.fiscal_year',
  fiscalType: 'date:fiscal-year',
})

const count = (name: string, label: readonly [string, string], description: string) =>
  column(name, 'integer', label, { description, source: 'Derived' })

export const COVERAGE: PanelTable = {
  name: 'coverage',
  zh: '变量覆盖',
  en: 'Coverage of variables',
  description:
    'A row per variable, year and folder: how many rows its table has, and how many of them have a value.',
  primaryKey: [],
  foreignKeys: [],
  columns: [
    column('table_name', 'text', ['数据表', 'Table'], {
      description: 'The table of the panel.',
      source: 'Derived',
    }),
    column('variable', 'text', ['变量', 'Variable'], {
      description: 'The column of that table.',
      source: 'Derived',
    }),
    year,
    collection,
    count('rows', ['行数', 'Rows'], 'Rows of the table.'),
    count(
      'present',
      ['有值行数', 'Rows with a value'],
      'Rows in which the variable is not missing.',
    ),
  ],
}

export const QUALITY: PanelTable = {
  name: 'quality',
  zh: '质量矩阵',
  en: 'Quality matrix',
  description:
    'A row per folder, year, kind of report and kind of table: what there is and what the checks say. A document without tables has a row without table_kind.',
  primaryKey: [],
  foreignKeys: [],
  columns: [
    collection,
    year,
    column('report_kind', 'text', ['文件类别', 'Kind of report'], {
      description: 'Budget or final accounts.',
      values: VALUES.reportKind,
      missing: 'No such disclosure',
      source: 'documents.report_kind',
    }),
    { ...tableKind, missing: 'The documents of the row hold no table' },
    count('documents', ['文件数', 'Documents'], 'Documents that hold such a table.'),
    count('preferred', ['优先文件数', 'Preferred documents'], 'Those of them that are preferred.'),
    count('tables', ['表数', 'Tables'], 'Tables of the kind.'),
    count('facts', ['数据行数', 'Facts'], 'Rows of facts in them.'),
    ...checkCounts('these tables'),
  ],
}

export const DERIVED_TABLES: readonly PanelTable[] = [CROSSWALK, COVERAGE, QUALITY]
