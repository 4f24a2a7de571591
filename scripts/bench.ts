/**
 * What a run costs, beside what reading alone costs, on the same files:
 * `npm run bench -- <folder> [--files <n>]`. A table for people on standard
 * output, the same as JSON in `out/bench.json`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { documentSchema } from '../schemas/document.js'
import { planJobs } from '../src/batch/plan.js'
import { exporters, FORMATS } from '../src/export/index.js'
import { readDocument } from '../src/pipeline.js'
import { barePass } from './bench/bare.js'
import { type Measured, measure } from './bench/process.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string' } },
})
if (positionals.length === 0) {
  console.error('usage: npm run bench -- <folder of PDFs> [--files <number>]')
  process.exit(2)
}
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const all = planJobs(positionals).jobs.map(({ input }) => path.resolve(input))
const most = Number(values.files ?? all.length)
const files = all.filter(
  (_, i) => Math.floor((i * most) / all.length) !== Math.floor(((i - 1) * most) / all.length),
)

/** Milliseconds by stage of one warm process, and of a bare pass over the same bytes at once. */
async function stages(): Promise<{ pages: number; sums: Record<string, number> }> {
  const sums: Record<string, number> = {}
  let pages = 0
  const add = async <T>(stage: string, work: () => Promise<T> | T): Promise<T> => {
    const started = performance.now()
    const result = await work()
    sums[stage] = (sums[stage] ?? 0) + performance.now() - started
    return result
  }
  for (const file of files) {
    const bytes = readFileSync(file)
    const { document, timings } = await readDocument({ file, bytes })
    if (document.source.pages === 0) continue
    pages += document.source.pages
    for (const [stage, time] of Object.entries(timings)) sums[stage] = (sums[stage] ?? 0) + time
    await add('schema', () => documentSchema.parse(document))
    for (const format of FORMATS) await add(format, () => exporters[format](document))
    await add('bare operator lists', () => barePass(bytes))
  }
  return { pages, sums }
}

/** The same files as a folder of links: names clash nowhere. */
function linked(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kemu-bench-'))
  files.forEach((file, i) => {
    symlinkSync(file, path.join(folder, `${i}.pdf`))
  })
  return folder
}

async function wholeJob(folder: string, jobs: number): Promise<Measured> {
  const out = mkdtempSync(path.join(os.tmpdir(), 'kemu-bench-out-'))
  const args = ['extract', folder, '-o', out, '--jobs', String(jobs), '--quiet']
  const result = await measure(process.execPath, [script('../src/cli/main.js'), ...args])
  rmSync(out, { recursive: true })
  return result
}

async function pdftotext(): Promise<Measured | null> {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
  } catch {
    return null
  }
  const one = 'for f; do pdftotext -layout "$f" - ; done'
  return { ...(await measure('sh', ['-c', one, 'sh', ...files])), cpuSeconds: null, peak: null }
}

const folder = linked()
const runs: Record<string, Measured | null> = {
  'kemu, 1 worker': await wholeJob(folder, 1),
  'kemu, 2 workers': await wholeJob(folder, 2),
  'bare operator lists': await measure(process.execPath, [script('bench/bare.js'), ...files]),
  'pdftotext -layout': await pdftotext(),
}
rmSync(folder, { recursive: true })
const { pages, sums } = await stages()
const byStage = Object.fromEntries(Object.entries(sums).map(([stage, ms]) => [stage, ms / pages]))

console.log(`${files.length} files, ${pages} pages, ${os.availableParallelism()} processors\n`)
const column = (value: number | null, digits: number, width: number) =>
  (value === null ? '' : value.toFixed(digits)).padStart(width)
console.log('whole processes         ms/page   CPU ms/page   documents/s   peak MiB')
for (const [name, run] of Object.entries(runs)) {
  if (!run) console.log(`${name}: not installed`)
  else
    console.log(
      name.padEnd(22) +
        column((run.seconds * 1000) / pages, 2, 9) +
        column(run.cpuSeconds === null ? null : (run.cpuSeconds * 1000) / pages, 2, 14) +
        column(files.length / run.seconds, 2, 14) +
        column(run.peak, 0, 11),
    )
}
console.log('\nby stage, one warm process  ms/page')
for (const [stage, ms] of Object.entries(byStage))
  console.log(`${stage.padEnd(22)} ${ms.toFixed(2).padStart(12)}`)
writeFileSync(
  'out/bench.json',
  `${JSON.stringify({ files: files.length, pages, runs, byStage }, null, 2)}\n`,
)
