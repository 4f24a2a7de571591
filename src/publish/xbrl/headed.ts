/** A column of figures as facts know it; by its header where no concept says it. */
import type { Column } from '../../../schemas/document.js'
import { COUNT_CONCEPT, SHARE_CONCEPT, UNNAMED_CONCEPT, UNSTATED_CONCEPT } from './concepts.js'
import { token } from './text.js'

export interface ColumnFact {
  column: Column
  concept: string
  phase: string | undefined
  /** The fiscal year that it speaks of; null where none is printed. */
  year: number | null
  /** The header path of a column that no concept says. */
  header: string | null
}

const HEADED: Partial<Record<Column['type'], string>> = {
  percent: SHARE_CONCEPT,
  count: COUNT_CONCEPT,
}

export function byHeader(fact: ColumnFact, hasUnit: boolean): ColumnFact {
  const { type, path, id } = fact.column
  const parts = path.map(token).filter((part) => part !== '')
  const amount = hasUnit ? UNNAMED_CONCEPT : UNSTATED_CONCEPT
  return { ...fact, concept: HEADED[type] ?? amount, header: parts.join('/') || token(id) }
}
