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
  const unnamed = hasUnit ? 'Amount' : UNSTATED_CONCEPT
  const named = columns.map((column) => (hasUnit ? conceptOf(column.meaning) : null))
  const phases = columns.map((column) => phaseMember(phaseOf(column, kind)))
  const seen = new Map<string, number>()
  for (const [i, concept] of named.entries()) tally(seen, `${concept} ${phases[i]}`)
  const facts: ColumnFact[] = []
  for (const [i, column] of columns.entries()) {
    const [concept, phase] = [named[i], phases[i]]
    const isAlone = concept !== null && seen.get(`${concept} ${phase}`) === 1
    facts.push(
      isAlone
        ? { id: column.id, concept, phase, header: null }
        : { id: column.id, concept: unnamed, phase, header: headerOf(column) },
    )
  }
  return facts
}

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function headerOf(column: Column): string {
  const parts = column.path.map(token).filter((part) => part !== '')
  return parts.join('/') || token(column.id)
}
