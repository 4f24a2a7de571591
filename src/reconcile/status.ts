/** What a person should look at, most important first, and whether anything is. */
import type { BudgetTable, Check, Issue, Report, Status } from '../../schemas/document.js'

const ORDER = { error: 0, warning: 1, info: 2 } as const

export function findingsOf(tables: BudgetTable[], between: Check[]): Issue[] {
  const inTables = tables.flatMap((table) => [
    ...table.checks.flatMap((check) => failure(check, tables)),
    ...table.leftover.map(
      (left): Issue => ({
        code: 'left_over',
        severity: 'error',
        message: `"${left.text}" stands in the table and in no cell of it`,
        table: table.id,
        page: left.page,
        bbox: left.bbox,
      }),
    ),
  ])
  return [...inTables, ...between.flatMap((check) => failure(check, tables))]
}

function failure(check: Check, tables: BudgetTable[]): Issue[] {
  if (check.outcome !== 'fails') return []
  const table = tables.find((candidate) => candidate.id === check.left.table)
  const cell = table?.rows.find((row) => row.id === check.left.row)?.cells[check.left.column]
  const sides = `${check.left.label} ${check.left.value}, the other side is ${check.difference} off`
  return [
    {
      code: 'identity_fails',
      severity: 'warning',
      message: `${check.identity}: ${sides}`,
      table: check.left.table,
      page: cell?.page ?? null,
      bbox: cell?.bbox ?? null,
    },
  ]
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
