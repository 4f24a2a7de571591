/** What a person reads about a document: whose it is, what was found, what needs a look. */
import type { BudgetDocument, BudgetTable, Check } from '../../schemas/document.js'
import { reportZh } from '../../schemas/labels.js'
import type { FileEntry } from '../../schemas/run.js'
import { printable } from '../files/printable.js'

const SHOWN_ISSUES = 5

export function describeFailure({ file, error, status }: FileEntry): string {
  return `✗ ${printable(file)}: ${printable(error?.message ?? status)}\n`
}

export function describeDocument(entry: FileEntry, document: BudgetDocument): string {
  if (entry.error) return describeFailure(entry)
  const lines = [
    `${document.status === 'ok' ? '✓' : '!'} ${printable(entry.file)}  ${describeReport(document)}`,
  ]
  lines.push(...document.tables.filter(({ kind }) => kind !== 'unrecognized').map(describeTable))
  const unrecognized = document.tables.filter(({ kind }) => kind === 'unrecognized').length
  if (unrecognized > 0)
    lines.push(
      `    ${unrecognized} more ${unrecognized === 1 ? 'table' : 'tables'} of no known kind`,
    )
  if (document.checks.length > 0)
    lines.push(`    between tables: ${describeChecks(document.checks)}`)
  lines.push(...describeIssues(document))
  return `${lines.join('\n')}\n`
}

function describeReport({ report, status, source }: BudgetDocument): string {
  const parts = [
    report.department,
    report.fiscalYear,
    reportZh(report),
    `${source.pages} pages`,
    status,
  ]
  return printable(parts.filter((part) => part !== null).join(' · '))
}

function describeTable(table: BudgetTable): string {
  const first = table.pages[0]
  const last = table.pages[table.pages.length - 1]
  const pages = first === last ? `p${first}` : `p${first}-${last}`
  return `    ${table.kind.padEnd(38)} ${pages.padEnd(9)} ${String(table.rows.length).padStart(4)} rows  ${describeChecks(table.checks)}`
}

function describeChecks(checks: Check[]): string {
  const count = (outcome: Check['outcome']) =>
    checks.filter((check) => check.outcome === outcome).length
  const parts = [`${count('holds')} hold`]
  if (count('rounding') > 0) parts.push(`${count('rounding')} but for rounding`)
  if (count('fails') > 0) parts.push(`${count('fails')} FAIL`)
  return checks.length === 0 ? 'no checks' : parts.join(', ')
}

function describeIssues({ issues }: BudgetDocument): string[] {
  const shown = issues.filter((issue) => issue.severity !== 'info')
  const lines = shown.slice(0, SHOWN_ISSUES).map((issue) => {
    const at = issue.page === null ? '' : `p${issue.page}: `
    return `    → ${at}${printable(issue.message.en)}`
  })
  if (issues.length > lines.length)
    lines.push(`    → ${issues.length - lines.length} more to know, all in its JSON`)
  return lines
}
