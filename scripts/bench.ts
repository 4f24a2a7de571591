/**
 * What a run costs, beside what reading alone costs, on the same files:
 * `npm run bench -- <folder> [--files <n>] [--rounds <n>]`. A table for people on
 * standard output, the same as JSON in `out/bench.json`.
 *
 * Everything is a process of its own, measured from outside; with several rounds they
 * take turns, and the fastest of each counts: what else the machine does only adds.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { planJobs } from '../src/batch/plan.js'
import { type Measured, measure } from './bench/process.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string' }, rounds: { type: 'string', default: '1' } },
})
if (positionals.length === 0) {
  console.error('usage: npm run bench -- <folder of PDFs> [--files <number>] [--rounds <number>]')
  process.exit(2)
}
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const all = planJobs(positionals).jobs.map(({ input }) => path.resolve(input))
const most = Number(values.files ?? all.length)
const files = all.filter(
  (_, i) => Math.floor((i * most) / all.length) !== Math.floor(((i - 1) * most) / all.length),
)

/** The same files as a folder of links: names clash nowhere. */
function linked(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kemu-bench-'))
  files.forEach((file, i) => {
    symlinkSync(file, path.join(folder, `${i}.pdf`))
  })
  return folder
}

async function wholeJob(jobs: number): Promise<Measured> {
  const out = mkdtempSync(path.join(os.tmpdir(), 'kemu-bench-out-'))
  const args = ['extract', folder, '-o', out, '--jobs', String(jobs), '--quiet']
  const result = await measure(process.execPath, [script('../src/cli/main.js'), ...args])
  rmSync(out, { recursive: true })
  return result
}

/** One process for all files, as ours is; none where it is not installed. */
async function pdftotext(): Promise<Measured | null> {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
  } catch {
    return null
  }
  const each = 'for f; do pdftotext -layout "$f" - ; done >/dev/null'
  return {
    ...(await measure('sh', ['-c', each, 'sh', ...files])),
    cpuSeconds: null,
    peak: null,
    proportional: null,
  }
}

const own = (name: string) => () => measure(process.execPath, [script(name), ...files])
const contestants: Record<string, () => Promise<Measured | null>> = {
  'kemu, 1 worker': () => wholeJob(1),
  'kemu, 2 workers': () => wholeJob(2),
  'bare operator lists': own('bench/bare.js'),
  'pdftotext -layout': pdftotext,
  stages: own('bench/stages.js'),
}

const folder = linked()
const runs: Record<string, Measured | null> = {}
for (let round = 0; round < Number(values.rounds); round++)
  for (const [name, run] of Object.entries(contestants)) {
    const result = await run()
    const best = runs[name]
    runs[name] = best && result && best.seconds < result.seconds ? best : result
  }
rmSync(folder, { recursive: true })

const { pages, sums } = JSON.parse(runs.stages?.said ?? '')
const bare = JSON.parse(runs['bare operator lists']?.said ?? '')
const byStage = Object.fromEntries(
  Object.entries<number>({ ...sums, ...bare.sums }).map(([stage, ms]) => [stage, ms / pages]),
)
delete runs.stages

console.log(`${files.length} files, ${pages} pages, ${os.availableParallelism()} processors\n`)
const column = (value: number | null, digits: number, width: number) =>
  (value === null ? '' : value.toFixed(digits)).padStart(width)
console.log('whole processes         ms/page   CPU ms/page   documents/s   peak MiB  shared once')
for (const [name, run] of Object.entries(runs)) {
  if (!run) console.log(`${name}: not installed`)
  else
    console.log(
      name.padEnd(22) +
        column((run.seconds * 1000) / pages, 2, 9) +
        column(run.cpuSeconds === null ? null : (run.cpuSeconds * 1000) / pages, 2, 14) +
        column(files.length / run.seconds, 2, 14) +
        column(run.peak, 0, 11) +
        column(run.proportional, 0, 13),
    )
}
console.log('\nby stage, one process  CPU ms/page (indented: wall time, within reading)')
for (const [stage, ms] of Object.entries(byStage))
  console.log(`${stage.padEnd(22)} ${ms.toFixed(2).padStart(12)}`)
writeFileSync(
  'out/bench.json',
  `${JSON.stringify({ files: files.length, pages, runs, byStage }, null, 2)}\n`,
)
