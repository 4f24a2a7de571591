/** Laws of money that moves through a year, and of the three budgets in the summary of appropriations. */
import type { Fund } from './funds.js'
import type { Identity } from './kind.js'
import type { Meaning } from './meaning.js'

/** What was there at the start, what came in, what was spent, what is left: the form of final accounts. */
export const MOVEMENT: Extract<Identity, { rule: 'balance' }> = {
  rule: 'balance',
  opening: 'carry_over',
  revenue: 'current_revenue',
  expenditure: 'current_expenditure',
  closing: 'carry_forward',
}

const inSummary = (
  column: Meaning,
  row: 'source' | 'opening' | 'expenditure' | 'closing',
  fund: Fund,
): Identity => ({
  rule: 'equals_table',
  column,
  other: 'appropriation_summary',
  otherColumn: { row, fund },
})

/** A budget's own table is its column of the summary of appropriations: expenditure in all documents. */
export const spendingOf = (fund: Fund): Identity => inSummary('total', 'expenditure', fund)

/** Where the table prints movements, they are the summary's too. */
export const movementsOf = (fund: Fund): Identity[] => [
  MOVEMENT,
  inSummary('carry_over', 'opening', fund),
  inSummary('current_revenue', 'source', fund),
  spendingOf(fund),
  inSummary('carry_forward', 'closing', fund),
]
