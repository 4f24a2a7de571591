/** What a person should look at, most important first, and whether anything is. */
import type { BudgetTable, Check, Issue, Report, Status } from '../../../schemas/document.js'
import { finding, type Message } from '../../../schemas/findings.js'
import { identitiesOf } from '../../../schemas/identity.js'
import { ATTRIBUTION_LABELS } from '../../../schemas/labels.js'

const ORDER = { error: 0, warning: 1, info: 2 } as const

export function findingsOf(tables: BudgetTable[], between: Check[]): Issue[] {
  const say = identitiesOf(tables)
  const found: Issue[] = []
  for (const table of tables) {
    found.push(...failures(table.checks, tables, say))
    for (const left of table.leftover) found.push(leftOver(table, left))
  }
  return [...found, ...failures(between, tables, say)]
}

function leftOver(
  { id }: BudgetTable,
  { text, page, bbox }: BudgetTable['leftover'][number],
): Issue {
  return finding('left_over', { text }, { table: id, page, bbox })
}

type Say = (check: Check) => Message

function failures(checks: readonly Check[], tables: BudgetTable[], say: Say): Issue[] {
  const found: Issue[] = []
  for (const check of checks)
    if (check.outcome === 'fails') found.push(failure(check, tables, say(check)))
  return found
}

function failure(check: Check, tables: BudgetTable[], identity: Message): Issue {
  const table = tables.find((candidate) => candidate.id === check.left.table)
  const { row, column, label, value } = check.left
  const cell = table?.rows.find(({ id }) => id === row)?.cells[column ?? '']
  const whose = ATTRIBUTION_LABELS[check.attribution ?? 'unclear']
  return finding(
    'identity_fails',
    { identity, label, value, difference: check.difference, whose },
    { table: check.left.table, row, column, page: cell?.page ?? null, bbox: cell?.bbox ?? null },
  )
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
