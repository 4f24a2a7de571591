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
      own.filter(isStatement).map(({ fact }) => fact),
      tables,
      report,
    ),
  ]
}

/** A reason may name a part of what the table prints. */
const isStatement = ({ by }: ReadFact) => !by.includes('reason')

/** What a noun of a list names, of the owner's own; what no list knows accuses nobody. */
function isSure({ fact, by, of }: ReadFact): boolean {
  return of === null && fact.value !== null && fact.subject !== 'other' && !by.includes('unknown')
}
