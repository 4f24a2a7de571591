/** `kemu view`: pages and what was read from them, side by side in a browser. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildOf } from '../batch/build.js'
import { UsageError } from '../batch/failure.js'
import { planJobs } from '../batch/plan.js'
import { usualMemory } from '../batch/pool.js'
import { runJobs } from '../batch/run.js'
import { OutputFolder } from '../files/folder.js'
import { noteInputs } from '../files/inputs.js'
import { printable } from '../files/printable.js'
import { linkAmong, urlOf } from '../view/link.js'
import { openBrowser } from '../view/server/browser.js'
import { RunFolder } from '../view/server/run-folder.js'
import { serve } from '../view/server/serve.js'
import { Site } from '../view/server/site.js'
import { isRunsOwn, writeSite } from '../view/server/static.js'
import { parseNumber } from './number.js'

export interface ViewOptions {
  pdfs?: string
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
  const stats = statSync(given, { throwIfNoEntry: false })
  if (!stats) throw new UsageError(`${given} does not exist: check the path`)
  if (stats.isDirectory()) {
    const run = await RunFolder.open(given, options.pdfs ?? null)
    return await show(run, link ?? '', port, options)
  }
  if (link !== undefined) throw new UsageError(`${link}: a place is named in a run, not in a PDF`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kemu-view-'))
  try {
    await readInto(folder, given, parseNumber('--timeout', options.timeout, 0.1), version)
    const run = await RunFolder.open(folder, null)
    return await show(run, path.basename(given), port, options)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function portOf(text: string): number {
  const port = parseNumber('--port', text, 0)
  if (Number.isInteger(port) && port <= LARGEST_PORT) return port
  throw new UsageError(`--port ${text}: give a number from 0 to ${LARGEST_PORT}`)
}

/** One file, read as a run reads it: in a process of its own, within limits. */
async function readInto(out: string, pdf: string, timeout: number, version: string): Promise<void> {
  await runJobs(planJobs([pdf], ['json']), {
    ...{ out, formats: ['json'], version, build: buildOf(), worker: WORKER, jobs: 1 },
    limits: { timeout, memory: usualMemory(1) },
  })
  noteInputs(new OutputFolder(out), [pdf])
}

async function show(
  run: RunFolder,
  link: string,
  port: number,
  options: Pick<ViewOptions, 'open' | 'static'>,
): Promise<number> {
  if (options.static !== undefined) return await write(run, options.static)
  const place = link === '' ? '' : urlOf(known(run, link))
  const { url, close } = await serve(new Site(run), port)
  // Before the address is said: who reads it may end this at once.
  const over = ended()
  process.stdout.write(`${url}${place}\n`)
  process.stderr.write('served on this machine only, to whoever has the address: Ctrl-C ends it\n')
  if (options.open && !(await openBrowser(url + place)))
    process.stderr.write('no browser could be started: open the address yourself\n')
  await over
  await close()
  return 0
}

/** @returns 1 where pages are missing: what was read of them is there all the same */
async function write(run: RunFolder, given: string): Promise<number> {
  if (isRunsOwn(given))
    throw new UsageError(`--static ${given}: outputs stand there; name another folder`)
  const { files, missing } = await writeSite(new Site(run), new OutputFolder(given))
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

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve())
  })
}
