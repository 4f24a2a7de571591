/** The three public expenses, printed as columns, as columns by fund, or as rows; or said in sentences. */
import { THREE_PUBLIC_EXPENSES } from '../../../schemas/measures.js'
import { SAID_EXPENSES } from '../../../schemas/prose/witnesses.js'
import { said } from './said.js'
import type { View } from './view.js'
import { kindsOf, listOf, PLACE_NAMES, WHOSE_NAMES } from './view.js'

const OF_FIGURE = `${WHOSE_NAMES}, document_id, figure_year, phase, table_kind`

/** An expense as a column, or as columns by fund, which come to it; or as a row. */
const THREE_PUBLIC = `
  WITH figures AS (
    SELECT *, split_part(measure, '.', 1) AS expense, contains(measure, '.') AS of_fund
    FROM main_figures WHERE table_kind IN (${kindsOf('three_public')}) AND phase <> 'unstated' AND amount IS NOT NULL
  ), across AS (
    SELECT DISTINCT table_id FROM figures WHERE expense IN ('abroad', 'reception')
  ), printed AS (
    SELECT * FROM figures
    WHERE table_id IN (FROM across) AND expense IN (${listOf(THREE_PUBLIC_EXPENSES)})
    QUALIFY (row_kind = 'total' OR max(json_row) OVER (PARTITION BY table_id, phase, figure_year)
        = min(json_row) OVER (PARTITION BY table_id, phase, figure_year))
      AND of_fund = min(of_fund) OVER (PARTITION BY table_id, json_row, phase, figure_year, expense)
  ), by_column AS (
    SELECT ${OF_FIGURE}, CASE expense WHEN 'three_public' THEN 'total' ELSE expense END AS item,
      sum(amount)::DECIMAL(18, 4) AS amount, min(fact_id) AS fact_id, any_value(source) AS source,
      min(page) AS page, arg_min(link, page) AS link
    FROM printed
    GROUP BY ${OF_FIGURE}, expense, table_id, json_row
  ), by_row AS (
    SELECT ${OF_FIGURE},
      CASE WHEN row_name LIKE '%出国%' THEN 'abroad' WHEN row_name LIKE '%接待%' THEN 'reception'
        WHEN row_name LIKE '%购置及运行%' THEN 'vehicles' WHEN row_name LIKE '%购置%' THEN 'vehicle_purchase'
        WHEN row_name LIKE '%运行%' THEN 'vehicle_operation' WHEN row_name LIKE '%公务用车%' THEN 'vehicles'
        WHEN row_name LIKE '%三公%' OR row_kind = 'total' THEN 'total' END AS item,
      amount, fact_id, ${PLACE_NAMES}
    FROM figures WHERE measure = 'total' AND table_id NOT IN (FROM across)
  ), stated AS (
    SELECT *, NULL AS narrative_id FROM by_column
    UNION ALL SELECT *, NULL FROM by_row
    UNION ALL SELECT ${WHOSE_NAMES}, document_id, narrative_year, phase, ([${kindsOf('three_public')}])[1] AS table_kind, what, amount, NULL, ${PLACE_NAMES}, narrative_id
    FROM (${said(SAID_EXPENSES, `main_tables.table_kind IN (${kindsOf('three_public')})`)})
  )
  SELECT ${WHOSE_NAMES}, figure_year AS year, phase, min(table_kind) AS table_kind, item, any_value(amount) AS amount,
    CASE WHEN any_value(narrative_id) IS NULL THEN 'table' ELSE 'narrative' END AS stated_in,
    document_id, min(fact_id) AS fact_id, any_value(narrative_id) AS narrative_id,
    any_value(source) AS source, min(page) AS page, arg_min(link, page) AS link
  FROM stated WHERE item IS NOT NULL
  GROUP BY ${WHOSE_NAMES}, document_id, figure_year, phase, item HAVING count(DISTINCT amount) = 1`

export const THREE_PUBLIC_VIEWS: readonly View[] = [
  {
    name: 'three_public',
    zh: '“三公”经费',
    en: 'The three public expenses',
    description:
      'By owner and year: total, abroad, reception, vehicles and their parts, where a document prints one figure of each; of a document without such a table, as its narrative states it (stated_in).',
    sql: THREE_PUBLIC,
  },
]
