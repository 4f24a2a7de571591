/** Findings that a person has looked at: each stays, says what came of it, and asks nobody any more. */
import type { Correction, Corrections, Place } from '../../schemas/corrections.js'
import type { BudgetTable, Issue } from '../../schemas/document.js'
import { refusal } from './correct.js'
import { isNear, type Shown } from './places.js'

type Verdict = Extract<Correction, { what: 'finding' }>

/** Verdicts of several people on one finding: where they agree the first stands, where they do not, none. */
export function settleFindings(
  issues: readonly Issue[],
  { corrections }: Corrections,
  tables: readonly BudgetTable[],
  shown: Shown,
): Issue[] {
  const refused: Issue[] = []
  const verdicts = new Map<Issue, Verdict[]>()
  for (const correction of corrections) {
    if (correction.what !== 'finding') continue
    const there = issues.filter((issue) => isOf(issue, correction, tables, shown))
    // One look is at one finding: of several that say different things nobody knows which was meant.
    const isOne = new Set(there.map(({ message }) => message.zh)).size === 1
    if (!isOne) refused.push(refusal(correction, 'place'))
    else
      for (const issue of there) verdicts.set(issue, [...(verdicts.get(issue) ?? []), correction])
  }
  const disputed = new Set([...verdicts.values()].filter(isDisputed).flat())
  for (const verdict of disputed) refused.push(refusal(verdict, 'conflict'))
  const settled = issues.map((issue) => {
    const [first] = verdicts.get(issue) ?? []
    return first === undefined || disputed.has(first) ? issue : settledIssue(issue, first)
  })
  return [...settled, ...refused]
}

const isDisputed = (said: readonly Verdict[]) => new Set(said.map(({ right }) => right)).size > 1

function isOf(
  issue: Issue,
  { read, place }: Verdict,
  tables: readonly BudgetTable[],
  shown: Shown,
): boolean {
  const { code, page, bbox } = issue
  if (code !== read || page !== place.page || !isNamed(issue, place, tables)) return false
  return bbox === null || place.bbox === null
    ? bbox === place.bbox
    : isNear(shown(page, bbox), place.bbox)
}

/** What a place says of table, row, column and identity must be what the finding speaks of; it need not say any. */
function isNamed(issue: Issue, place: Place, tables: readonly BudgetTable[]): boolean {
  const table = tables.find(({ id }) => id === issue.table)
  const row = table?.rows.find(({ id }) => id === issue.row)
  const column = table?.columns.find(({ id }) => id === issue.column)
  return (
    (place.identity === undefined || place.identity === issue.identity) &&
    (place.table === null || place.table === table?.title) &&
    (place.row === null || place.row === row?.label) &&
    (place.column === null || place.column.join('\n') === column?.path.join('\n'))
  )
}

function settledIssue(issue: Issue, { right: verdict, who: by, why }: Verdict): Issue {
  return { ...issue, severity: 'info', settled: { verdict, from: issue.severity, by, why } }
}
