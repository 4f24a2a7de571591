/** Where a person looks: failed checks with their pages, and documents with the reasons why. */
import type { View } from './view.js'
import { placeAt, WHOSE } from './view.js'

/** The page of the left side, else of the first side that has one. */
const FAILED = `
  WITH places AS (
    SELECT check_id, arg_min(coalesce(facts.page, narrative_facts.page), (side <> 'left', position))
      FILTER (facts.page IS NOT NULL OR narrative_facts.page IS NOT NULL) AS page
    FROM check_terms LEFT JOIN facts USING (fact_id)
      LEFT JOIN narrative_facts ON narrative_facts.narrative_id = check_terms.narrative_id
    WHERE check_id IN (SELECT check_id FROM checks WHERE outcome = 'fails') GROUP BY ALL
  )
  SELECT ${WHOSE}, documents.fiscal_year AS year, rule, identity_zh, identity_en, left_amount, right_amount,
    difference, checks.unit, tolerance, attribution, check_id, document_id, checks.table_id,
    ${placeAt("coalesce(places.page, split_part(tables.pages, ' ', 1)::INTEGER)")}
  FROM checks JOIN documents USING (document_id) LEFT JOIN places USING (check_id)
    LEFT JOIN tables ON tables.table_id = checks.table_id
  WHERE outcome = 'fails'`

const NEEDS_LOOK = `
  SELECT ${WHOSE}, documents.fiscal_year AS year, documents.status, issues.code AS reason, issues.severity, message,
    document_id, ${placeAt('issues.page')}
  FROM issues JOIN documents USING (document_id) WHERE severity <> 'info'
  UNION ALL BY NAME
  SELECT doubts.* EXCLUDE (doubt, table_kind, title, table_owner, amount, table_id), documents.status, doubt AS reason,
    'warning' AS severity, title AS message
  FROM doubts JOIN documents USING (document_id)`

export const LOOK_VIEWS: readonly View[] = [
  {
    name: 'failed_checks',
    zh: '不符的勾稽关系',
    en: 'Failed checks',
    description: 'Each check that fails, with both sides and the page to look at.',
    sql: FAILED,
  },
  {
    name: 'needs_look',
    zh: '需要人看的文件',
    en: 'Documents that need a look',
    description:
      'Each reason for which a person should look at a document: its warnings and errors, and tables in doubt.',
    sql: NEEDS_LOOK,
  },
]
