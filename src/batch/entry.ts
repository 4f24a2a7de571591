/** What `run.json` says about an input, and about all of them. */
import { allChecks } from '../../schemas/check.js'
import type { BudgetDocument, Check } from '../../schemas/document.js'
import type { FAILED_STATUSES, FileEntry, Totals } from '../../schemas/run.js'

/** Why there is no document: the code for programs, the message with its remedy for people. */
export interface Failure {
  status: (typeof FAILED_STATUSES)[number]
  error: { code: string; message: string }
}

/** Statuses of a file that has a document which only says why it could not be read. */
export const UNREADABLE: ReadonlySet<string> = new Set(['not_pdf', 'encrypted', 'damaged'])

/** @param corrections names of those that it was read with; null where nobody has corrected anything */
export function entryOf(
  document: BudgetDocument,
  milliseconds: number,
  corrections: readonly string[] | null = null,
): FileEntry {
  const { status, source, tables } = document
  const checks = noOutcomes()
  for (const check of allChecks(document)) checks[check.outcome] += 1
  const issue = UNREADABLE.has(status) ? document.issues[0] : null
  const settled = document.issues.filter((each) => each.settled)
  return {
    file: source.file,
    sha256: source.sha256,
    status,
    pages: source.pages,
    tables: countBy(tables.map(({ kind }) => kind)),
    checks,
    report: document.report,
    findings: countBy(document.issues.map(({ code }) => code)),
    severities: countBy(document.issues.map(({ severity }) => severity)),
    ...(settled.length > 0 && { settled: countBy(settled.map(({ code }) => code)) }),
    ...(corrections && { corrections: [...corrections] }),
    milliseconds,
    error: issue ? { code: issue.code, message: issue.message.en } : null,
  }
}

export function failedEntry(
  file: string,
  sha256: string | null,
  { status, error }: Failure,
  milliseconds = 0,
): FileEntry {
  return { file, sha256, status, pages: 0, tables: {}, checks: noOutcomes(), milliseconds, error }
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

function noOutcomes(): FileEntry['checks'] {
  return { holds: 0, rounding: 0, fails: 0, not_applicable: 0 }
}

export function noTotals(): Totals {
  const none = () => Object.create(null) as Record<string, number> // a kind may be called `constructor`
  return { files: 0, failed: 0, statuses: none(), tables: none(), checks: noOutcomes() }
}

/** Adds an entry to the sums. Keys come in the order of the entries, so runs compare byte for byte. */
export function addTo(totals: Totals, entry: FileEntry): void {
  totals.files += 1
  if (entry.error) totals.failed += 1
  totals.statuses[entry.status] = (totals.statuses[entry.status] ?? 0) + 1
  for (const [kind, count] of Object.entries(entry.tables))
    totals.tables[kind] = (totals.tables[kind] ?? 0) + count
  for (const outcome of Object.keys(totals.checks) as Check['outcome'][])
    totals.checks[outcome] += entry.checks[outcome]
}
