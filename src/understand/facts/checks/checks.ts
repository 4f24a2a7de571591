/** The narrative against itself and against the tables. A failed check changes no fact. */
import type { BudgetTable, Check, Report } from '../../../../schemas/document.js'
import { familyOf } from '../../../../schemas/prose/subjects.js'
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
  const implied = new Set(own.filter(isImplied).map(({ fact }) => fact.id))
  return [
    ...own.flatMap((each) => changeCheck(each) ?? []),
    ...own.flatMap((each) => ratioCheck(each) ?? []),
    ...listChecks(own),
    ...tableChecks(
      own.filter(isStatement).map(({ fact }) => fact),
      tables,
      report,
    ).map((check) =>
      isOf(check, implied) ? { ...check, attribution: 'unclear' as const } : check,
    ),
  ]
}

const isOf = ({ outcome, right }: Check, facts: ReadonlySet<string>): boolean =>
  outcome === 'fails' && right.some(({ fact }) => fact !== null && facts.has(fact))

/**
 * A total whose noun the clause does not print: it is carried over (年度预算安排：100 万元), or is told by its
 * money alone within a list (其中：一般公共预算 80 万元). It may be of a part, and accuses nobody.
 */
function isImplied({ fact, by }: ReadFact): boolean {
  if (familyOf(fact.subject) !== 'totals') return false
  const listed = by.includes('among') || by.includes('bracket') || by.includes('reason')
  return by.includes('carried_over') || (by.includes('fund') && listed)
}

/** A reason may name a part of what the table prints. */
const isStatement = ({ by }: ReadFact) => !by.includes('reason')

/** What a noun of a list names, of the owner's own; what no list knows accuses nobody. */
function isSure({ fact, by, of }: ReadFact): boolean {
  return of === null && fact.value !== null && fact.subject !== 'other' && !by.includes('unknown')
}
