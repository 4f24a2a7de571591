/** Projects of performance forms with their targets, what they cost and what came of it. */
import type { View } from './view.js'
import { placeAt, WHOSE } from './view.js'

/** The year's money of a project; of a review, its budget of the whole year and what was spent of it. */
const moneyOf = (phases: string) =>
  `(SELECT any_value(amount) FROM project_funding AS money WHERE money.project_id = projects.project_id
    AND task IS NULL AND item = 'total' AND money_phase IN (${phases}) HAVING count(DISTINCT amount) = 1)`

const PROJECT_TARGETS = `
  SELECT ${WHOSE}, documents.fiscal_year AS year, record_kind, projects.department, unit_name, project_name, goal, achieved,
    projects.score AS total_score, execution_rate,
    ${moneyOf("'annual', 'full_year_budget'")} AS amount, ${moneyOf("'executed'")} AS executed,
    level1, level2, level3, target_phase, operator, target_value, target_unit, target_text, actual, weight,
    indicators.score, document_id, project_id, position,
    ${placeAt("coalesce(indicators.page, split_part(projects.pages, ' ', 1)::INTEGER)")}
  FROM projects
  JOIN documents USING (document_id)
  LEFT JOIN indicators USING (document_id, project_id)
  WHERE documents.preferred`

export const PROJECT_VIEWS: readonly View[] = [
  {
    name: 'project_targets_and_results',
    zh: '项目目标与结果',
    en: 'Projects, targets and results',
    description:
      'A row per indicator of the performance forms of preferred documents, with its project, what that costs and what came of it: the money of a project is repeated on each of its rows.',
    sql: PROJECT_TARGETS,
  },
]
