/** The amount columns of one list -> the concept and phase of each. */
import type { BudgetDocument, Column } from '../../../schemas/document.js'
import { phaseOf } from '../../../schemas/phase.js'
import { conceptOf } from './concepts.js'
import { type PhaseMember, phaseMember, UNSTATED_CONCEPT } from './names.js'
import { token } from './text.js'

export interface ColumnFact {
  id: string
  concept: string
  phase: PhaseMember
  /** The header path of a column that no concept says. */
  header: string | null
}

/**
 * Where no unit is stated, only the header can say what a figure is: concepts are of money.
 * A meaning that two columns of a list share tells them apart no longer: then their headers do.
 */
export function columnFacts(
  columns: readonly Column[],
  kind: BudgetDocument['report']['kind'],
  hasUnit: boolean,
): ColumnFact[] {
  const named = columns.map((column) => ({
    column,
    concept: hasUnit ? conceptOf(column.meaning) : null,
    phase: phaseMember(phaseOf(column, kind)),
  }))
  const unnamed = hasUnit ? 'Amount' : UNSTATED_CONCEPT
  const seen = new Map<string, number>()
  const keyOf = ({ concept, phase }: (typeof named)[number]) => `${concept} ${phase}`
  for (const entry of named) seen.set(keyOf(entry), (seen.get(keyOf(entry)) ?? 0) + 1)
  return named.map((entry) => {
    const { column, concept, phase } = entry
    return concept !== null && seen.get(keyOf(entry)) === 1
      ? { id: column.id, concept, phase, header: null }
      : { id: column.id, concept: unnamed, phase, header: headerOf(column) }
  })
}

function headerOf(column: Column): string {
  const parts = column.path.map(token).filter((part) => part !== '')
  return parts.join('/') || token(column.id)
}
