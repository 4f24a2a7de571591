/** Mutants through a whole run: what must not happen is a crash, a hang, a nameless error, a wrong output. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { documentSchema } from '../../schemas/document.js'
import type { FileEntry } from '../../schemas/run.js'
import { planJobs } from '../../src/batch/plan.js'
import { runJobs } from '../../src/batch/run.js'
import { mutant } from './mutate.js'

/** Mutants of the PDFs of a folder. */
export function mutantsOf(samples: string): Maker {
  const originals = readdirSync(samples)
    .filter((name) => name.endsWith('.pdf'))
    .toSorted()
    .map((name) => readFileSync(path.join(samples, name)))
  return (seed) => mutant(originals, seed)
}

export interface Findings {
  mutants: number
  statuses: Record<string, number>
  /** What should not be: seed, and what happened. */
  wrong: string[]
}

/** Errors that a file may earn; all others are ours. */
const NAMED = /^(?:not_pdf|damaged|encrypted|too_\w+)$/
const BATCH = 50
/** Seconds for one: what takes a second alone takes half a minute where twenty others run beside it. */
const TIMEOUT = 120

/** A seed -> a file. */
export type Maker = (seed: number) => Buffer

/** @param worker what reads them: `dist/src/batch/worker.js` */
export async function fuzz(
  make: Maker,
  worker: URL,
  from: number,
  count: number,
  onBatch: (findings: Findings) => void = () => {},
): Promise<Findings> {
  const findings: Findings = { mutants: 0, statuses: {}, wrong: [] }
  for (let seed = from; seed < from + count; seed += BATCH) {
    await runBatch(make, worker, seed, Math.min(BATCH, from + count - seed), findings)
    onBatch(findings)
  }
  return findings
}

async function runBatch(
  make: Maker,
  worker: URL,
  from: number,
  count: number,
  findings: Findings,
): Promise<void> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'kemu-fuzz-'))
  const [input, out] = [path.join(root, 'in'), path.join(root, 'out')]
  mkdirSync(input)
  for (let seed = from; seed < from + count; seed++)
    writeFileSync(path.join(input, `${seed}.pdf`), make(seed))
  const entries: FileEntry[] = []
  await runJobs(planJobs([input]), {
    ...{ out, formats: ['json', 'xml'], version: 'fuzz', build: 'fuzz', worker },
    jobs: Math.min(2, os.availableParallelism()),
    limits: { timeout: TIMEOUT, memory: 1024 },
    events: { entry: (entry) => entries.push(entry) },
  })
  for (const entry of entries) await judge(entry, out, findings)
  if (entries.length !== count)
    findings.wrong.push(`${count - entries.length} from ${from} are lost`)
  rmSync(root, { recursive: true })
}

async function judge(entry: FileEntry, out: string, findings: Findings): Promise<void> {
  findings.mutants += 1
  findings.statuses[entry.status] = (findings.statuses[entry.status] ?? 0) + 1
  const wrong = (what: string) => findings.wrong.push(`${entry.file}: ${what}`)
  if (['timeout', 'failed', 'crashed'].includes(entry.status))
    wrong(`${entry.status}: ${entry.error?.code}: ${entry.error?.message}`)
  else if (entry.error && !NAMED.test(entry.error.code)) wrong(`error ${entry.error.code}`)
  if (entry.status === 'too_large') return
  try {
    const file = path.join(out, entry.file.replace(/pdf$/, 'json'))
    documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if (!['timeout', 'failed', 'crashed'].includes(entry.status)) wrong(`its JSON: ${cause}`)
  }
}
