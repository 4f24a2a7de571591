/** Procurement by category: 货物, 工程 and 服务, as rows of the table print them. */
import type { View } from './view.js'
import { kindsOf, OWN_PHASE, WHOSE_NAMES } from './view.js'

const OF_TABLE = `${WHOSE_NAMES}, document_id, table_id, figure_year, phase`

/** 货物, 货物A, 货物类, A货物. Tables that are sorted by function or by unit alone have no such rows. */
const CATEGORY = `CASE WHEN regexp_full_match(row_name, '[A-C]?货物[A-C]?类?') THEN 'goods'
  WHEN regexp_full_match(row_name, '[A-C]?工程[A-C]?类?') THEN 'works'
  WHEN regexp_full_match(row_name, '[A-C]?服务[A-C]?类?') THEN 'services' END`

/** Rows of several units are added; where all categories do not come to the printed total, none is given. */
const PROCUREMENT = `
  WITH rows_of AS (
    SELECT *, ${CATEGORY} AS category FROM main_figures
    WHERE table_kind IN (${kindsOf('procurement')}) AND measure = 'total' AND ${OWN_PHASE} AND amount IS NOT NULL
  ), categories AS (
    SELECT ${OF_TABLE}, category, sum(amount) AS amount, any_value(source) AS source, min(page) AS page,
      arg_min(link, page) AS link
    FROM rows_of WHERE category IS NOT NULL AND row_kind IN ('leaf', 'subtotal') GROUP BY ${OF_TABLE}, category
  ), totals AS (
    SELECT table_id, any_value(amount) AS total FROM rows_of WHERE row_kind = 'total'
    GROUP BY ALL HAVING count(DISTINCT amount) = 1
  )
  SELECT ${WHOSE_NAMES}, figure_year AS year, phase, category, amount::DECIMAL(18, 4) AS amount, total, document_id,
    source, page, link
  FROM categories JOIN totals USING (table_id)
  QUALIFY sum(amount) OVER (PARTITION BY table_id) = total`

export const PROCUREMENT_VIEWS: readonly View[] = [
  {
    name: 'procurement',
    zh: '政府采购分类',
    en: 'Procurement by category',
    description:
      'By owner and year: goods, works and services, where the rows of the categories come to the printed total.',
    sql: PROCUREMENT,
  },
]
