/** What a document says in sentences, where it has no table that would print it. */
import { PHASE_OF_BASIS } from '../../../schemas/prose/figures.js'
import { placeAt, WHOSE } from './view.js'

/**
 * @param subjects of the narrative, by what the view calls them
 * @param printed which main table would print `what`, as SQL
 */
export function said(subjects: Record<string, string>, printed: string): string {
  const names = Object.entries(subjects).map(
    ([subject, name]) => `WHEN '${subject}' THEN '${name}'`,
  )
  const phases = Object.entries(PHASE_OF_BASIS).map(
    ([basis, phase]) => `WHEN '${basis}' THEN '${phase}'`,
  )
  return `SELECT narrative_facts.* EXCLUDE (page), ${WHOSE}, ${placeAt('narrative_facts.page')},
    CASE basis ${phases.join(' ')} END AS phase,
    CASE subject ${names.join(' ')} END AS what
  FROM narrative_facts JOIN documents USING (document_id)
  WHERE documents.preferred AND narrative_measure = 'amount' AND amount IS NOT NULL
    AND basis IS NOT NULL AND qualifier IS NULL AND what IS NOT NULL
    AND NOT EXISTS (FROM main_tables WHERE main_tables.document_id = documents.document_id AND ${printed})`
}
