/** `documents`: a row per content of a PDF; `files`: a row per output file, the same content twice included. */
import { column, type PanelTable, reference } from './column.js'
import { VALUES } from './values.js'

export const SHA256 = '[0-9a-f]{64}'
/** The head of a hash: enough to tell all rows apart, which every build proves. */
export const KEY = '[0-9a-f]{16,24}'

const NO_DISCLOSURE = 'The document is no disclosure, or does not print it'

export const documentId = column('document_id', 'text', ['文件标识', 'Document'], {
  description: 'Names the content of a PDF: the first 16 digits of its SHA-256.',
  pattern: '[0-9a-f]{16}',
  source: 'source.sha256',
})

export const fiscalYear = column('fiscal_year', 'integer', ['预算年度', 'Fiscal year'], {
  description: 'The year of the document; a figure of last year has the same (see figure_year).',
  missing: NO_DISCLOSURE,
  source: 'report.fiscalYear',
  fiscalType: 'date:fiscal-year',
})

export const collection = column('collection', 'text', ['所在文件夹', 'Folder'], {
  description:
    'The folder that the document lay in, below the folder given; regions are usually kept so. Not a statement of the document.',
  missing: 'The document lay in the folder itself',
  source: 'The path below the folder given, without the name',
})

const count = (name: string, label: readonly [string, string], what: string, source: string) =>
  column(name, 'integer', label, { description: what, source })

export const checkCounts = (of: string) => [
  count('checks_hold', ['勾稽相符', 'Checks that hold'], `Checks of ${of} that hold.`, 'checks'),
  count(
    'checks_rounding',
    ['勾稽尾差', 'Checks but for rounding'],
    `Checks of ${of} that hold but for rounding.`,
    'checks',
  ),
  count('checks_fail', ['勾稽不符', 'Failed checks'], `Checks of ${of} that fail.`, 'checks'),
]

export const DOCUMENTS: PanelTable = {
  name: 'documents',
  zh: '文件',
  en: 'Documents',
  description:
    'A row per content of a PDF. All are kept; of those that disclose the same, one is preferred.',
  primaryKey: ['document_id'],
  foreignKeys: [],
  columns: [
    documentId,
    column('source_sha256', 'text', ['原文件哈希', 'Hash of the PDF'], {
      description: 'SHA-256 of the PDF.',
      pattern: SHA256,
      source: 'source.sha256',
    }),
    column('file', 'text', ['文件名', 'File'], {
      description:
        'The output that speaks for this content: the first by path where several have it (see files).',
      source: 'The path below the folder given',
    }),
    collection,
    column('region_code', 'text', ['行政区划代码', 'Code of the region'], {
      description:
        'Of GB/T 2260, where the folder or the owner says the place; a label, which nothing rests on.',
      pattern: '[1-9][0-9]{5}',
      missing: 'Neither says it, several places bear the name, or the two say different ones',
      source: 'report.department, the folder; schemas/regions',
      fiscalType: 'geo-source:generic:code',
    }),
    column('region_name', 'text', ['行政区划名称', 'Name of the region'], {
      description: 'Of GB/T 2260, with the places above it.',
      missing: 'As for region_code',
      source: 'schemas/regions',
      fiscalType: 'geo-source:generic:title',
    }),
    column('source_file', 'text', ['原文件名', 'Name of the PDF'], {
      description: 'The PDF as the run that read it was given it.',
      source: 'source.file',
    }),
    column('link', 'text', ['链接', 'Link to the PDF'], {
      description:
        'The PDF below the folder that was read, as an address spells it; with #page= and a page behind it, a link to the page.',
      source: 'source.file',
    }),
    column('producer', 'text', ['制作软件', 'Producer'], {
      description: 'The program that the PDF says made it.',
      missing: 'The PDF does not say',
      source: 'source.producer',
    }),
    count('pages', ['页数', 'Pages'], 'Pages of the PDF.', 'source.pages'),
    column('report_kind', 'text', ['文件类别', 'Kind of report'], {
      description: 'Budget or final accounts.',
      values: VALUES.reportKind,
      missing: 'No such disclosure',
      source: 'report.kind',
    }),
    fiscalYear,
    column('department', 'text', ['部门（单位）名称', 'Owner'], {
      description: 'Whose document it is, as printed.',
      missing: NO_DISCLOSURE,
      source: 'report.department',
      fiscalType: 'administrative-classification:generic:label',
    }),
    column('owner_id', 'text', ['部门（单位）标识', 'Owner, one for its spellings'], {
      description:
        'One for the spellings of one owner in a folder (years in folders of their own are one): words of standing (（本级）, （汇总）), 中国共产党 or 中共, and 市 of its place or none, tell no owners apart. Two owners of one owner_id differ in owner_scope: never add those.',
      pattern: KEY,
      missing: NO_DISCLOSURE,
      source: 'Derived from department and collection, over all documents',
    }),
    column('scope', 'text', ['范围', 'Scope'], {
      description: 'A department with its units, or one unit.',
      values: VALUES.scope,
      missing: NO_DISCLOSURE,
      source: 'report.scope',
    }),
    column('owner_scope', 'text', ['范围（按名称）', 'Scope of the owner'], {
      description:
        'As the owner’s name says it (（本级）: unit; （汇总）: department), else scope. Sums are within one.',
      values: VALUES.scope,
      missing: NO_DISCLOSURE,
      source: 'report.department, report.scope',
    }),
    column('status', 'text', ['状态', 'Status'], {
      description: 'How far it could be read.',
      values: VALUES.status,
      source: 'status',
    }),
    column('disclosure', 'text', ['披露事项', 'Disclosure'], {
      description:
        'What is disclosed: owner_id, owner_scope, fiscal year and kind. Documents that share it are versions of one.',
      missing: 'Owner, year or kind is not known',
      source: 'Derived: owner_id|owner_scope|fiscal_year|report_kind',
    }),
    count(
      'version',
      ['版本序号', 'Version'],
      'The place among the documents of its disclosure by the rule of preferred. It is no date: documents do not say which is later.',
      'Derived',
    ),
    count('versions', ['版本数', 'Versions'], 'Documents of its disclosure.', 'Derived'),
    column('preferred', 'boolean', ['优先', 'Preferred'], {
      description:
        'One document of each disclosure: status ok before review before others, then more tables of known kinds, then fewer failed checks, then more facts, then the smaller document_id. A document whose disclosure is not known is not preferred.',
      source: 'Derived',
    }),
    column('preference', 'text', ['优先说明', 'Why preferred or not'], {
      description: 'Why it is preferred, or not.',
      values: VALUES.preference,
      source: 'Derived',
    }),
    count('files', ['份数', 'Files'], 'Output files with this content (see files).', 'Derived'),
    count('tables', ['表数', 'Tables'], 'Its tables.', 'tables'),
    count(
      'known_tables',
      ['已识别表数', 'Tables of known kinds'],
      'Its tables of a known kind.',
      'tables[].kind',
    ),
    count('facts', ['数据行数', 'Facts'], 'Its rows in facts.', 'Derived'),
    ...checkCounts('the document, the panel’s own included,'),
    count('issues_error', ['错误数', 'Errors'], 'Issues that are errors.', 'issues'),
    count('issues_warning', ['警告数', 'Warnings'], 'Issues that are warnings.', 'issues'),
    count('issues_info', ['提示数', 'Notes'], 'Issues that are notes.', 'issues'),
  ],
}

export const FILES: PanelTable = {
  name: 'files',
  zh: '来源文件',
  en: 'Files',
  description:
    'A row per input of the run: documents, duplicates of their content, and inputs that could not be read.',
  primaryKey: ['file'],
  foreignKeys: [reference('document_id', 'documents')],
  columns: [
    column('file', 'text', ['文件名', 'File'], {
      description: 'The output file; the input where there is no output.',
      source: 'The path below the folder given',
    }),
    collection,
    { ...documentId, missing: 'The input left no document' },
    column('status', 'text', ['状态', 'Status'], {
      description: 'How far it could be read.',
      values: VALUES.fileStatus,
      source: 'status; files[].status of run.json where there is no document',
    }),
    column('duplicate', 'boolean', ['重复', 'Duplicate'], {
      description: 'Another file, earlier by path, has the same content and speaks for it.',
      source: 'Derived',
    }),
    column('error', 'text', ['错误', 'Error'], {
      description: 'What went wrong.',
      missing: 'Nothing did',
      source: 'files[].error.message of run.json',
    }),
  ],
}
