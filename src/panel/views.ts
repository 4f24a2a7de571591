/**
 * The questions asked first, as views of `panel.duckdb`. They take preferred documents
 * only, one table of a kind of each, one column, and leaves or the printed total, never
 * both: nothing is counted twice. Departments and their units disclose the same money:
 * every view says the scope, and sums within it.
 */
import type { KindTraits } from '../../schemas/kind.js'
import type { Label } from '../../schemas/labels.js'
import { SAID_EXPENSES, SAID_WHOLES } from '../../schemas/prose/witnesses.js'
import { kindsWith } from '../../schemas/traits.js'

export interface View extends Label {
  name: string
  description: string
  sql: string
}

/** The kinds that a view asks, as a list of SQL. */
function kindsOf(view: NonNullable<KindTraits['view']>): string {
  return kindsWith((kind) => kind.view === view)
    .map((kind) => `'${kind}'`)
    .join(', ')
}

const MAIN_FIGURES = `
  SELECT facts.*, documents.report_kind, documents.scope, documents.department, tables.leaf_outcome
  FROM facts
  JOIN documents USING (document_id)
  JOIN tables USING (table_id)
  WHERE documents.preferred AND table_id IN (
    SELECT table_id FROM tables JOIN documents USING (document_id)
    QUALIFY row_number() OVER (PARTITION BY document_id, table_kind
      ORDER BY (tables.owner IS NOT DISTINCT FROM documents.department) DESC, tables.facts DESC, table_id) = 1)`

/** The columns that print the whole. */
const TOTAL_COLUMNS = `
  SELECT * FROM main_figures
  WHERE table_kind IN (${kindsOf('expenditure')}) AND measure = 'total' AND phase <> 'unstated'`

const BY_DOCUMENT = `
  SELECT document_id, department, scope, report_kind, table_kind, fiscal_year, figure_year, phase,
    digits // 2 AS level, left(exp_func_code, digits) AS exp_func_code, sum(amount) AS amount,
    any_value(leaf_outcome) IN ('holds', 'rounding') AS proved
  FROM (${TOTAL_COLUMNS}), (VALUES (3), (5), (7)) AS levels (digits)
  WHERE is_leaf AND amount IS NOT NULL AND length(exp_func_code) >= digits
  GROUP BY ALL`

const NAMES = `
  SELECT code AS exp_func_code, fiscal_year, arg_max(name, (documents, reference_grade IS NOT NULL, name)) AS exp_func_name
  FROM codes WHERE system = 'functional' GROUP BY ALL`

const EXPENSES = [
  'three_public',
  'abroad',
  'reception',
  'vehicles',
  'vehicle_purchase',
  'vehicle_operation',
]

/** Documents that publish no tables: what they say in sentences stands for them. */
const SAID = (subjects: Record<string, string>) => `
  SELECT narrative_facts.*, documents.report_kind, documents.scope, documents.department,
    CASE basis WHEN 'budget' THEN 'budget' WHEN 'executed' THEN 'executed'
      WHEN 'last_year_budget' THEN 'previous_year_budget' ELSE 'previous_year_executed' END AS phase,
    CASE subject ${Object.entries(subjects)
      .map(([subject, name]) => `WHEN '${subject}' THEN '${name}'`)
      .join(' ')} END AS what
  FROM narrative_facts JOIN documents USING (document_id)
  WHERE documents.preferred AND documents.known_tables = 0 AND narrative_measure = 'amount'
    AND amount IS NOT NULL AND basis IS NOT NULL AND qualifier IS NULL AND what IS NOT NULL`

/** An expense as a column, or as columns by fund, which come to it; or as a row. */
const THREE_PUBLIC = `
  WITH figures AS (
    SELECT *, split_part(measure, '.', 1) AS expense, contains(measure, '.') AS of_fund
    FROM main_figures WHERE table_kind IN (${kindsOf('three_public')}) AND phase <> 'unstated' AND amount IS NOT NULL
  ), across AS (
    SELECT DISTINCT table_id FROM figures WHERE expense IN ('abroad', 'reception')
  ), printed AS (
    SELECT * FROM figures
    WHERE table_id IN (FROM across) AND expense IN (${EXPENSES.map((each) => `'${each}'`).join(', ')})
    QUALIFY (row_kind = 'total' OR max(json_row) OVER (PARTITION BY table_id, phase, figure_year)
        = min(json_row) OVER (PARTITION BY table_id, phase, figure_year))
      AND of_fund = min(of_fund) OVER (PARTITION BY table_id, json_row, phase, figure_year, expense)
  ), by_column AS (
    SELECT document_id, department, scope, report_kind, figure_year, phase,
      CASE expense WHEN 'three_public' THEN 'total' ELSE expense END AS item,
      sum(amount)::DECIMAL(18, 4) AS amount, min(fact_id) AS fact_id
    FROM printed
    GROUP BY document_id, department, scope, report_kind, figure_year, phase, expense, table_id, json_row
  ), by_row AS (
    SELECT document_id, department, scope, report_kind, figure_year, phase,
      CASE WHEN row_name LIKE '%出国%' THEN 'abroad' WHEN row_name LIKE '%接待%' THEN 'reception'
        WHEN row_name LIKE '%购置及运行%' THEN 'vehicles' WHEN row_name LIKE '%购置%' THEN 'vehicle_purchase'
        WHEN row_name LIKE '%运行%' THEN 'vehicle_operation' WHEN row_name LIKE '%公务用车%' THEN 'vehicles'
        WHEN row_name LIKE '%三公%' OR row_kind = 'total' THEN 'total' END AS item,
      amount, fact_id
    FROM figures WHERE measure = 'total' AND table_id NOT IN (FROM across)
  )
  SELECT figure_year, department, scope, report_kind, phase, item, any_value(amount) AS amount,
    document_id, any_value(fact_id) AS fact_id, any_value(narrative_id) AS narrative_id
  FROM (SELECT *, NULL AS narrative_id FROM by_column UNION ALL SELECT *, NULL FROM by_row
    UNION ALL SELECT document_id, department, scope, report_kind, narrative_year, phase, what, amount, NULL, narrative_id
    FROM (${SAID(SAID_EXPENSES)}))
  WHERE item IS NOT NULL
  GROUP BY ALL HAVING count(DISTINCT amount) = 1`

/** Totals of the narrative, by the table that would print them. */
const SAID_TOTALS = SAID(SAID_WHOLES)

const TOTALS = `
  SELECT document_id, department, scope, report_kind, table_kind, figure_year, phase, any_value(amount) AS amount,
    any_value(narrative_id) AS narrative_id
  FROM (SELECT document_id, department, scope, report_kind, table_kind, figure_year, phase, amount, NULL AS narrative_id
    FROM (${TOTAL_COLUMNS}) WHERE row_kind = 'total' AND amount IS NOT NULL
    UNION ALL SELECT document_id, department, scope, report_kind, what, narrative_year, phase, amount, narrative_id
    FROM (${SAID_TOTALS}))
  GROUP BY ALL HAVING count(DISTINCT amount) = 1`

/** A budget says what was planned, final accounts what was spent: each by its own document. */
const OWN_PHASE = `(report_kind = 'budget' AND phase = 'budget' OR report_kind = 'final_accounts' AND phase = 'executed')`

const BUDGET_AGAINST_ACCOUNTS = `
  WITH lines AS (
    SELECT department, scope, table_kind, figure_year, report_kind, exp_func_code, amount
    FROM expenditure_by_document WHERE level = 1 AND ${OWN_PHASE}
    UNION ALL
    SELECT department, scope, table_kind, figure_year, report_kind, NULL, amount
    FROM expenditure_totals WHERE ${OWN_PHASE}
  ), sides AS (
    SELECT department, scope, table_kind, figure_year, exp_func_code,
      sum(amount) FILTER (report_kind = 'budget') AS budget,
      sum(amount) FILTER (report_kind = 'final_accounts') AS executed
    FROM lines GROUP BY ALL
  )
  SELECT *, executed - budget AS difference, executed / nullif(budget, 0) AS executed_share
  FROM sides`

const GROWTH = `
  SELECT this.department, this.scope, this.report_kind, this.table_kind, this.figure_year, this.phase,
    this.amount, last.amount AS amount_last_year, this.amount - last.amount AS change,
    (this.amount - last.amount) / nullif(last.amount, 0) AS growth
  FROM expenditure_totals AS this
  LEFT JOIN expenditure_totals AS last
    ON last.department = this.department AND last.scope IS NOT DISTINCT FROM this.scope
    AND last.report_kind = this.report_kind AND last.table_kind = this.table_kind
    AND last.phase = this.phase AND last.figure_year = this.figure_year - 1
  WHERE this.phase IN ('budget', 'executed')`

/** The year's money of a project; of a review, its budget of the whole year and what was spent of it. */
const moneyOf = (phases: string) =>
  `(SELECT any_value(amount) FROM project_funding AS money WHERE money.project_id = projects.project_id
    AND task IS NULL AND item = 'total' AND money_phase IN (${phases}) HAVING count(DISTINCT amount) = 1)`

const PROJECT_TARGETS = `
  SELECT documents.department AS publisher, documents.fiscal_year, documents.report_kind, record_kind,
    projects.department, unit_name, project_name, goal, achieved, projects.score AS total_score, execution_rate,
    ${moneyOf("'annual', 'full_year_budget'")} AS amount, ${moneyOf("'executed'")} AS executed,
    level1, level2, level3, target_phase, operator, target_value, target_unit, target_text, actual, weight,
    indicators.score, indicators.page, document_id, project_id, position
  FROM projects
  JOIN documents USING (document_id)
  LEFT JOIN indicators USING (document_id, project_id)
  WHERE documents.preferred`

export const VIEWS: readonly View[] = [
  {
    name: 'main_figures',
    zh: '主表数据',
    en: 'Figures of main tables',
    description:
      'The facts of preferred documents, of one table of each kind a document: the one of its owner, the fullest.',
    sql: MAIN_FIGURES,
  },
  {
    name: 'expenditure_totals',
    zh: '支出合计',
    en: 'Total expenditure',
    description:
      'The printed total of expenditure, by document, table and phase; of a document without tables, as its narrative states it (narrative_id).',
    sql: TOTALS,
  },
  {
    name: 'expenditure_by_document',
    zh: '分文件功能支出',
    en: 'Expenditure by document and function',
    description:
      'Sums of leaves by function at the levels 1 类, 2 款, 3 项; proved: the leaves of the table sum to its printed totals.',
    sql: BY_DOCUMENT,
  },
  {
    name: 'expenditure_by_function',
    zh: '分功能分年度支出',
    en: 'Expenditure by function and year',
    description:
      'Sums over documents, by scope, table, phase and level: choose one of each before you add up.',
    sql: `SELECT fiscal_year, report_kind, phase, scope, table_kind, level, exp_func_code, exp_func_name,
        sum(amount) AS amount, count(DISTINCT document_id) AS documents, bool_and(proved) AS proved
      FROM expenditure_by_document LEFT JOIN (${NAMES}) USING (exp_func_code, fiscal_year)
      WHERE phase IN ('budget', 'executed') GROUP BY ALL`,
  },
  {
    name: 'three_public',
    zh: '“三公”经费',
    en: 'The three public expenses',
    description:
      'By owner and year: total, abroad, reception, vehicles and their parts, where a document prints one figure of each; of a document without tables, as its narrative states it (narrative_id).',
    sql: THREE_PUBLIC,
  },
  {
    name: 'budget_against_accounts',
    zh: '预决算对比',
    en: 'Budget against final accounts',
    description:
      'By owner and year, in total (no code) and by 类: what the budget planned beside what the final accounts say was spent.',
    sql: BUDGET_AGAINST_ACCOUNTS,
  },
  {
    name: 'growth',
    zh: '增长',
    en: 'Growth',
    description:
      'Total expenditure beside that of the year before, of the same owner, scope, kind and table; no rate where last year is missing or 0.',
    sql: GROWTH,
  },
  {
    name: 'project_targets_and_results',
    zh: '项目目标与结果',
    en: 'Projects, targets and results',
    description:
      'A row per indicator of the performance forms of preferred documents, with its project, what that costs and what came of it: the money of a project is repeated on each of its rows.',
    sql: PROJECT_TARGETS,
  },
]
