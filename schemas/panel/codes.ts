/** `codes`: what a code was called, by year. */
import { CODE_PATTERNS } from '../codes.js'
import { column, type PanelTable } from './column.js'
import { VALUES } from './values.js'

const ANY_CODE = Object.values(CODE_PATTERNS)
  .map((pattern) => `(${pattern})`)
  .join('|')

export const CODES: PanelTable = {
  name: 'codes',
  zh: '科目编码',
  en: 'Codes',
  description:
    'A row per classification, code, year and name: names as the documents of this panel print them, and as our list of published names has them.',
  primaryKey: ['system', 'code', 'fiscal_year', 'name'],
  foreignKeys: [],
  columns: [
    column('system', 'text', ['分类', 'Classification'], {
      description: 'The classification that the code is of, by its first digit.',
      values: VALUES.codeSystem,
      source: 'Derived from tables[].rows[].code',
    }),
    column('code', 'text', ['科目编码', 'Code'], {
      description: 'All its digits.',
      pattern: ANY_CODE,
      source: 'tables[].rows[].code, governmentCode',
    }),
    column('fiscal_year', 'integer', ['预算年度', 'Fiscal year'], {
      description: 'The year of the document that prints it, or of the list.',
      source: 'report.fiscalYear; the list of published names',
      fiscalType: 'date:fiscal-year',
    }),
    column('name', 'text', ['科目名称', 'Name'], {
      description: 'As printed, ordinals and blanks inside it left out.',
      source: 'tables[].rows[].name; the list of published names',
    }),
    column('level', 'integer', ['级次', 'Level'], {
      description: '1 类, 2 款, 3 项, 4 a region’s own.',
      source: 'Derived from the digits',
    }),
    column('parent_code', 'text', ['上级编码', 'Code above'], {
      description: 'The code without its last two digits.',
      pattern: ANY_CODE,
      missing: 'It is a 类',
      source: 'Derived from the digits',
    }),
    column('documents', 'integer', ['文件数', 'Documents'], {
      description:
        'How many documents of the panel print the name with the code; 0: only the list has it.',
      source: 'Derived',
    }),
    column('reference_grade', 'text', ['名录等级', 'Grade in our list'], {
      description:
        'How sure our list of published names is of it: A where two documents agree, to D for a doubtful sight.',
      pattern: '[A-D]',
      missing: 'The list does not have the name for the code and year',
      source: 'schemas/codes',
    }),
  ],
}
