/** The end of a run: twenty lines at most, which say where the rest is. */
import type { Language } from '../../schemas/findings.js'
import { STATUS_LABELS } from '../../schemas/labels.js'
import type { FileEntry, Format, Totals } from '../../schemas/run.js'
import type { RunResult } from '../batch/run.js'
import { WORDS as RUN_WORDS } from '../batch/words.js'
import { cut } from '../files/columns.js'
import { printable } from '../files/printable.js'
import { type Grave, graveness } from './graveness.js'

/** Inputs that are named; of the rest there is a count. */
const MOST_FAILED = 5
const MOST_LOOKS = 5

/** Whom it is told, and of what run. */
export interface Told {
  out: string
  formats: readonly Format[]
  lang: Language
  /** Columns of the terminal; lines are no longer. */
  columns: number
}

interface Look extends Grave {
  file: string
}

/** Keeps of a run's entries what its end says: a few, however many there are. */
export class Summary {
  readonly #failed: FileEntry[] = []
  #looks: Look[] = []
  #looked = 0

  add(entry: FileEntry): void {
    if (entry.error) {
      if (this.#failed.length < MOST_FAILED) this.#failed.push(entry)
      return
    }
    const { error: errors = 0, warning: warnings = 0 } = entry.severities ?? {}
    if (errors + warnings === 0) return
    this.#looked += 1
    const look = { file: entry.file, errors, warnings, fails: entry.checks.fails }
    this.#looks = [...this.#looks, look].toSorted(worst).slice(0, MOST_LOOKS)
  }

  lines({ totals, reused, interrupted }: RunResult, told: Told): string[] {
    const { lang, columns } = told
    const words = WORDS[lang]
    const run = RUN_WORDS[lang]
    const end = run.end(totals.files, totals.failed, totals.checks)
    return [
      `${end}${reused > 0 ? run.reused(reused) : ''}`,
      ...(totals.files > 1 ? [statusLine(totals, lang)] : []),
      ...(totals.files > 1 ? this.#details(totals, lang, columns) : []),
      ...(interrupted ? [run.stopped] : words.where(told, totals.files > 1 && this.#looked > 0)),
    ]
  }

  #details({ failed }: Totals, lang: Language, columns: number): string[] {
    const words = WORDS[lang]
    const name = (file: string) => cut(printable(file), Math.floor(columns / 2))
    const failures = this.#failed.map(
      ({ file, status, error }) => `  ✗ ${name(file)}: ${printable(error?.message ?? status)}`,
    )
    const looks = this.#looks.map((look) => `  ! ${name(look.file)}: ${graveness(look, lang)}`)
    return [
      ...section(words.failed(failed), failures, failed, lang),
      ...section(words.looks(this.#looked), looks, this.#looked, lang),
    ].map((line) => cut(line, columns - 1))
  }
}

/** What is not in the output counts more than what may be wrong in it. */
function worst(a: Look, b: Look): number {
  return b.errors - a.errors || b.fails - a.fails || b.warnings - a.warnings
}

function section(title: string, lines: string[], of: number, lang: Language): string[] {
  if (lines.length === 0) return []
  const rest = of - lines.length
  return [title, ...lines, ...(rest > 0 ? [`  ${WORDS[lang].more(rest)}`] : [])]
}

function statusLine({ statuses }: Totals, lang: Language): string {
  const labels: Record<string, { zh: string }> = STATUS_LABELS
  return Object.entries(statuses)
    .toSorted((a, b) => b[1] - a[1])
    .map(([status, count]) => `${count} ${lang === 'zh' ? (labels[status]?.zh ?? status) : status}`)
    .join(lang === 'zh' ? '，' : ', ')
}

/** As a person would type it. */
const folder = (out: string) => printable(/[\s'"$]/.test(out) ? JSON.stringify(out) : out)

interface Words {
  failed: (count: number) => string
  looks: (count: number) => string
  more: (count: number) => string
  where: (told: Told, audit: boolean) => string[]
}

const WORDS: Record<Language, Words> = {
  en: {
    failed: (count) => `could not be read: ${count}`,
    looks: (count) => `need a look: ${count}, the worst first`,
    more: (count) => `… and ${count} more`,
    where: ({ out, formats }, audit) => [
      `written to ${folder(out)}: ${formats.join(', ')}, and run.json for programs`,
      ...(audit ? [`what needs a person, and why: kemu audit ${folder(out)}`] : []),
      `the pages beside what was read: kemu view ${folder(out)}`,
    ],
  },
  zh: {
    failed: (count) => `未能读取 ${count} 个：`,
    looks: (count) => `需要复核 ${count} 个，问题最重的在前：`,
    more: (count) => `……另有 ${count} 个`,
    where: ({ out, formats }, audit) => [
      `已写入 ${folder(out)}：${formats.join('、')}；run.json 供程序读取`,
      ...(audit ? [`哪些需要人看、为什么：kemu audit ${folder(out)}`] : []),
      `对照原页查看：kemu view ${folder(out)}`,
    ],
  },
}
