/** What a folder of outputs holds, and what in it needs a look: the worst documents first. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type BudgetDocument, type Check, documentSchema } from '../../schemas/document.js'
import type { Language } from '../../schemas/findings.js'
import { KIND_LABELS, type Label, OUTCOME_LABELS, STATUS_LABELS } from '../../schemas/labels.js'
import { UsageError } from '../batch/failure.js'
import { chosenLanguage } from './language.js'

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

export interface AuditOptions {
  json?: boolean
  lang?: string
}

export function audit(folder: string, options: AuditOptions): number {
  const lang = chosenLanguage(options.lang)
  const documents = readDocuments(folder)
  if (documents.length === 0)
    throw new UsageError(`${folder} holds no document: name the -o folder of an extract run`)
  const result = auditDocuments(documents, lang)
  process.stdout.write(
    options.json ? `${JSON.stringify(result, null, 2)}\n` : describeAudit(result, lang),
  )
  return 0
}

function readDocuments(folder: string): BudgetDocument[] {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) throw new UsageError(`${folder} is no folder`)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && path.basename(name) !== 'run.json')
    .toSorted()
    .flatMap((name) => {
      const parsed = documentSchema.safeParse(
        JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
      )
      return parsed.success ? [parsed.data] : []
    })
}

export function auditDocuments(documents: BudgetDocument[], lang: Language): Audit {
  const result: Audit = {
    documents: documents.length,
    statuses: {},
    tables: {},
    checks: { holds: 0, rounding: 0, fails: 0, not_applicable: 0 },
    leftover: 0,
    issues: {},
    unknownHeaders: {},
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

function describeAudit(result: Audit, lang: Language): string {
  const words = WORDS[lang]
  const label = (labels: Record<string, Label>) => (key: string) =>
    lang === 'zh' ? (labels[key]?.zh ?? key) : key
  const list = (title: string, counts: Counts, name = (key: string) => key) => {
    const rows = Object.entries(counts).toSorted((a, b) => b[1] - a[1])
    return rows.length === 0
      ? []
      : [title, ...rows.map(([key, n]) => `  ${String(n).padStart(7)}  ${name(key)}`)]
  }
  return `${[
    words.documents(result.documents),
    ...list(words.statuses, result.statuses, label(STATUS_LABELS)),
    ...list(words.tables, result.tables, label(KIND_LABELS)),
    ...list(words.checks, result.checks, label(OUTCOME_LABELS)),
    words.leftover(result.leftover),
    ...list(words.issues, result.issues),
    ...list(words.headers, result.unknownHeaders),
    words.worst,
    ...result.worst.map(
      (each) => `  ${words.document({ ...each, status: label(STATUS_LABELS)(each.status) })}`,
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
    issues: '按提示',
    headers: '含有未知用语的表头',
    worst: '需要复核的文件',
    document: ({ file, status, issues, fails, first }: Audit['worst'][number]) =>
      `${file}（${status}）：提示 ${issues} 条，不符 ${fails} 条；其一：${first}`,
  },
} as const
