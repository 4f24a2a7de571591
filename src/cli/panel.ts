/** `kemu panel`: a folder of documents -> one data set, and what is said about it. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { buildOf } from '../batch/build.js'
import { UsageError } from '../batch/failure.js'
import { printable } from '../files/printable.js'
import type { PanelFormat } from '../panel/publish.js'
import { setFlagsOfWork } from '../v8-flags.js'
import { parseNumber } from './number.js'

export interface PanelCommand {
  out: string
  format: string
  bom?: boolean
  released?: string
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
  const formats = parseFormats(options.format)
  const memory = parseNumber('--memory', options.memory, 64)
  const timeout = parseNumber('--timeout', options.timeout, 0.1)
  const { buildPanel, PanelMemoryError } = await import('../panel/build.js')
  const { RunFileError } = await import('../panel/input.js')
  setFlagsOfWork()
  const result = await buildPanel(folder, {
    ...{ out: options.out, formats, bom: options.bom ?? false },
    released: parseDay(options.released),
    program: `${version} ${buildOf()}`,
    ...{ worker: WORKER, memory, timeout },
  }).catch((cause: unknown) => {
    const isTheirs = cause instanceof PanelMemoryError || cause instanceof RunFileError
    throw isTheirs ? new UsageError(cause.message) : cause
  })
  if (result.read + result.kept === 0)
    throw new UsageError(`${folder} holds no document: name the -o folder of an extract run`)
  for (const file of result.files)
    process.stdout.write(`${printable(path.join(options.out, file))}\n`)
  for (const { file, error } of result.failed)
    process.stderr.write(`✗ ${printable(file)}: ${printable(error)}\n`)
  process.stderr.write(
    `${result.read + result.kept} documents: ${result.read} read, ${result.kept} unchanged, ${result.gone} gone${result.unchanged ? '; the panel stands as it was' : ''}\n`,
  )
  return result.failed.length > 0 ? 1 : 0
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
