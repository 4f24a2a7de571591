/** Inputs on a command line -> the jobs of a run, or what is wrong with them, before any work starts. */
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { NAME_TOO_LONG } from './failure.js'
import { OWN_FOLDER } from './journal.js'

export interface Job {
  /** Where the file is. */
  input: string
  /** Its path under the folder given: what `run.json` and the document call it. */
  file: string
  /** Output path without extension, under the output folder. */
  stem: string
}

/** A command line that cannot be carried out: which part, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export interface Plan {
  jobs: Job[]
  /** Entries below the folders given that cannot be read. */
  unreadable: { file: string; code: string; message: string }[]
}

/** @throws UsageError for a missing path, a folder without PDFs, two inputs with one output */
export function planJobs(inputs: string[]): Plan {
  const plan: Plan = { jobs: [], unreadable: [] }
  for (const input of inputs) addInput(plan, input)
  assertDistinct([...plan.jobs, ...plan.unreadable.map(({ file }) => toJob(file, file))])
  return plan
}

function addInput(plan: Plan, input: string): void {
  const stats = statSync(input, { throwIfNoEntry: false })
  if (!stats) throw new UsageError(`${input} does not exist: check the path`)
  if (!stats.isDirectory()) {
    addFile(plan, input, path.basename(input))
    return
  }
  const before = plan.jobs.length + plan.unreadable.length
  walk(plan, input, '', new Set())
  if (plan.jobs.length + plan.unreadable.length === before) {
    throw new UsageError(`${input} holds no PDF: name a folder with .pdf files below it`)
  }
}

/** `seen` holds the real folders above: a link that leads back into one is not followed. */
function walk(plan: Plan, root: string, below: string, seen: Set<string>): void {
  const folder = path.join(root, below)
  const real = realpathSync(folder)
  if (seen.has(real)) return
  const above = new Set(seen).add(real)
  for (const name of listed(plan, folder, below)) {
    const file = path.join(below, name)
    const stats = statOf(path.join(root, file))
    if (stats?.isDirectory()) {
      if (name !== OWN_FOLDER) walk(plan, root, file, above)
    } else if (/\.pdf$/i.test(name)) addFile(plan, path.join(root, file), file)
  }
}

/** Null for what is not there, may not be looked at, or leads in a circle. */
function statOf(file: string): Stats | null {
  try {
    return statSync(file)
  } catch {
    return null
  }
}

function listed(plan: Plan, folder: string, below: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (error) {
    const message = `cannot be listed (${(error as Error).message}): mend its permissions`
    plan.unreadable.push({ file: slashed(below), code: 'unreadable', message })
    return []
  }
}

function addFile(plan: Plan, input: string, file: string): void {
  const found = flaw(input)
  if (found) plan.unreadable.push({ file: slashed(file), ...found })
  else plan.jobs.push(toJob(input, file))
}

/** Longest name of a file, in bytes, on the file systems in use; `.json` and `.xlsx` are longer than `.pdf`. */
const LONGEST_NAME = 255

/** What keeps an input from being read at all, seen without opening it. */
function flaw(input: string): { code: string; message: string } | null {
  const name = path.basename(input)
  if (Buffer.byteLength(name) + 1 > LONGEST_NAME)
    return { code: 'name_too_long', message: NAME_TOO_LONG }
  if (name.includes('\ufffd') && !lstatSync(input, { throwIfNoEntry: false }))
    return { code: 'unreadable', message: 'its name is not UTF-8: rename it' }
  const stats = statOf(input)
  if (!stats) return { code: 'unreadable', message: 'a link to nothing: remove it or mend it' }
  if (!stats.isFile())
    return { code: 'unreadable', message: 'a pipe or device, not a file: remove it' }
  return null
}

const slashed = (file: string) => file.split(path.sep).join('/')

function toJob(input: string, file: string): Job {
  return { input, file: slashed(file), stem: file.replace(/\.pdf$/i, '') }
}

/** Two inputs never overwrite each other's output, on file systems without case either; `run` is the run's own. */
function assertDistinct(jobs: Job[]): void {
  const owners = new Map<string, Job>()
  for (const job of jobs) {
    const key = job.stem.normalize('NFC').toLowerCase()
    const other = owners.get(key)
    if (other) {
      throw new UsageError(
        `${other.input} and ${job.input} would both be written as ${job.stem}.json: give them in separate runs, each with its own -o`,
      )
    }
    if (key === 'run')
      throw new UsageError(`${job.input} would be written over run.json: rename it`)
    owners.set(key, job)
  }
}

/** @throws UsageError where the folder cannot be made or written */
export function prepareOutput(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    if (!statSync(folder).isDirectory()) throw new Error('it is no folder')
  } catch (error) {
    throw new UsageError(
      `cannot write to ${folder} (${(error as Error).message}): choose another folder with -o`,
    )
  }
}
