/** `kemu panel`: a folder of documents -> one data set, and what is said about it. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { buildOf } from '../batch/build.js'
import { UsageError } from '../batch/failure.js'
import { printable } from '../files/printable.js'
import { loadDuckDB } from '../panel/duckdb.js'
import type { PanelFormat } from '../panel/publish.js'
import type { Reading } from '../panel/read.js'
import { setFlagsOfThreads } from '../v8-flags.js'
import { parseNumber } from './number.js'

export interface PanelCommand {
  out: string
  format: string
  bom?: boolean
  released?: string
  partition?: string
  finish?: boolean
  memory: string
  timeout: string
}

const WORKER = new URL('../panel/convert.js', import.meta.url)
const FORMATS: readonly PanelFormat[] = ['csv', 'parquet', 'duckdb']

/** Standard output gets the files written, one a line; standard error what a person reads. @returns the exit code */
export async function panel(
  folder: string,
  options: PanelCommand,
  version: string,
): Promise<number> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder} is no folder: name the -o folder of an extract run`)
  await loadDuckDB()
  if (options.finish) return finish(folder, options)
  if (options.partition !== undefined) return part(folder, options.partition, options, version)
  const formats = parseFormats(options.format)
  const memory = parseNumber('--memory', options.memory, 64)
  const timeout = parseNumber('--timeout', options.timeout, 0.1)
  const { buildPanel } = await import('../panel/build.js')
  setFlagsOfThreads()
  const result = await buildPanel(folder, {
    ...{ out: options.out, formats, bom: options.bom ?? false },
    released: parseDay(options.released),
    program: `${version} ${buildOf()}`,
    ...{ worker: WORKER, memory, timeout },
  })
  if (result.read + result.kept === 0)
    throw new UsageError(`${folder} holds no document: name the -o folder of an extract run`)
  return told(result, options.out, result.unchanged ? '; the panel stands as it was' : '')
}

/** @param rest of the last line @returns the exit code */
function told(
  { files, ...reading }: Reading & { files: string[] },
  out: string,
  rest = '',
): number {
  const { read, kept, gone, failed } = reading
  for (const file of files) process.stdout.write(`${printable(path.join(out, file))}\n`)
  for (const { file, error } of failed)
    process.stderr.write(`✗ ${printable(file)}: ${printable(error)}\n`)
  process.stderr.write(
    `${read + kept} documents: ${read} read, ${kept} unchanged, ${gone} gone${rest}\n`,
  )
  return failed.length > 0 ? 1 : 0
}

/** A shard's part, beside those of others. */
async function part(
  folder: string,
  name: string,
  { out, memory, timeout }: PanelCommand,
  version: string,
): Promise<number> {
  if (!/^[\w-]+$/.test(name))
    throw new UsageError(`--partition ${name}: name the part by letters, digits, - and _`)
  const { buildPart } = await import('../panel/part.js')
  setFlagsOfThreads()
  const result = await buildPart(folder, {
    ...{ out, name, program: `${version} ${buildOf()}`, worker: WORKER },
    memory: parseNumber('--memory', memory, 64),
    timeout: parseNumber('--timeout', timeout, 0.1),
  })
  return told(result, out)
}

/** What all documents decide, over the parts of a panel. */
async function finish(folder: string, { memory }: PanelCommand): Promise<number> {
  const { finishPanel } = await import('../panel/finish.js')
  for (const file of await finishPanel(folder, parseNumber('--memory', memory, 64)))
    process.stdout.write(`${printable(path.join(folder, file))}\n`)
  return 0
}

function parseFormats(list: string): PanelFormat[] {
  const wanted = list.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !FORMATS.some((format) => format === name))
  if (unknown !== undefined)
    throw new UsageError(`--format ${list}: choose from ${FORMATS.join(', ')}`)
  return FORMATS.filter((format) => wanted.includes(format))
}

/** The clock is never asked: the same documents make the same bytes on every day. */
function parseDay(date: string | undefined): string | undefined {
  if (date === undefined) return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))
  if (!isDay) throw new UsageError(`--released ${date}: give a day as 2026-01-31`)
  return date
}
