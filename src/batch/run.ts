/** The jobs of a run, one after the other: read, check against the schema, write; a bad file costs itself only. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type BudgetDocument, type Check, documentSchema } from '../../schemas/document.js'
import { copyTaxonomy, exporters, type Format, WITH_TAXONOMY } from '../export/index.js'
import type { Job, Plan } from './plan.js'
import { writeWhole } from './write.js'

export type Reader = (input: {
  file: string
  bytes: Uint8Array
}) => Promise<{ document: BudgetDocument }>

type Outcomes = Record<Check['outcome'], number>

export interface FileEntry {
  file: string
  sha256: string | null
  status: BudgetDocument['status'] | 'failed'
  tables: Record<string, number>
  checks: Outcomes
  milliseconds: number
  error: { code: string; message: string } | null
}

export interface Run {
  schema: 'kemu/run@1'
  version: string
  options: { formats: Format[] }
  totals: {
    files: number
    failed: number
    statuses: Record<string, number>
    tables: Record<string, number>
    checks: Outcomes
  }
  files: FileEntry[]
}

export interface RunOptions {
  out: string
  formats: Format[]
  version: string
  read: Reader
  /** Called with each document, and each file written. */
  onDocument?: (entry: FileEntry, document: BudgetDocument | null) => void
  onFile?: (file: string) => void
}

const UNREADABLE = new Set(['not_pdf', 'encrypted', 'damaged'])

export async function runJobs(plan: Plan, options: RunOptions): Promise<Run> {
  const files: FileEntry[] = plan.unreadable.map(({ file, message }) =>
    failed(file, 'unreadable', message, 0),
  )
  for (const entry of files) options.onDocument?.(entry, null)
  for (const job of plan.jobs) files.push(await runJob(job, options))
  const run: Run = {
    schema: 'kemu/run@1',
    version: options.version,
    options: { formats: options.formats },
    totals: totalsOf(files),
    files,
  }
  const file = path.join(options.out, 'run.json')
  await writeWhole(file, `${JSON.stringify(run, null, 2)}\n`)
  options.onFile?.(file)
  return run
}

async function runJob(job: Job, options: RunOptions): Promise<FileEntry> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  try {
    const bytes = await readFile(job.input)
    const { document } = await options.read({ file: job.file, bytes })
    documentSchema.parse(document)
    await writeOutputs(job, document, options)
    const entry = entryOf(job.file, document, elapsed())
    options.onDocument?.(entry, document)
    return entry
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const entry = failed(job.file, codeOf(error), message, elapsed())
    options.onDocument?.(entry, null)
    return entry
  }
}

/** A file that could not be read has a JSON that says so, and no workbook. */
async function writeOutputs(
  job: Job,
  document: BudgetDocument,
  options: RunOptions,
): Promise<void> {
  const formats = UNREADABLE.has(document.status)
    ? options.formats.filter((format) => format === 'json')
    : options.formats
  for (const format of formats) {
    for (const { suffix, content } of await exporters[format](document)) {
      const file = path.join(options.out, `${job.stem}${suffix}`)
      await writeWhole(file, content)
      options.onFile?.(file)
    }
    if (WITH_TAXONOMY.has(format))
      await copyTaxonomy(path.dirname(path.join(options.out, job.stem)))
  }
}

function entryOf(file: string, document: BudgetDocument, milliseconds: number): FileEntry {
  const { status, source, tables } = document
  const kinds: Record<string, number> = {}
  for (const { kind } of tables) kinds[kind] = (kinds[kind] ?? 0) + 1
  const checks = noOutcomes()
  for (const check of [...tables.flatMap((table) => table.checks), ...document.checks])
    checks[check.outcome] += 1
  const issue = UNREADABLE.has(status) ? document.issues[0] : null
  const error = issue ? { code: issue.code, message: issue.message } : null
  return { file, sha256: source.sha256, status, tables: kinds, checks, milliseconds, error }
}

function failed(file: string, code: string, message: string, milliseconds: number): FileEntry {
  return {
    file,
    sha256: null,
    status: 'failed',
    tables: {},
    checks: noOutcomes(),
    milliseconds,
    error: { code, message },
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'error'
}

function noOutcomes(): Outcomes {
  return { holds: 0, rounding: 0, fails: 0, not_applicable: 0 }
}

function totalsOf(files: FileEntry[]): Run['totals'] {
  const totals: Run['totals'] = {
    files: files.length,
    failed: 0,
    statuses: {},
    tables: {},
    checks: noOutcomes(),
  }
  for (const entry of files) {
    if (entry.error) totals.failed += 1
    totals.statuses[entry.status] = (totals.statuses[entry.status] ?? 0) + 1
    for (const [kind, count] of Object.entries(entry.tables))
      totals.tables[kind] = (totals.tables[kind] ?? 0) + count
    for (const outcome of Object.keys(totals.checks) as Check['outcome'][])
      totals.checks[outcome] += entry.checks[outcome]
  }
  return totals
}

/** 0 every file was read; 1 some failed, or with `strict` some check did. */
export function exitCode(run: Run, strict: boolean): 0 | 1 {
  return run.totals.failed > 0 || (strict && run.totals.checks.fails > 0) ? 1 : 0
}
