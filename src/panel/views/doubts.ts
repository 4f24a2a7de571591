/**
 * Where a view has no answer, and why. One table of a kind speaks for a document; where two would, none does. A total
 * of expenditure that is far from the total of revenue is of a table that was misread, or is none of that kind: a growth of
 * 1,645 % was one. What is in doubt is in no other view.
 */
import type { View } from './view.js'
import { kindsOf, OWN_PHASE, placeAt, WHOSE } from './view.js'

/**
 * How far expenditure may be from revenue, as a share of revenue: by what last year left, where one side has it and the
 * other has not. Of the 80 documents of the corpus that print both the farthest are 0.2 % apart (two final accounts).
 */
export const FAR = 0.2

/** Forms and unknown tables repeat in every document, and are no main tables. */
const MAIN = `table_kind <> 'unrecognized' AND NOT contains(table_kind, 'performance')`

/** Tables that print amounts; of several of a kind the one of the document's owner speaks, if it is the only one. */
const CANDIDATES = `
  SELECT *, tables_of_kind > 1 AND NOT (is_own AND own_tables = 1) AS is_several
  FROM (SELECT tables.*, coalesce(tables.owner = documents.department, false) AS is_own,
      count(*) OVER of_kind AS tables_of_kind,
      count(*) FILTER (tables.owner = documents.department) OVER of_kind AS own_tables
    FROM tables JOIN documents USING (document_id)
    WHERE documents.preferred AND ${MAIN}
      AND table_id IN (SELECT table_id FROM facts WHERE amount IS NOT NULL)
    WINDOW of_kind AS (PARTITION BY document_id, table_kind))
  WHERE tables_of_kind = 1 OR is_own OR own_tables <> 1`

const PRINTED_TOTALS = `
  SELECT document_id, table_id, table_kind, amount, table_kind IN (${kindsOf('all_revenue')})
      OR table_kind IN (${kindsOf('both_sides')}) AND panel = 'revenue' AS is_revenue
  FROM facts JOIN documents USING (document_id)
  WHERE row_kind = 'total' AND measure = 'total' AND amount IS NOT NULL AND ${OWN_PHASE}`

/** Below what is printed of revenue only the whole of expenditure is out of place: other tables are parts of it. */
const FAR_TABLES = `
  SELECT table_id, bool_and(spent.amount > revenue.most * (1 + ${FAR})
      OR spent.table_kind IN (${kindsOf('all_expenditure')}) AND spent.amount < revenue.least * (1 - ${FAR})) AS is_far
  FROM printed_totals AS spent
  JOIN (SELECT document_id, max(amount) AS most, min(amount) AS least FROM printed_totals
    WHERE is_revenue AND amount > 0 GROUP BY ALL) AS revenue USING (document_id)
  WHERE spent.table_kind IN (${kindsOf('total')}) GROUP BY ALL`

const MAIN_TABLES = `
  WITH printed_totals AS (${PRINTED_TOTALS}), far AS (${FAR_TABLES}), candidates AS (${CANDIDATES})
  SELECT candidates.document_id, table_id, table_kind, leaf_outcome,
    CASE WHEN is_several THEN 'several_tables' WHEN is_far THEN 'far_from_revenue' END AS doubt
  FROM candidates LEFT JOIN far USING (table_id)`

const DOUBTS = `
  SELECT ${WHOSE}, documents.fiscal_year AS year, main_tables.table_kind, doubt, tables.title, tables.owner AS table_owner,
    (SELECT max(amount) FROM facts WHERE facts.table_id = main_tables.table_id AND row_kind = 'total'
      AND measure = 'total' AND phase IN ('budget', 'executed')) AS amount,
    document_id, table_id, ${placeAt("split_part(tables.pages, ' ', 1)::INTEGER")}
  FROM main_tables JOIN tables USING (table_id, document_id) JOIN documents USING (document_id)
  WHERE doubt IS NOT NULL`

export const DOUBT_VIEWS: readonly View[] = [
  {
    name: 'main_tables',
    zh: '主表',
    en: 'Main tables',
    description:
      'The one table of each kind that speaks for a preferred document. With a doubt it does not: several_tables, far_from_revenue (see doubts).',
    sql: MAIN_TABLES,
  },
  {
    name: 'doubts',
    zh: '存疑的主表',
    en: 'Tables in doubt',
    description:
      'Where the other views have no answer: a document has several tables of a kind and none is its owner’s alone, or the total of its expenditure is far from that of its revenue.',
    sql: DOUBTS,
  },
]
