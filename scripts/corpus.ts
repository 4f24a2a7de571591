/**
 * Measures the reader on a folder of real files with a list of their tables:
 * `npm run corpus -- <folder> [--list] [--region name]`. Prints, per region, how
 * many tables were recognized with kind and pages right, how many amounts on
 * their pages sit in a cell of their own, how many sums hold, and how many of
 * another reader's amounts stand in the row and column that it names.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BudgetDocument } from '../schemas/document.js'
import { readDocument } from '../src/pipeline.js'
import { amountsOnPages } from './corpus/amounts.js'
import { compareCells, type PrintedCell } from './corpus/cells.js'
import { type ListedTable, listedFiles, matchTables } from './corpus/tables.js'
import { formatTally, newTally, type Tally } from './corpus/tally.js'

const args = process.argv.slice(2)
const folder = args.find((arg) => !arg.startsWith('--'))
const only = args.includes('--region') ? args[args.indexOf('--region') + 1] : null
const details = args.includes('--list')

if (!folder || !existsSync(path.join(folder, 'tables.tsv'))) {
  console.error('usage: npm run corpus -- <folder with tables.tsv> [--list] [--region name]')
  process.exit(2)
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

function toCells(rows: string[][]): Map<string, PrintedCell[]> {
  const cells = new Map<string, PrintedCell[]>()
  for (const [file, page, kind, label, codes, header, amount] of rows) {
    const list = cells.get(file) ?? []
    list.push({ page: Number(page), kind, label, codes, header, amount })
    cells.set(file, list)
  }
  return cells
}

const tables: ListedTable[] = readTsv(path.join(folder, 'tables.tsv')).map(
  ([file, report, kind, first, last, unit, title]) => ({
    file,
    report,
    kind,
    first: Number(first),
    last: Number(last),
    unit,
    title,
  }),
)
const cellsFile = path.join(folder, 'cells.tsv.gz')
const cells = existsSync(cellsFile) ? toCells(readTsv(cellsFile)) : new Map<string, PrintedCell[]>()

const tallies = new Map<string, Tally>()
const notes: string[] = []
const facts: string[] = []
for (const file of listedFiles(folder)) {
  const region = file.split('/')[0]
  if (only && region !== only) continue
  const tally = tallies.get(region) ?? newTally()
  tallies.set(region, tally)
  const bytes = readFileSync(path.join(folder, file))
  const started = performance.now()
  const { document, timings } = await readDocument({ file, bytes })
  tally.milliseconds += performance.now() - started
  for (const [stage, time] of Object.entries(timings))
    tally.stages[stage] = (tally.stages[stage] ?? 0) + time
  await measure(file, bytes, document, tally)
}

async function measure(
  file: string,
  bytes: Uint8Array,
  document: BudgetDocument,
  tally: Tally,
): Promise<void> {
  tally.files += 1
  tally.pages += document.source.pages
  tally.status[document.status] = (tally.status[document.status] ?? 0) + 1
  const { kind, fiscalYear, department, scope } = document.report
  facts.push([file, document.status, kind, fiscalYear, scope, department].join('\t'))
  const listed = tables.filter((table) => table.file === file)
  notes.push(...matchTables(file, listed, document, tally))
  notes.push(...(await amountsOnPages(file, bytes, listed, document, tally)))
  for (const check of [...document.tables.flatMap((table) => table.checks), ...document.checks]) {
    const group = /Σ/.test(check.identity) ? tally.sums : tally.others
    group[check.outcome] += 1
    if (check.outcome === 'fails') {
      const table = document.tables.find((t) => t.id === check.left.table)
      notes.push(
        `FAIL ${file} p${table?.pages.join('-')} ${table?.kind} ${check.identity}: ${check.left.label} ${check.left.column} ${check.left.value} off ${check.difference}`,
      )
    }
  }
  for (const issue of document.issues) {
    tally.issues[issue.code] = (tally.issues[issue.code] ?? 0) + 1
    if (issue.code !== 'identity_fails')
      notes.push(`ISSUE ${file} p${issue.page} ${issue.code} ${issue.message}`)
  }
  notes.push(...compareCells(file, cells.get(file) ?? [], document, tally))
}

for (const [region, tally] of tallies) console.log(formatTally(region, tally))
const all = [...tallies.values()].reduce((sum, tally) => sum.plus(tally), newTally())
console.log(formatTally('ALL', all))
console.log(JSON.stringify({ status: all.status, issues: all.issues }))
console.log(
  `milliseconds a page by stage: ${Object.entries(all.stages)
    .map(([stage, ms]) => `${stage} ${(ms / all.pages).toFixed(2)}`)
    .join(', ')}`,
)
if (details) {
  writeFileSync('out/corpus-notes.txt', `${notes.join('\n')}\n`)
  writeFileSync('out/corpus-facts.tsv', `${facts.join('\n')}\n`)
  console.log(
    `${notes.length} notes in out/corpus-notes.txt, owners and years in out/corpus-facts.tsv`,
  )
}
