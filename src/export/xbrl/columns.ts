/** The amount columns of one list -> the concept and phase of each. */
import type { BudgetDocument, Column } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'
import { conceptOf } from './concepts.js'
import { type Phase, UNSTATED_CONCEPT } from './names.js'
import { token } from './text.js'

export interface ColumnFact {
  id: string
  concept: string
  phase: Phase
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
    phase: phaseOf(column, kind),
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

/** Funds are called 预算 too: that says nothing of the phase. */
const FUND_NAMES = /(?:一般公共|公共财政|政府性基金|国有资本经营|基金|公共|财政)预算/g

/** The header's own words first, else what the document is. */
function phaseOf(column: Column, kind: BudgetDocument['report']['kind']): Phase {
  const header = fold(column.path.join('/')).replace(FUND_NAMES, '')
  const atoms = column.meaning?.split('.') ?? []
  const executed = /决算|执行/.test(header)
  const planned = atoms.includes('budgeted') || header.includes('预算')
  if (atoms.includes('previous_year')) {
    if (executed === planned) return 'PreviousYearPhase'
    return executed ? 'PreviousYearExecutedPhase' : 'PreviousYearBudgetPhase'
  }
  if (executed !== planned) return executed ? 'ExecutedPhase' : 'BudgetPhase'
  if (kind === null) return 'UnstatedPhase'
  return kind === 'budget' ? 'BudgetPhase' : 'ExecutedPhase'
}
