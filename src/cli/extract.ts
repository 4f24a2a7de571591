/** `kemu extract`: a command line -> a run, and what is said about it. */
import { statSync } from 'node:fs'
import { FORMATS, type Format } from '../../schemas/run.js'
import { buildOf } from '../batch/build.js'
import type { Shard } from '../batch/content.js'
import { UsageError } from '../batch/failure.js'
import { planJobs, prepareOutput } from '../batch/plan.js'
import { autoJobs, LEAST_MEMORY, usualMemory, workersIn } from '../batch/pool.js'
import { exitCode, type RunResult, runJobs } from '../batch/run.js'
import { OutputFolder } from '../files/folder.js'
import { noteInputs } from '../files/inputs.js'
import { chosenLanguage } from './language.js'
import { makeLog } from './log.js'
import { parseNumber } from './number.js'

export interface ExtractOptions {
  out: string
  format: string
  jobs: string
  timeout: string
  memory: string
  shard?: string
  force?: boolean
  strict?: boolean
  quiet?: boolean
  log: string
  lang?: string
  corrections?: string[]
}

const WORKER = new URL('../batch/worker.js', import.meta.url)

/** Standard output gets the files written, one a line; standard error what a person reads. @returns the exit code */
export async function extract(
  inputs: string[],
  options: ExtractOptions,
  version: string,
): Promise<number> {
  const formats = parseFormats(options.format)
  const shard = options.shard === undefined ? null : parseShard(options.shard)
  const jobs = parseJobs(options.jobs)
  const limits = {
    timeout: parseNumber('--timeout', options.timeout, 0.1),
    memory: parseMemory(options.memory, jobs),
  }
  if (!['text', 'json'].includes(options.log))
    throw new UsageError(`--log ${options.log}: choose text or json`)
  const lang = chosenLanguage(options.lang)
  for (const folder of options.corrections ?? [])
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`--corrections ${folder}: no such folder`)
  const plan = planJobs(inputs, formats)
  prepareOutput(options.out)
  const log = makeLog(options, { out: options.out, formats, lang }, process)
  const signals = stopOnSignals()
  try {
    const result = await runJobs(plan, {
      ...{ out: options.out, formats, lang, version },
      ...{ build: buildOf(), worker: WORKER, limits, shard },
      jobs: workersIn(limits.memory, Math.min(jobs, plan.jobs.length)),
      corrections: options.corrections ?? null,
      ...{ force: options.force, stop: signals.stop, events: log.events },
    })
    if (!result.interrupted) noteInputs(new OutputFolder(options.out), inputs)
    log.end(result)
    return codeOf(result, signals.code(), options)
  } finally {
    log.close()
    signals.close()
  }
}

function codeOf(result: RunResult, signal: number, options: ExtractOptions): number {
  return result.interrupted ? signal : exitCode(result.totals, options.strict ?? false)
}

/** Schedulers send SIGTERM, people Ctrl-C, a terminal that is closed SIGHUP; a second one ends the process where it stands. */
function stopOnSignals() {
  const stopping = new AbortController()
  let code = 0
  const stopper = (number: number) => () => {
    if (stopping.signal.aborted) process.exit(number)
    code = number
    stopping.abort()
  }
  const handlers = { SIGHUP: stopper(129), SIGINT: stopper(130), SIGTERM: stopper(143) }
  for (const [name, handler] of Object.entries(handlers)) process.on(name, handler)
  const close = () => {
    for (const [name, handler] of Object.entries(handlers)) process.off(name, handler)
  }
  return { stop: stopping.signal, code: () => code, close }
}

function parseFormats(list: string): Format[] {
  const wanted = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = wanted.find((name) => !FORMATS.includes(name as Format))
  if (unknown !== undefined || wanted.length === 0) {
    throw new UsageError(`--format ${list}: choose from ${FORMATS.join(', ')}`)
  }
  return FORMATS.filter((format) => wanted.includes(format))
}

function parseMemory(text: string, jobs: number): number {
  return text === 'auto' ? usualMemory(jobs) : parseNumber('--memory', text, LEAST_MEMORY)
}

function parseJobs(text: string): number {
  if (text === 'auto') return autoJobs()
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--jobs ${text}: give auto or a number`)
  return Number(text)
}

function parseShard(text: string): Shard {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (!(index >= 1 && index <= count))
    throw new UsageError(`--shard ${text}: give a part of a whole, as 3/16, from 1/16 to 16/16`)
  return { index, count }
}
