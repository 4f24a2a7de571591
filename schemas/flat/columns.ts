/** What the flat tables of `kemu table` share: whose figure it is, what is doubtful of it, where it is printed. */
import { REPORT_LABELS, SCOPE_LABELS } from '../labels.js'
import { column, type PanelColumn } from '../panel/column.js'
import { allowed, VALUES } from '../panel/values.js'

/** Why a row should be looked at before it is added to others. */
export const DOUBTS = [
  'several_tables',
  'other_document',
  'leaves_differ',
  'leaves_unproved',
  'no_amount',
  'above_level',
  'check_fails',
] as const
export type Doubt = (typeof DOUBTS)[number]

const DOUBT_VALUES = allowed(DOUBTS, {
  several_tables: [
    '本文件有多张同种表',
    'The document has several tables of the kind: their money may be the same',
  ],
  other_document: [
    '另一文件披露同一事项',
    'An earlier file discloses the same (owner, scope, year, kind): its money is there already',
  ],
  leaves_differ: [
    '明细之和与印出的数不符',
    'The leaves do not come to what is printed: some are not there, or the print is wrong',
  ],
  leaves_unproved: [
    '无印出的合计可证明明细齐全',
    'No printed total shows that the leaves are all there',
  ],
  no_amount: [
    '有明细不能换算为元',
    'A leaf has no amount in 元 (no unit, or no amount is printed): no sum of ours without it',
  ],
  above_level: [
    '编码高于所选级次，其下无明细',
    'The code stands above the level: the document prints none below it',
  ],
  check_fails: ['所在勾稽关系不符', 'A check that touches the figure fails'],
})

/** As the panel states them, under the names that a person looks for. */
export const WHOSE: readonly PanelColumn[] = [
  column('owner', 'text', ['部门（单位）名称', 'Owner'], {
    description: 'Whose document it is, as printed.',
    missing: 'The document does not print it',
    source: 'report.department',
  }),
  column('region', 'text', ['所在文件夹', 'Region (folder)'], {
    description: 'The folder that the document lay in; regions are usually kept so.',
    missing: 'The document lay in the folder itself',
    source: 'The path below the folder given',
  }),
  column('year', 'integer', ['预算年度', 'Fiscal year'], {
    description: 'The year of the document.',
    missing: 'The document does not print it',
    source: 'report.fiscalYear',
  }),
  column('report_kind', 'text', ['文件类别', 'Kind of report'], {
    description: 'Budget or final accounts.',
    values: allowed(['budget', 'final_accounts'] as const, REPORT_LABELS),
    missing: 'No such disclosure',
    source: 'report.kind',
  }),
  column('scope', 'text', ['范围', 'Scope'], {
    description:
      'A department with its units, or one unit, as the owner’s name says it (（本级）: unit), else the document: never add the two.',
    values: allowed(['department', 'unit', 'government'] as const, SCOPE_LABELS),
    missing: 'The document does not say it',
    source: 'report.department, report.scope',
  }),
]

export const PHASE = column('phase', 'text', ['阶段', 'Phase'], {
  description: 'Which state of a budget the figure is of; one table has one.',
  values: VALUES.phase,
  source: 'tables[].columns[].phase',
})

export const DOUBT = column('doubt', 'text', ['存疑', 'Doubt'], {
  description: `Why it should be looked at before it is added up; codes separated by blanks. ${DOUBT_VALUES.map(
    ({ value, zh, en }) => `${value}: ${zh} ${en}.`,
  ).join(' ')}`,
  pattern: `(${DOUBTS.join('|')})( (${DOUBTS.join('|')}))*`,
  missing: 'Nothing speaks against it',
  source: 'Derived',
})

export const AMOUNT = column('amount', 'decimal', ['金额（元）', 'Amount in 元'], {
  description: 'In 元, exactly; a dash is 0.',
  missing: 'None is printed, or nothing states its unit',
  source: 'The value and its unit',
})

export const UNIT = column('unit', 'text', ['印出单位', 'Printed unit'], {
  description: 'What the figure is printed in.',
  missing: 'Nothing states one',
  source: 'The table, its column or its row; the sentence; the form',
})

export const PLACE: readonly PanelColumn[] = [
  column('page', 'integer', ['页', 'Page'], {
    description: 'The page of the PDF, from 1.',
    unit: 'page',
    source: 'The cell',
  }),
  column('link', 'text', ['链接', 'Link to the page'], {
    description:
      'The page of the PDF, below the folder that was read; with --links, below what that names.',
    source: 'source.file and page',
  }),
]
