/** `tables`: a row per table of a document; `issues`: what a person should look at. */
import { FIELD_LABELS, type Label } from '../labels.js'
import { column, type PanelColumn, type PanelTable, reference } from './column.js'
import { checkCounts, documentId, KEY } from './documents.js'
import { VALUES } from './values.js'

export const tableId = column('table_id', 'text', ['表标识', 'Table'], {
  description:
    'Names a table by content: a hash of the document, the kind, title, ordinal and owner, and which of those alike.',
  pattern: KEY,
  source: 'Derived',
})

export const tableKind = column('table_kind', 'text', ['表种', 'Kind of table'], {
  description: 'Which of the published tables it is.',
  values: VALUES.tableKind,
  source: 'tables[].kind',
})

const unit = column('unit', 'text', ['金额单位', 'Unit of amounts'], {
  description: 'The unit that the table prints its amounts in.',
  values: VALUES.unit,
  missing: 'The table states none: then it has no amounts in 元',
  source: 'tables[].unit',
})

export const boxColumns = (path: string): PanelColumn[] =>
  (
    [
      ['x0', '左', 'Left'],
      ['top', '上', 'Top'],
      ['x1', '右', 'Right'],
      ['bottom', '下', 'Bottom'],
    ] as const
  ).map(([name, zh, en]) =>
    column(name, 'points', [`单元格${zh}边`, `${en} edge`], {
      description: `${en} edge of its box, from the top left of the page as displayed.`,
      missing: 'No box on the page',
      source: path,
    }),
  )

const count = (name: string, label: Label | readonly [string, string], description: string) =>
  column(name, 'integer', label, { description, source: `tables[].${name}` })

export const TABLE_ROWS: PanelTable = {
  name: 'tables',
  zh: '表',
  en: 'Tables',
  description: 'A row per table of each document.',
  primaryKey: ['table_id'],
  foreignKeys: [reference('document_id', 'documents')],
  columns: [
    tableId,
    documentId,
    column('json_table', 'text', ['文件内表号', 'Table in the document'], {
      description: 'Its id in the JSON.',
      source: 'tables[].id',
    }),
    tableKind,
    column('title', 'text', ['表名', 'Title'], {
      description: 'As printed.',
      source: 'tables[].title',
    }),
    column('ordinal', 'text', ['表序', 'Ordinal'], {
      description: 'The number it is published under, as printed.',
      missing: 'None is printed',
      source: 'tables[].ordinal',
    }),
    column('owner', 'text', ['编制部门（单位）', 'Owner'], {
      description: 'Whose table it is, as the line above it says.',
      missing: 'None is printed',
      source: 'tables[].owner',
    }),
    unit,
    column('pages', 'text', ['页', 'Pages'], {
      description: 'The pages that it stands on, from 1, separated by blanks.',
      pattern: '[1-9][0-9]*( [1-9][0-9]*)*',
      missing: 'Not known',
      source: 'tables[].pages',
    }),
    count('rows', ['行数', 'Rows'], 'Its rows.'),
    count('columns', ['列数', 'Columns'], 'Its columns.'),
    count('leftover', FIELD_LABELS.leftover, 'Pieces of text inside it that no cell holds.'),
    column('facts', 'integer', ['数据行数', 'Facts'], {
      description: 'Its rows in facts.',
      source: 'Derived',
    }),
    column('notes', 'text', ['附注', 'Notes'], {
      description: 'What is printed below it, as printed, a note a line.',
      missing: 'None',
      source: 'tables[].notes',
    }),
    ...checkCounts('the table'),
    column('leaf_outcome', 'text', ['明细加总结果', 'Leaves against totals'], {
      description:
        'The worst outcome of the checks that sum rows: whether the leaves sum to the printed totals.',
      values: VALUES.outcome,
      missing: 'No check of the table sums rows to a printed total',
      source: 'Derived from checks of the rules rollup, row_names, list_sum and leaves',
    }),
  ],
}

export const ISSUES: PanelTable = {
  name: 'issues',
  zh: '问题',
  en: 'Issues',
  description: 'What a person should look at, as the documents state it.',
  primaryKey: ['issue_id'],
  foreignKeys: [reference('document_id', 'documents'), reference('table_id', 'tables')],
  columns: [
    column('issue_id', 'text', ['问题标识', 'Issue'], {
      description: 'A hash of the document and of what the issue says.',
      pattern: KEY,
      source: 'Derived',
    }),
    documentId,
    { ...tableId, missing: 'It is about the document' },
    column('code', 'text', FIELD_LABELS.issueCode, {
      description: 'What sort of issue.',
      source: 'issues[].code',
    }),
    column('severity', 'text', FIELD_LABELS.severity, {
      description: 'How much it matters.',
      values: VALUES.severity,
      source: 'issues[].severity',
    }),
    column('message', 'text', FIELD_LABELS.message, {
      description: 'What it says.',
      source: 'issues[].message',
    }),
    column('page', 'integer', ['页', 'Page'], {
      description: 'The page of the PDF, from 1.',
      unit: 'page',
      missing: 'It has none',
      source: 'issues[].page',
    }),
    ...boxColumns('issues[].bbox'),
  ],
}
