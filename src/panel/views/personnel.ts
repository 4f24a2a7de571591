/** What part of basic expenditure is for personnel: as a column prints it, else as the classes 301 and 303 come to. */
import type { View } from './view.js'
import { kindsOf, OWN_PHASE, PLACE_NAMES, WHOSE_NAMES } from './view.js'

/** Basic expenditure of the general public budget by economics; with both classifications the department's is first. */
const TABLES = `(${kindsOf('personnel')})`

/** 工资福利支出 and 对个人和家庭的补助 are what 人员经费 is, in the national form of final accounts. */
const PERSONNEL_CLASSES = `('301', '303')`

const OF_TABLE = `${WHOSE_NAMES}, document_id, table_id, table_kind, figure_year, phase`

/** By column where there is one; of several totals, or of leaves that do not come to the total, there is no share. */
const SHARES = `
  WITH figures AS (
    SELECT * FROM main_figures WHERE table_kind IN ${TABLES} AND ${OWN_PHASE} AND amount IS NOT NULL
  ), sums AS (
    SELECT ${OF_TABLE},
      any_value(amount) FILTER (row_kind = 'total' AND measure = 'total') AS basic,
      count(DISTINCT amount) FILTER (row_kind = 'total' AND measure = 'total') AS totals,
      any_value(amount) FILTER (row_kind = 'total' AND measure = 'personnel') AS printed,
      count(DISTINCT amount) FILTER (row_kind = 'total' AND measure = 'personnel') AS columns,
      sum(amount) FILTER (is_leaf AND measure = 'total' AND left(dep_bgt_eco_code, 3) IN ${PERSONNEL_CLASSES}) AS summed,
      any_value(leaf_outcome) IN ('holds', 'rounding') AS proved,
      any_value(source) AS source, min(page) AS page, arg_min(link, page) AS link
    FROM figures GROUP BY ${OF_TABLE}
  )
  SELECT ${WHOSE_NAMES}, figure_year AS year, phase, table_kind, basic,
    CASE WHEN columns = 1 THEN printed WHEN columns = 0 AND proved THEN summed END::DECIMAL(18, 4) AS personnel,
    CASE WHEN columns = 1 THEN 'column' ELSE 'classes_301_303' END AS method,
    personnel / nullif(basic, 0) AS share, document_id, ${PLACE_NAMES}
  FROM sums WHERE totals = 1 AND personnel IS NOT NULL`

/** Of a document without such a table, where its sentences say both, of the general public budget, in one way. */
const SAID = `
  SELECT documents.collection AS region, documents.region_code, documents.department AS owner, documents.owner_id,
    documents.owner_scope AS scope, documents.report_kind, narrative_year AS year, basis AS phase, NULL AS table_kind,
    any_value(amount) FILTER (subject = 'basic_expenditure') AS basic,
    any_value(amount) FILTER (subject = 'personnel_expenses') AS personnel, 'narrative' AS method,
    personnel / nullif(basic, 0) AS share, document_id, any_value(source_file) AS source, min(page) AS page,
    any_value(documents.link) || '#page=' || min(page) AS link
  FROM narrative_facts JOIN documents USING (document_id)
  WHERE documents.preferred AND narrative_measure = 'amount' AND amount IS NOT NULL AND qualifier IS NULL
    AND fund = 'general_budget' AND subject IN ('basic_expenditure', 'personnel_expenses')
    AND (report_kind = 'budget' AND basis = 'budget' OR report_kind = 'final_accounts' AND basis = 'executed')
    AND NOT EXISTS (FROM main_tables WHERE main_tables.document_id = documents.document_id AND table_kind IN ${TABLES})
  GROUP BY ALL
  HAVING count(DISTINCT amount) FILTER (subject = 'basic_expenditure') = 1
    AND count(DISTINCT amount) FILTER (subject = 'personnel_expenses') = 1`

export const PERSONNEL_VIEWS: readonly View[] = [
  {
    name: 'personnel_share',
    zh: '人员经费占基本支出',
    en: 'Personnel share of basic expenditure',
    description:
      'By owner and year, of the general public budget: personnel as a column prints it, else the sum of 301 and 303 where the leaves come to the total, else as the narrative states both (method).',
    sql: `${SHARES} UNION ALL BY NAME ${SAID}`,
  },
]
