/** The narrative against itself and against the tables. A failed check changes no fact. */
import type { BudgetTable, Check, Report } from '../../../../schemas/document.js'
import type { ReadFact } from '../facts.js'
import { ratioCheck } from './ratios.js'
import { changeCheck, listChecks } from './sums.js'
import { tableChecks } from './tables.js'

export function checkProse(
  read: readonly ReadFact[],
  tables: readonly BudgetTable[],
  report: Report,
): Check[] {
  const own = read.filter(isSure)
  return [
    ...own.flatMap((each) => changeCheck(each) ?? []),
    ...own.flatMap((each) => ratioCheck(each) ?? []),
    ...listChecks(own),
    ...tableChecks(
      own.map(({ fact }) => fact),
      tables,
      report,
    ),
  ]
}

/** What a noun of a list names; what no list knows accuses nobody. */
function isSure({ fact, by }: ReadFact): boolean {
  return fact.value !== null && fact.subject !== 'other' && !by.includes('unknown')
}
