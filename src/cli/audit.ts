/** What a folder of outputs holds: first what needs a person, the worst documents at the head, then how much there is of what. */

import { statSync } from 'node:fs'
import path from 'node:path'
import { allChecks } from '../../schemas/check.js'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import { type Language, SEVERITIES, type Severity } from '../../schemas/findings.js'
import { UsageError } from '../batch/failure.js'
import { printable, printableJson, printableLines } from '../files/printable.js'
import { readRegularSync } from '../files/regular.js'
import { jsonFiles, MOST_BYTES, type Parsed, parseDocument } from '../panel/input.js'
import { describeAudit } from './audit-words.js'
import type { Audit, Counts, Worst } from './audited.js'
import { chosenLanguage } from './language.js'

export interface AuditOptions {
  json?: boolean
  all?: boolean
  lang?: string
}

export function audit(folder: string, options: AuditOptions): number {
  const lang = chosenLanguage(options.lang)
  const { documents, failed } = readDocuments(folder)
  for (const { file, error } of failed)
    process.stderr.write(`✗ ${printable(file)}: ${printable(error)}\n`)
  if (documents.length === 0)
    throw new UsageError(`${folder} holds no document: name the -o folder of an extract run`)
  const result = auditDocuments(documents, lang)
  process.stdout.write(
    options.json
      ? `${printableJson(result, 2)}\n`
      : printableLines(describeAudit(result, lang, { folder, all: options.all ?? false })),
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
    corrections: { corrected: 0, settled: 0, refused: 0 },
    issues: Object.create(null),
    severities: Object.create(null),
    unknownHeaders: Object.create(null),
    worst: [],
  }
  const count = (counts: Counts, key: string, by = 1) => {
    counts[key] = (counts[key] ?? 0) + by
  }
  for (const document of documents) {
    count(result.statuses, document.status)
    for (const check of allChecks(document)) result.checks[check.outcome] += 1
    for (const table of document.tables) {
      count(result.tables, table.kind)
      result.leftover += table.leftover.length
      result.corrections.corrected += correctedIn(table)
    }
    for (const issue of document.issues) {
      count(result.issues, issue.code)
      result.severities[issue.code] = graver(result.severities[issue.code], issue.severity)
      if (issue.settled) result.corrections.settled += 1
      if (issue.code === 'correction_refused') result.corrections.refused += 1
      if (issue.code === 'unknown_header') count(result.unknownHeaders, issue.message[lang])
    }
    if (document.issues.some((issue) => issue.severity !== 'info'))
      result.worst.push(worstOf(document, lang))
  }
  result.worst.sort(
    (a, b) => b.errors - a.errors || b.issues - a.issues || (a.file < b.file ? -1 : 1),
  )
  return result
}

/** A cell over several rows is one. */
function correctedIn({ corrected, columns, rows }: BudgetTable): number {
  const cells = rows.flatMap((row) => Object.values(row.cells)).filter((cell) => cell.corrected)
  const printed = new Set(cells.map(({ page, bbox }) => `${page} ${bbox?.join()}`))
  const whole = Object.values(corrected ?? {}).length
  return whole + printed.size + [...columns, ...rows].filter((each) => each.corrected).length
}

/** An issue that a person has settled is graver in no other document than it is there. */
const graver = (a: Severity | undefined, b: Severity): Severity =>
  a !== undefined && SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b

function worstOf(document: BudgetDocument, lang: Language): Worst {
  const issues = document.issues.filter((issue) => issue.severity !== 'info')
  const errors = issues.filter((issue) => issue.severity === 'error')
  const [first] = [...errors, ...issues]
  return {
    file: document.source.file,
    status: document.status,
    fails: allChecks(document).filter((check) => check.outcome === 'fails').length,
    issues: issues.length,
    errors: errors.length,
    first: first?.message[lang] ?? null,
    page: first?.page ?? null,
  }
}
