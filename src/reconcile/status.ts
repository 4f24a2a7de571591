/** What a person should look at, most important first, and whether anything is. */
import type { BudgetTable, Check, Issue, Report, Status } from '../../schemas/document.js'

const ORDER = { error: 0, warning: 1, info: 2 } as const

/** Findings that mean a table was not read cleanly. */
const UNCLEAN = new Set(['not_an_amount', 'odd_code', 'unknown_header', 'ambiguous_kind'])

/** Says of each failed check whose it is: the publication's where all its tables were read cleanly. */
export function attribute(checks: Check[], tables: BudgetTable[], issues: Issue[]): void {
  const unclean = new Set([
    ...tables.filter((table) => table.leftover.length > 0).map((table) => table.id),
    ...issues.filter((issue) => UNCLEAN.has(issue.code)).map((issue) => issue.table),
  ])
  for (const check of checks) {
    if (check.outcome !== 'fails') continue
    const touched = [check.left, ...check.right].map((term) => term.table)
    check.attribution = touched.some((id) => unclean.has(id)) ? 'extraction' : 'publication'
  }
}

export function findingsOf(tables: BudgetTable[], between: Check[]): Issue[] {
  const found: Issue[] = []
  for (const table of tables) {
    found.push(...failures(table.checks, tables))
    for (const left of table.leftover) found.push(leftOver(table, left))
  }
  return [...found, ...failures(between, tables)]
}

function leftOver(
  { id }: BudgetTable,
  { text, page, bbox }: BudgetTable['leftover'][number],
): Issue {
  const message = `"${text}" stands in the table and in no cell of it`
  return { code: 'left_over', severity: 'error', message, table: id, page, bbox }
}

function failures(checks: readonly Check[], tables: BudgetTable[]): Issue[] {
  const found: Issue[] = []
  for (const check of checks) if (check.outcome === 'fails') found.push(failure(check, tables))
  return found
}

function failure(check: Check, tables: BudgetTable[]): Issue {
  const table = tables.find((candidate) => candidate.id === check.left.table)
  const cell = table?.rows.find((row) => row.id === check.left.row)?.cells[check.left.column]
  const whose = check.attribution === 'publication' ? 'as published' : 'perhaps misread'
  const sides = `${check.left.label} ${check.left.value}, the other side is ${check.difference} off (${whose})`
  return {
    code: 'identity_fails',
    severity: 'warning',
    message: `${check.identity}: ${sides}`,
    table: check.left.table,
    page: cell?.page ?? null,
    bbox: cell?.bbox ?? null,
  }
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
  if (report.kind === null || tables.every((table) => table.kind === 'unrecognized'))
    return 'no_tables'
  return issues.some((issue) => issue.severity !== 'info') ? 'review' : 'ok'
}
