/** What a folder of outputs holds, and what in it needs a look: the worst documents first. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { BudgetDocument, Check } from '../../schemas/document.js'
import type { Language } from '../../schemas/findings.js'
import { UsageError } from '../batch/failure.js'
import { printable, printableJson, printableLines } from '../files/printable.js'
import { readRegularSync } from '../files/regular.js'
import { jsonFiles, MOST_BYTES, type Parsed, parseDocument } from '../panel/input.js'

type Counts = Record<string, number>

export interface Audit {
  documents: number
  statuses: Counts
  tables: Counts
  checks: Record<Check['outcome'], number>
  leftover: number
  issues: Counts
  unknownHeaders: Counts
  worst: { file: string; status: string; fails: number; issues: number; first: string | null }[]
}

export function audit(folder: string, options: { json?: boolean }): number {
  const { documents, failed } = readDocuments(folder)
  for (const { file, error } of failed)
    process.stderr.write(`✗ ${printable(file)}: ${printable(error)}\n`)
  if (documents.length === 0)
    throw new UsageError(`${folder} holds no document: name the -o folder of an extract run`)
  const result = auditDocuments(documents, 'en')
  process.stdout.write(
    options.json ? `${printableJson(result, 2)}\n` : printableLines(describeAudit(result)),
  )
  return failed.length > 0 ? 1 : 0
}

interface ReadFiles {
  documents: BudgetDocument[]
  /** Files that are no JSON, or no documents though they say so. */
  failed: { file: string; error: string }[]
}

function readDocuments(folder: string): ReadFiles {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) throw new UsageError(`${folder} is no folder`)
  const found: ReadFiles = { documents: [], failed: [] }
  for (const file of jsonFiles(folder)) {
    const parsed = readDocument(path.join(folder, file))
    if (parsed && 'error' in parsed) found.failed.push({ file, error: parsed.error })
    else if (parsed) found.documents.push(parsed.document)
  }
  return found
}

function readDocument(file: string): Parsed {
  try {
    return parseDocument(readRegularSync(file, { most: MOST_BYTES }))
  } catch (cause) {
    return { error: `the file cannot be read (${(cause as Error).message})` }
  }
}

export function auditDocuments(documents: BudgetDocument[], lang: Language): Audit {
  const result: Audit = {
    documents: documents.length,
    statuses: {},
    tables: {},
    checks: { holds: 0, rounding: 0, fails: 0, not_applicable: 0 },
    leftover: 0,
    issues: Object.create(null),
    unknownHeaders: Object.create(null),
    worst: [],
  }
  const count = (counts: Counts, key: string, by = 1) => {
    counts[key] = (counts[key] ?? 0) + by
  }
  for (const document of documents) {
    count(result.statuses, document.status)
    const checks = [...document.tables.flatMap((table) => table.checks), ...document.checks]
    for (const check of checks) result.checks[check.outcome] += 1
    for (const table of document.tables) {
      count(result.tables, table.kind)
      result.leftover += table.leftover.length
    }
    for (const issue of document.issues) {
      count(result.issues, issue.code)
      if (issue.code === 'unknown_header') count(result.unknownHeaders, issue.message[lang])
    }
    if (document.issues.some((issue) => issue.severity !== 'info'))
      result.worst.push(worstOf(document, checks, lang))
  }
  result.worst.sort((a, b) => b.issues - a.issues || a.file.localeCompare(b.file))
  return result
}

function worstOf(
  document: BudgetDocument,
  checks: Check[],
  lang: Language,
): Audit['worst'][number] {
  const issues = document.issues.filter((issue) => issue.severity !== 'info')
  return {
    file: document.source.file,
    status: document.status,
    fails: checks.filter((check) => check.outcome === 'fails').length,
    issues: issues.length,
    first: issues[0]?.message[lang] ?? null,
  }
}

function describeAudit(result: Audit): string {
  const list = (title: string, counts: Counts) => {
    const rows = Object.entries(counts).toSorted((a, b) => b[1] - a[1])
    return rows.length === 0
      ? []
      : [title, ...rows.map(([key, n]) => `  ${String(n).padStart(7)}  ${printable(key)}`)]
  }
  return `${[
    `${result.documents} documents`,
    ...list('by status', result.statuses),
    ...list('tables by kind', result.tables),
    ...list('identities by outcome', result.checks),
    `text left over in tables: ${result.leftover}`,
    ...list('issues', result.issues),
    ...list('headers with unknown words', result.unknownHeaders),
    'documents that need a look',
    ...result.worst.map(
      (each) =>
        `  ${printable(each.file)} (${each.status}): ${each.issues} issues, ${each.fails} failed checks; first: ${printable(each.first ?? '')}`,
    ),
  ].join('\n')}\n`
}
