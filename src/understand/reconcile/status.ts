/** What a person should look at, most important first, and whether anything is. */
import type { BudgetTable, Check, Issue, Report, Status } from '../../../schemas/document.js'
import { finding, isClean, type Message } from '../../../schemas/findings.js'
import { identitiesOf } from '../../../schemas/identity.js'
import { ATTRIBUTION_LABELS } from '../../../schemas/labels.js'

const ORDER = { error: 0, warning: 1, info: 2 } as const

/** Says of each failed check whose it is: the publication's where all its tables were read cleanly. */
export function attribute(
  tables: BudgetTable[],
  between: Check[],
  issues: Issue[],
): { tables: BudgetTable[]; checks: Check[] } {
  const unclean = new Set([
    ...tables.filter((table) => table.leftover.length > 0).map((table) => table.id),
    ...issues.filter((issue) => !isClean(issue)).map((issue) => issue.table),
  ])
  const whose = (check: Check): Check => {
    if (check.outcome !== 'fails') return check
    const touched = [check.left, ...check.right].map((term) => term.table)
    const attribution = touched.some((id) => unclean.has(id)) ? 'extraction' : 'publication'
    return { ...check, attribution }
  }
  return {
    tables: tables.map((table) => ({ ...table, checks: table.checks.map(whose) })),
    checks: between.map(whose),
  }
}

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
