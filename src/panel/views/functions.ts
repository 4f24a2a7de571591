/** Expenditure by function: sums of leaves at the levels 类, 款 and 项, by document, over documents, over years. */
import { TOTAL_COLUMNS } from './totals.js'
import type { View } from './view.js'
import { WHOSE_NAMES } from './view.js'

const LEVELS = '(VALUES (3), (5), (7)) AS levels (digits)'

/** No sum without what is printed and has no amount in 元; a blank is none, and takes none away. */
const WHOLE = 'CASE WHEN count(amount) = count(*) THEN sum(amount) END'

const BY_DOCUMENT = `
  SELECT ${WHOSE_NAMES}, figure_year AS year, fiscal_year, phase, table_kind, digits // 2 AS level,
    left(exp_func_code, digits) AS code, ${WHOLE} AS amount, count(*) AS leaves,
    any_value(leaf_outcome) IN ('holds', 'rounding') AS proved, document_id, any_value(source) AS source,
    min(page) AS page, arg_min(link, page) AS link
  FROM (${TOTAL_COLUMNS}), ${LEVELS}
  WHERE is_leaf AND amount_gap IS DISTINCT FROM 'blank' AND length(exp_func_code) >= digits
  GROUP BY ${WHOSE_NAMES}, figure_year, fiscal_year, phase, table_kind, digits, left(exp_func_code, digits), document_id`

const NAMES = `
  SELECT code, fiscal_year, arg_max(name, (documents, reference_grade IS NOT NULL, name)) AS name
  FROM codes WHERE system = 'functional' GROUP BY ALL`

const BY_FUNCTION = `
  SELECT region, fiscal_year AS year, report_kind, phase, scope, table_kind, level, code, name,
    ${WHOLE} AS amount, count(DISTINCT document_id) AS documents, bool_and(proved) AS proved
  FROM expenditure_by_document LEFT JOIN (${NAMES}) USING (code, fiscal_year)
  WHERE phase IN ('budget', 'executed') GROUP BY ALL`

const BY_CODE_AND_YEAR = `
  SELECT this.* EXCLUDE (leaves, fiscal_year, proved), names.name, last.amount AS amount_last_year,
    this.amount - last.amount AS change, (this.amount - last.amount) / nullif(last.amount, 0) AS growth,
    this.proved AND last.proved IS DISTINCT FROM false AS proved, last.link AS last_link
  FROM expenditure_by_document AS this
  LEFT JOIN expenditure_by_document AS last
    ON last.owner_id = this.owner_id AND last.scope IS NOT DISTINCT FROM this.scope
    AND last.report_kind = this.report_kind AND last.table_kind = this.table_kind
    AND last.phase = this.phase AND last.code = this.code AND last.year = this.year - 1
  LEFT JOIN (${NAMES}) AS names ON names.code = this.code AND names.fiscal_year = this.fiscal_year
  WHERE this.phase IN ('budget', 'executed')`

export const FUNCTION_VIEWS: readonly View[] = [
  {
    name: 'expenditure_by_document',
    zh: '分文件功能支出',
    en: 'Expenditure by document and function',
    description:
      'Sums of leaves by function at the levels 1 类, 2 款, 3 项; proved: the leaves of the table sum to its printed totals. No sum where a leaf that is no blank has no amount. The page is that of the first leaf.',
    sql: BY_DOCUMENT,
  },
  {
    name: 'expenditure_by_function',
    zh: '分功能分年度支出',
    en: 'Expenditure by function and year',
    description:
      'Sums over documents, by region, scope, table, phase and level: choose one of each before you add up. No sum where a document has none.',
    sql: BY_FUNCTION,
  },
  {
    name: 'expenditure_by_code_and_year',
    zh: '分科目分年度支出',
    en: 'Expenditure by code and year',
    description:
      'A code of an owner beside that of the year before, of the same scope, kind and table; no rate where last year is missing, in doubt, or 0.',
    sql: BY_CODE_AND_YEAR,
  },
]
