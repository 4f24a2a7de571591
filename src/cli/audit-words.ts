/** An audit as a person reads it: what to look at, why, and how to see it; then the counts. */
import { type Language, SEVERITIES, type Severity } from '../../schemas/findings.js'
import {
  KIND_LABELS,
  type Label,
  OUTCOME_LABELS,
  SEVERITY_LABELS,
  STATUS_LABELS,
} from '../../schemas/labels.js'
import { printable } from '../files/printable.js'
import type { Audit, Counts, Worst } from './audited.js'
import { graveness } from './graveness.js'

/** Documents that are named unless all are asked for. */
const MOST_WORST = 20

export function describeAudit(
  result: Audit,
  lang: Language,
  { folder, all }: { folder: string; all: boolean },
): string {
  return `${[...looks(result, lang, folder, all), ...counts(result, lang)].join('\n')}\n`
}

function looks({ documents, worst }: Audit, lang: Language, folder: string, all: boolean) {
  const words = WORDS[lang]
  if (worst.length === 0) return [words.nothing(documents)]
  const shown = all ? worst : worst.slice(0, MOST_WORST)
  const rest = worst.length - shown.length
  return [
    words.looks(worst.length, documents),
    ...shown.map((each) => describeWorst(each, lang)),
    ...(rest > 0 ? [`  ${words.more(rest)}`] : []),
    words.see(printable(folder)),
    '',
  ]
}

function describeWorst(
  { file, status, first, page, errors, issues, fails }: Worst,
  lang: Language,
): string {
  const state = labelled(STATUS_LABELS, lang)(status)
  const at = page === null ? '' : `p${page}: `
  const why = printable(first ?? '')
  const grave = graveness({ errors, warnings: issues - errors, fails }, lang)
  const mark = errors > 0 ? '✗' : '!'
  return `  ${mark} ${printable(file)} (${state}; ${grave})
      ${at}${why}`
}

function counts(result: Audit, lang: Language): string[] {
  const words = WORDS[lang]
  const { corrections } = result
  return [
    words.documents(result.documents),
    ...SEVERITIES.flatMap((severity) =>
      list(words.issues(label(severity, lang)), issuesOf(result, severity)),
    ),
    ...list(words.headers, result.unknownHeaders),
    words.leftover(result.leftover),
    ...(Object.values(corrections).some((count) => count > 0)
      ? [words.corrections(corrections)]
      : []),
    ...list(words.statuses, result.statuses, labelled(STATUS_LABELS, lang)),
    ...list(words.checks, result.checks, labelled(OUTCOME_LABELS, lang)),
    ...list(words.tables, result.tables, labelled(KIND_LABELS, lang)),
  ]
}

function issuesOf({ issues, severities }: Audit, severity: Severity): Counts {
  return Object.fromEntries(
    Object.entries(issues).filter(([code]) => severities[code] === severity),
  )
}

function list(title: string, all: Counts, name = (key: string) => key): string[] {
  const rows = Object.entries(all).toSorted((a, b) => b[1] - a[1])
  if (rows.length === 0) return []
  return [title, ...rows.map(([key, n]) => `  ${String(n).padStart(7)}  ${printable(name(key))}`)]
}

const label = (severity: Severity, lang: Language) =>
  lang === 'zh' ? SEVERITY_LABELS[severity].zh : `${severity}s`

const labelled = (labels: Record<string, Label>, lang: Language) => (key: string) =>
  lang === 'zh' ? (labels[key]?.zh ?? key) : key

const documents = (count: number) => `${count} ${count === 1 ? 'document' : 'documents'}`

const WORDS = {
  en: {
    nothing: (count: number) => `nothing needs a look in ${documents(count)}`,
    looks: (count: number, of: number) =>
      `${count} of ${documents(of)} need a look, the worst first`,
    more: (count: number) => `… and ${count} more (--all names them)`,
    see: (folder: string) => `see them beside their pages: kemu view ${folder}`,
    documents,
    statuses: 'by status',
    tables: 'tables by kind',
    checks: 'identities by outcome',
    leftover: (count: number) => `text left over in tables: ${count}`,
    corrections: ({ corrected, settled, refused }: Audit['corrections']) =>
      `put right by people: ${corrected}; findings settled: ${settled}; corrections refused: ${refused}`,
    issues: (severity: string) => (severity === 'infos' ? 'worth knowing' : severity),
    headers: 'headers with unknown words',
  },
  zh: {
    nothing: (count: number) => `${count} 个文件，没有需要复核的`,
    looks: (count: number, of: number) => `${of} 个文件中有 ${count} 个需要复核，问题最重的在前`,
    more: (count: number) => `……另有 ${count} 个（--all 全部列出）`,
    see: (folder: string) => `对照原页查看：kemu view ${folder}`,
    documents: (count: number) => `${count} 个文件`,
    statuses: '按状态',
    tables: '按表的种类',
    checks: '勾稽关系',
    leftover: (count: number) => `表内未归入单元格的文字：${count}`,
    corrections: ({ corrected, settled, refused }: Audit['corrections']) =>
      `人工更正：${corrected}；已作答的问题：${settled}；未采用的更正：${refused}`,
    issues: (severity: string) => severity,
    headers: '含有未知用语的表头',
  },
} as const
