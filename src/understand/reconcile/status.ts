/** What a person should look at, most important first, and whether anything is. */
import { identityName } from '../../../schemas/check.js'
import type {
  BudgetTable,
  Check,
  Issue,
  NarrativeFact,
  Report,
  Status,
  Term,
} from '../../../schemas/document.js'
import { type FindingPlace, finding, type Message } from '../../../schemas/findings.js'
import { identitiesOf } from '../../../schemas/identity.js'
import { ATTRIBUTION_LABELS } from '../../../schemas/labels.js'

const ORDER = { error: 0, warning: 1, info: 2 } as const

export function findingsOf(
  tables: BudgetTable[],
  between: Check[],
  facts: readonly NarrativeFact[] = [],
): Issue[] {
  const say = identitiesOf(tables)
  const found: Issue[] = []
  for (const table of tables) {
    found.push(...failures(table.checks, tables, facts, say))
    for (const left of table.leftover) found.push(leftOver(table, left))
  }
  return [...found, ...failures(between, tables, facts, say)]
}

function leftOver(
  { id }: BudgetTable,
  { text, page, bbox }: BudgetTable['leftover'][number],
): Issue {
  return finding('left_over', { text }, { table: id, page, bbox })
}

type Say = (check: Check) => Message

function failures(
  checks: readonly Check[],
  tables: BudgetTable[],
  facts: readonly NarrativeFact[],
  say: Say,
): Issue[] {
  const found: Issue[] = []
  for (const check of checks)
    if (check.outcome === 'fails')
      found.push(failure(check, placeOf(check.left, tables, facts), say(check)))
  return found
}

function failure(check: Check, place: FindingPlace, identity: Message): Issue {
  const { label, value } = check.left
  const whose = ATTRIBUTION_LABELS[check.attribution ?? 'unclear']
  const { difference } = check
  const said = finding('identity_fails', { identity, label, value, difference, whose }, place)
  return { ...said, identity: identityName(check) }
}

/** The cell that prints a figure, or the clause that does. */
function placeOf(
  { table: id, row, column, fact }: Term,
  tables: BudgetTable[],
  facts: readonly NarrativeFact[],
): FindingPlace {
  if (fact !== null) {
    const said = facts.find((each) => each.id === fact)
    return { page: said?.page ?? null, bbox: said?.bbox ?? null }
  }
  const table = tables.find((candidate) => candidate.id === id)
  const cell = table?.rows.find((each) => each.id === row)?.cells[column ?? '']
  return { table: id, row, column, page: cell?.page ?? null, bbox: cell?.bbox ?? null }
}

export function sortIssues(issues: Issue[]): Issue[] {
  return issues.toSorted(
    (a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.page ?? 0) - (b.page ?? 0),
  )
}

export function statusOf(
  report: Report,
  tables: BudgetTable[],
  issues: Issue[],
  hasText: boolean,
): Status {
  if (!hasText) return 'image_only'
  if (report.scope === 'government') return 'review'
  if (report.kind === null || tables.every((table) => table.kind === 'unrecognized'))
    return 'no_tables'
  return issues.some((issue) => issue.severity !== 'info') ? 'review' : 'ok'
}
