/** `kemu view`: pages and what was read from them, side by side in a browser. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildOf } from '../batch/build.js'
import { UsageError } from '../batch/failure.js'
import { planJobs } from '../batch/plan.js'
import { usualMemory } from '../batch/pool.js'
import { Rereader } from '../batch/reread.js'
import { runJobs } from '../batch/run.js'
import { OutputFolder } from '../files/folder.js'
import { noteInputs } from '../files/inputs.js'
import { printable } from '../files/printable.js'
import { linkAmong, urlOf } from '../view/link.js'
import { openBrowser } from '../view/server/browser.js'
import { Desk } from '../view/server/desk.js'
import { RunFolder } from '../view/server/run-folder.js'
import { serve } from '../view/server/serve.js'
import { Site } from '../view/server/site.js'
import { isRunsOwn, writeSite } from '../view/server/static.js'
import { parseNumber } from './number.js'

export interface ViewOptions {
  pdfs?: string
  corrections?: string[]
  port: string
  timeout: string
  static?: string
  open?: boolean
}

const WORKER = new URL('../batch/worker.js', import.meta.url)
const LARGEST_PORT = 65_535

/** Standard output gets the address; it is served until the process is told to end. @returns the exit code */
export async function view(
  given: string,
  link: string | undefined,
  options: ViewOptions,
  version: string,
): Promise<number> {
  const port = portOf(options.port)
  const timeout = parseNumber('--timeout', options.timeout, 0.1)
  const stats = statSync(given, { throwIfNoEntry: false })
  if (!stats) throw new UsageError(`${given} does not exist: check the path`)
  const end = endOnSignals()
  if (stats.isDirectory()) {
    const run = await RunFolder.open(given, options.pdfs ?? null)
    return await show(run, link ?? '', { ...options, port, timeout, end })
  }
  if (link !== undefined) throw new UsageError(`${link}: a place is named in a run, not in a PDF`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kemu-view-'))
  try {
    if (!(await readInto(folder, given, { ...options, timeout, version, stop: end.signal })))
      return STOPPED
    const run = await RunFolder.open(folder, null)
    return await show(run, path.basename(given), { ...options, port, timeout, end })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As a shell says it of Ctrl-C. */
const STOPPED = 130

function portOf(text: string): number {
  const port = parseNumber('--port', text, 0)
  if (Number.isInteger(port) && port <= LARGEST_PORT) return port
  throw new UsageError(`--port ${text}: give a number from 0 to ${LARGEST_PORT}`)
}

interface Reading {
  corrections?: string[]
  timeout: number
  version: string
  stop: AbortSignal
}

/** One file, read as a run reads it: in a process of its own, within limits. @returns whether it came to its end */
async function readInto(
  out: string,
  pdf: string,
  { corrections, timeout, version, stop }: Reading,
): Promise<boolean> {
  const { interrupted } = await runJobs(planJobs([pdf], ['json']), {
    ...{ out, formats: ['json'], version, build: buildOf(), worker: WORKER, jobs: 1, stop },
    limits: { timeout, memory: usualMemory(1) },
    corrections: corrections ?? null,
  })
  if (!interrupted) noteInputs(new OutputFolder(out), [pdf])
  return !interrupted
}

interface Showing {
  port: number
  timeout: number
  end: ReturnType<typeof endOnSignals>
  open?: boolean
  static?: string
  corrections?: string[]
}

async function show(run: RunFolder, link: string, showing: Showing): Promise<number> {
  const { port, timeout, end, open, corrections = null } = showing
  if (showing.static !== undefined) return await write(run, showing.static, end.signal)
  const place = link === '' ? '' : urlOf(known(run, link))
  const reader = new Rereader(WORKER, { timeout, memory: usualMemory(1) })
  const desk = new Desk(run, corrections, (...task) => reader.read(...task))
  const { url, close } = await serve(new Site(run, desk), port)
  try {
    process.stdout.write(`${url}${place}\n`)
    process.stderr.write(
      'served on this machine only, to whoever has the address: Ctrl-C ends it\n',
    )
    if (open && !(await openBrowser(url + place)))
      process.stderr.write('no browser could be started: open the address yourself\n')
    await end.told
  } finally {
    await close()
    await reader.close()
  }
  return 0
}

/** @returns 1 where pages are missing: what was read of them is there all the same */
async function write(run: RunFolder, given: string, stop: AbortSignal): Promise<number> {
  if (isRunsOwn(given))
    throw new UsageError(`--static ${given}: outputs stand there; name another folder`)
  const { files, missing } = await writeSite(new Site(run), new OutputFolder(given), stop)
  if (stop.aborted) return STOPPED
  process.stdout.write(`${path.join(given, 'index.html')}\n`)
  process.stderr.write(`${files} files: put them on any web server\n`)
  for (const file of missing)
    process.stderr.write(`✗ ${printable(file)}: its PDF is not there as it was read: see --pdfs\n`)
  return missing.length > 0 ? 1 : 0
}

/** @throws UsageError for a document that the run does not name */
function known(run: RunFolder, link: string) {
  const parsed = linkAmong((file) => run.entry(file) !== null, link)
  if (run.entry(parsed.file) !== null) return parsed
  throw new UsageError(`${parsed.file} is no document of this run: see its run.json`)
}

/** Told once, what is under way is cleared up; told again, the process ends where it stands. */
function endOnSignals(): { signal: AbortSignal; told: Promise<void> } {
  const ending = new AbortController()
  for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
    process.once(name, () => ending.abort())
  const told = new Promise<void>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve())
  })
  return { signal: ending.signal, told }
}
