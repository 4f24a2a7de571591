/** What a folder of outputs holds, and what in it needs a look: the worst documents first. */

import { statSync } from 'node:fs'
import path from 'node:path'
import { allChecks } from '../../schemas/check.js'
import type { BudgetDocument, BudgetTable, Check } from '../../schemas/document.js'
import type { Language } from '../../schemas/findings.js'
import { KIND_LABELS, type Label, OUTCOME_LABELS, STATUS_LABELS } from '../../schemas/labels.js'
import { UsageError } from '../batch/failure.js'
import { printable, printableJson, printableLines } from '../files/printable.js'
import { readRegularSync } from '../files/regular.js'
import { jsonFiles, MOST_BYTES, type Parsed, parseDocument } from '../panel/input.js'
import { chosenLanguage } from './language.js'

type Counts = Record<string, number>

export interface Audit {
  documents: number
  statuses: Counts
  tables: Counts
  checks: Record<Check['outcome'], number>
  leftover: number
  /** What people have put right, and what they have said of findings. */
  corrections: { corrected: number; settled: number; refused: number }
  issues: Counts
  unknownHeaders: Counts
  worst: { file: string; status: string; fails: number; issues: number; first: string | null }[]
}

export interface AuditOptions {
  json?: boolean
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
    options.json ? `${printableJson(result, 2)}\n` : printableLines(describeAudit(result, lang)),
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
      if (issue.settled) result.corrections.settled += 1
      if (issue.code === 'correction_refused') result.corrections.refused += 1
      if (issue.code === 'unknown_header') count(result.unknownHeaders, issue.message[lang])
    }
    if (document.issues.some((issue) => issue.severity !== 'info'))
      result.worst.push(worstOf(document, lang))
  }
  result.worst.sort((a, b) => b.issues - a.issues || a.file.localeCompare(b.file))
  return result
}

/** A cell over several rows is one. */
function correctedIn({ corrected, columns, rows }: BudgetTable): number {
  const cells = rows.flatMap((row) => Object.values(row.cells)).filter((cell) => cell.corrected)
  const printed = new Set(cells.map(({ page, bbox }) => `${page} ${bbox?.join()}`))
  const whole = Object.values(corrected ?? {}).length
  return whole + printed.size + [...columns, ...rows].filter((each) => each.corrected).length
}

function worstOf(document: BudgetDocument, lang: Language): Audit['worst'][number] {
  const issues = document.issues.filter((issue) => issue.severity !== 'info')
  return {
    file: document.source.file,
    status: document.status,
    fails: allChecks(document).filter((check) => check.outcome === 'fails').length,
    issues: issues.length,
    first: issues[0]?.message[lang] ?? null,
  }
}

function describeAudit(result: Audit, lang: Language): string {
  const words = WORDS[lang]
  const label = (labels: Record<string, Label>) => (key: string) =>
    lang === 'zh' ? (labels[key]?.zh ?? key) : key
  const list = (title: string, counts: Counts, name = (key: string) => key) => {
    const rows = Object.entries(counts).toSorted((a, b) => b[1] - a[1])
    return rows.length === 0
      ? []
      : [title, ...rows.map(([key, n]) => `  ${String(n).padStart(7)}  ${printable(name(key))}`)]
  }
  return `${[
    words.documents(result.documents),
    ...list(words.statuses, result.statuses, label(STATUS_LABELS)),
    ...list(words.tables, result.tables, label(KIND_LABELS)),
    ...list(words.checks, result.checks, label(OUTCOME_LABELS)),
    words.leftover(result.leftover),
    ...(Object.values(result.corrections).some((count) => count > 0)
      ? [words.corrections(result.corrections)]
      : []),
    ...list(words.issues, result.issues),
    ...list(words.headers, result.unknownHeaders),
    words.worst,
    ...result.worst.map(
      ({ file, status, first, ...each }) =>
        `  ${words.document({ ...each, file: printable(file), status: label(STATUS_LABELS)(status), first: printable(first ?? '') })}`,
    ),
  ].join('\n')}\n`
}

const WORDS = {
  en: {
    documents: (count: number) => `${count} documents`,
    statuses: 'by status',
    tables: 'tables by kind',
    checks: 'identities by outcome',
    leftover: (count: number) => `text left over in tables: ${count}`,
    corrections: ({ corrected, settled, refused }: Audit['corrections']) =>
      `put right by people: ${corrected}; findings settled: ${settled}; corrections refused: ${refused}`,
    issues: 'issues',
    headers: 'headers with unknown words',
    worst: 'documents that need a look',
    document: ({ file, status, issues, fails, first }: Audit['worst'][number]) =>
      `${file} (${status}): ${issues} issues, ${fails} failed checks; first: ${first}`,
  },
  zh: {
    documents: (count: number) => `${count} 个文件`,
    statuses: '按状态',
    tables: '按表的种类',
    checks: '勾稽关系',
    leftover: (count: number) => `表内未归入单元格的文字：${count}`,
    corrections: ({ corrected, settled, refused }: Audit['corrections']) =>
      `人工更正：${corrected}；已作答的问题：${settled}；未采用的更正：${refused}`,
    issues: '按提示',
    headers: '含有未知用语的表头',
    worst: '需要复核的文件',
    document: ({ file, status, issues, fails, first }: Audit['worst'][number]) =>
      `${file}（${status}）：提示 ${issues} 条，不符 ${fails} 条；其一：${first}`,
  },
} as const
