/** What a person reads about a document: whose it is, what was found, what needs a look. */
import type { BudgetDocument, BudgetTable, Check } from '../../schemas/document.js'
import type { Language } from '../../schemas/findings.js'
import { KIND_LABELS, reportZh, STATUS_LABELS } from '../../schemas/labels.js'
import type { FileEntry } from '../../schemas/run.js'
import { padded } from '../files/columns.js'
import { printable } from '../files/printable.js'
import { WORDS } from './words.js'

const SHOWN_ISSUES = 5

export function describeFailure({ file, error, status }: FileEntry): string {
  return `✗ ${printable(file)}: ${printable(error?.message ?? status)}\n`
}

export function describeDocument(
  entry: FileEntry,
  document: BudgetDocument,
  lang: Language,
): string {
  if (entry.error) return describeFailure(entry)
  const words = WORDS[lang]
  const mark = document.status === 'ok' ? '✓' : '!'
  const known = document.tables.filter(({ kind }) => kind !== 'unrecognized')
  const unknown = document.tables.length - known.length
  const lines = [
    `${mark} ${printable(entry.file)}  ${describeReport(document, lang)}`,
    ...known.map((table) => describeTable(table, lang)),
    ...(unknown > 0 ? [`    ${words.unknownKind(unknown)}`] : []),
    ...(document.checks.length > 0
      ? [`    ${words.between}: ${describeChecks(document.checks, lang)}`]
      : []),
    ...describeIssues(document, lang),
  ]
  return `${lines.join('\n')}\n`
}

function describeReport({ report, status, source }: BudgetDocument, lang: Language): string {
  const parts = [
    report.department,
    report.fiscalYear,
    reportZh(report),
    WORDS[lang].pages(source.pages),
    lang === 'zh' ? STATUS_LABELS[status].zh : status,
  ]
  return printable(parts.filter((part) => part !== null).join(' · '))
}

function describeTable(table: BudgetTable, lang: Language): string {
  const first = table.pages[0]
  const last = table.pages[table.pages.length - 1]
  const pages = first === last ? `p${first}` : `p${first}-${last}`
  const kind = lang === 'zh' ? KIND_LABELS[table.kind].zh : table.kind
  return `    ${padded(kind, 38)} ${pages.padEnd(9)} ${WORDS[lang].rows(table.rows.length)}  ${describeChecks(table.checks, lang)}`
}

function describeChecks(checks: Check[], lang: Language): string {
  const words = WORDS[lang]
  const parts = (['holds', 'rounding', 'fails'] as const).flatMap((outcome) => {
    const count = checks.filter((check) => check.outcome === outcome).length
    return count > 0 || outcome === 'holds' ? [words.checks[outcome](count)] : []
  })
  return checks.length === 0 ? words.noChecks : parts.join(words.separator)
}

function describeIssues({ issues }: BudgetDocument, lang: Language): string[] {
  const shown = issues.filter((issue) => issue.severity !== 'info')
  const lines = shown.slice(0, SHOWN_ISSUES).map((issue) => {
    const at = issue.page === null ? '' : `p${issue.page}: `
    return `    → ${at}${printable(issue.message[lang])}`
  })
  if (issues.length > lines.length)
    lines.push(`    → ${WORDS[lang].more(issues.length - lines.length)}`)
  return lines
}
