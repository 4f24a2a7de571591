/** What the figures of sentences are, in the terms of tables. */
import { isMoneyUnit, type POWER } from '../amount.js'
import type { NarrativeFact } from '../document.js'
import type { Phase } from '../phases.js'

/** Sentences say 万 and 亿 for 万元 and 亿元 too. @returns null of what is no money */
export function moneyUnit(
  fact: Pick<NarrativeFact, 'unit'> | undefined,
): keyof typeof POWER | null {
  const unit = fact?.unit?.replace(/^[万亿]$/, '$&元')
  return unit !== undefined && isMoneyUnit(unit) ? unit : null
}

/** The phase of a column of a table, by what a sentence says of its figure. */
export const PHASE_OF_BASIS = {
  budget: 'budget',
  executed: 'executed',
  last_year_budget: 'previous_year_budget',
  last_year_executed: 'previous_year_executed',
} as const satisfies Record<NonNullable<NarrativeFact['basis']>, Phase>
