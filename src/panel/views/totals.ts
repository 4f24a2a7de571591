/** Totals of expenditure by document; beside those of the year before; budgets beside final accounts. */
import { SAID_WHOLES } from '../../../schemas/prose/witnesses.js'
import { said } from './said.js'
import type { View } from './view.js'
import { kindsOf, OWN_PHASE, PLACE_NAMES, placeAt, WHOSE, WHOSE_NAMES } from './view.js'

const MAIN_FIGURES = `
  SELECT facts.*, ${WHOSE}, facts.figure_year AS year, main_tables.leaf_outcome, ${placeAt('facts.page').replace(', facts.page AS page', '')}
  FROM facts JOIN documents USING (document_id) JOIN main_tables USING (table_id)
  WHERE main_tables.doubt IS NULL`

/** The columns that print the whole. */
export const TOTAL_COLUMNS = `
  SELECT * FROM main_figures
  WHERE table_kind IN (${kindsOf('total')}) AND measure = 'total' AND phase <> 'unstated'`

/** What a table prints, and of a document without such a table what its sentences say; one figure, or none. */
const TOTALS = `
  SELECT ${WHOSE_NAMES}, figure_year AS year, phase, table_kind, any_value(amount) AS amount,
    CASE WHEN any_value(narrative_id) IS NULL THEN 'table' ELSE 'narrative' END AS stated_in,
    document_id, min(fact_id) AS fact_id, any_value(narrative_id) AS narrative_id,
    any_value(source) AS source, min(page) AS page, arg_min(link, page) AS link
  FROM (SELECT ${WHOSE_NAMES}, figure_year, phase, table_kind, amount, document_id, fact_id, NULL AS narrative_id, ${PLACE_NAMES}
    FROM (${TOTAL_COLUMNS}) WHERE row_kind = 'total' AND amount IS NOT NULL
    UNION ALL SELECT ${WHOSE_NAMES}, narrative_year, phase, what, amount, document_id, NULL, narrative_id, ${PLACE_NAMES}
    FROM (${said(SAID_WHOLES, 'main_tables.table_kind = what')}))
  GROUP BY ${WHOSE_NAMES}, figure_year, phase, table_kind, document_id HAVING count(DISTINCT amount) = 1`

const GROWTH = `
  SELECT this.region, this.region_code, this.owner, this.owner_id, this.scope, this.report_kind, this.year, this.phase,
    this.table_kind, this.amount, last.amount AS amount_last_year, this.amount - last.amount AS change,
    (this.amount - last.amount) / nullif(last.amount, 0) AS growth, this.stated_in, last.stated_in AS last_stated_in,
    this.document_id, this.source, this.page, this.link, last.link AS last_link
  FROM expenditure_totals AS this
  LEFT JOIN expenditure_totals AS last
    ON last.owner_id = this.owner_id AND last.scope IS NOT DISTINCT FROM this.scope
    AND last.report_kind = this.report_kind AND last.table_kind = this.table_kind
    AND last.phase = this.phase AND last.year = this.year - 1
  WHERE this.phase IN ('budget', 'executed')`

/** A year's figure may stand in documents of two years: one figure, or none; nor where one of them has no sum. */
function oneOf(phase: string): string {
  const [own, isOwn] = [`amount) FILTER (phase = '${phase}'`, `FILTER (phase = '${phase}')`]
  return `CASE WHEN count(DISTINCT ${own}) = 1 AND count(${own}) = count(*) ${isOwn} THEN min(${own}) END`
}

/** Final accounts print the budget of the three public expenses beside what was spent of it. */
const BUDGET_AGAINST_ACCOUNTS = `
  WITH lines AS (
    SELECT ${WHOSE_NAMES}, table_kind, year, phase, code, NULL AS item, amount, link
    FROM expenditure_by_document WHERE level = 1 AND ${OWN_PHASE}
    UNION ALL
    SELECT ${WHOSE_NAMES}, table_kind, year, phase, NULL, NULL, amount, link FROM expenditure_totals WHERE ${OWN_PHASE}
    UNION ALL
    SELECT ${WHOSE_NAMES}, table_kind, year, phase, NULL, item, amount, link
    FROM three_public WHERE report_kind = 'final_accounts' AND phase IN ('budget', 'executed')
  ), sides AS (
    SELECT any_value(region) AS region, any_value(region_code) AS region_code, any_value(owner) AS owner, owner_id, scope,
      year, table_kind, code, item,
      ${oneOf('budget')} AS budget, ${oneOf('executed')} AS executed,
      min(link) FILTER (phase = 'budget') AS budget_link, min(link) FILTER (phase = 'executed') AS executed_link
    FROM lines GROUP BY owner_id, scope, year, table_kind, code, item
  )
  SELECT *, executed - budget AS difference, executed / nullif(budget, 0) AS executed_share
  FROM sides`

export const TOTAL_VIEWS: readonly View[] = [
  {
    name: 'main_figures',
    zh: '主表数据',
    en: 'Figures of main tables',
    description:
      'The facts of preferred documents, of the one table of each kind that speaks for a document (main_tables).',
    sql: MAIN_FIGURES,
  },
  {
    name: 'expenditure_totals',
    zh: '支出合计',
    en: 'Total expenditure',
    description:
      'The printed total of expenditure, by document, table and phase; of a document without such a table, as its narrative states it (stated_in). None where two figures are stated.',
    sql: TOTALS,
  },
]

/** They rest on sums by function too. */
export const COMPARISON_VIEWS: readonly View[] = [
  {
    name: 'budget_against_accounts',
    zh: '预决算对比',
    en: 'Budget against final accounts',
    description:
      'By owner and year, in total (no code) and by 类: what the budget planned beside what the final accounts say was spent; of the three public expenses (item) as the final accounts print both. None where two figures are stated.',
    sql: BUDGET_AGAINST_ACCOUNTS,
  },
  {
    name: 'growth',
    zh: '增长',
    en: 'Growth',
    description:
      'Total expenditure beside that of the year before, of the same owner, scope, kind and table; no rate where last year is missing, in doubt, or 0.',
    sql: GROWTH,
  },
]
