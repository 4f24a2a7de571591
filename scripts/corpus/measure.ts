/**
 * What the reader makes of a folder of real files, beside a list of their tables
 * (`tables.tsv`), another reader's amounts (`cells.tsv.gz`) and hand-checked facts.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BudgetDocument, Check } from '../../schemas/document.js'
import { readDocument } from '../../src/pipeline.js'
import { amountsOnPages } from './amounts.js'
import { compareCells, type PrintedCell } from './cells.js'
import { factOf } from './facts.js'
import { formsOf } from './forms.js'
import { leavesOf } from './leaves.js'
import { type ListedTable, listedFiles, matchTables } from './tables.js'
import { newTally, type Tally } from './tally.js'

export interface Measured {
  /** By the folder that a file lies in. */
  tallies: Map<string, Tally>
  notes: string[]
  /** One line of facts for each file, by its path. */
  facts: Map<string, string>
}

interface Lists {
  tables: ListedTable[]
  cells: Map<string, PrintedCell[]>
}

/**
 * @param only one subfolder; null for all
 * @param look is shown every document, which is not kept
 */
export async function measureCorpus(
  folder: string,
  only: string | null,
  look: (file: string, document: BudgetDocument) => void = () => {},
): Promise<Measured> {
  const lists = readLists(folder)
  const measured: Measured = { tallies: new Map(), notes: [], facts: new Map() }
  for (const file of listedFiles(folder)) {
    const region = file.split('/')[0]
    if (only && region !== only) continue
    const tally = measured.tallies.get(region) ?? newTally()
    measured.tallies.set(region, tally)
    const bytes = readFileSync(path.join(folder, file))
    const document = await timedRead(file, bytes, tally)
    measured.facts.set(file, factOf(document))
    look(file, document)
    measured.notes.push(...(await notesOf(file, bytes, document, lists, tally)))
  }
  return measured
}

async function timedRead(file: string, bytes: Buffer, tally: Tally): Promise<BudgetDocument> {
  const started = performance.now()
  const { document, timings } = await readDocument({ file, bytes })
  tally.milliseconds += performance.now() - started
  for (const [stage, time] of Object.entries(timings))
    tally.stages[stage] = (tally.stages[stage] ?? 0) + time
  tally.files += 1
  tally.pages += document.source.pages
  tally.status[document.status] = (tally.status[document.status] ?? 0) + 1
  return document
}

async function notesOf(
  file: string,
  bytes: Buffer,
  document: BudgetDocument,
  lists: Lists,
  tally: Tally,
): Promise<string[]> {
  const listed = lists.tables.filter((table) => table.file === file)
  return [
    ...matchTables(file, listed, document, tally),
    ...(await amountsOnPages(file, bytes, listed, document, tally)),
    ...checkNotes(file, document, tally),
    ...issueNotes(file, document, tally),
    ...leafNotes(file, document, tally),
    ...formNotes(file, document, tally),
    ...compareCells(file, lists.cells.get(file) ?? [], document, tally),
  ]
}

function checkNotes(file: string, document: BudgetDocument, tally: Tally): string[] {
  const checks = [...document.tables.flatMap((table) => table.checks), ...document.checks]
  for (const check of checks) groupOf(check, tally)[check.outcome] += 1
  return checks
    .filter((check) => check.outcome === 'fails')
    .map((check) => failureNote(file, document, check))
}

function groupOf({ identity, rule, left, right }: Check, tally: Tally) {
  if (rule === 'form') return tally.forms
  if ([left, ...right].some(({ fact }) => fact !== null)) return tally.prose
  return /Σ/.test(identity) ? tally.sums : tally.others
}

function failureNote(file: string, document: BudgetDocument, check: Check): string {
  const table = document.tables.find((candidate) => candidate.id === check.left.table)
  const { label, column, value } = check.left
  return `FAIL ${file} p${table?.pages.join('-')} ${table?.kind} ${check.identity}: ${label} ${column} ${value} off ${check.difference}`
}

function issueNotes(file: string, document: BudgetDocument, tally: Tally): string[] {
  for (const { code } of document.issues) tally.issues[code] = (tally.issues[code] ?? 0) + 1
  return document.issues
    .filter(({ code }) => code !== 'identity_fails')
    .map(({ code, page, message }) => `ISSUE ${file} p${page} ${code} ${message.en}`)
}

function leafNotes(file: string, document: BudgetDocument, tally: Tally): string[] {
  const { sum, explained, unexplained, unsaid } = leavesOf(document)
  tally.lists.sum += sum
  tally.lists.explained += explained
  tally.lists.unexplained += unexplained.length
  tally.unsaid += unsaid.length
  return [
    ...unexplained.map((total) => `LEAVES ${file} ${total}`),
    ...unsaid.map((row) => `UNSAID ${file} ${row}`),
  ]
}

function formNotes(file: string, document: BudgetDocument, tally: Tally): string[] {
  const { records, indicators, rows, missing } = formsOf(document)
  tally.performance.records += records
  tally.performance.indicators += indicators
  tally.performance.rows += rows
  return missing.map((row) => `INDICATOR ${file} ${row}`)
}

function readTsv(file: string): string[][] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

function readLists(folder: string): Lists {
  const tables = readTsv(path.join(folder, 'tables.tsv')).map(
    ([file, report, kind, first, last, unit, title]): ListedTable => {
      return { file, report, kind, first: Number(first), last: Number(last), unit, title }
    },
  )
  const cellsFile = path.join(folder, 'cells.tsv.gz')
  return { tables, cells: existsSync(cellsFile) ? toCells(readTsv(cellsFile)) : new Map() }
}

function toCells(rows: string[][]): Map<string, PrintedCell[]> {
  const cells = new Map<string, PrintedCell[]>()
  for (const [file, page, kind, label, codes, header, amount] of rows) {
    const list = cells.get(file) ?? []
    list.push({ page: Number(page), kind, label, codes, header, amount })
    cells.set(file, list)
  }
  return cells
}
