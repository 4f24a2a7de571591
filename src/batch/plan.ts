/** Inputs on a command line -> the jobs of a run, or what is wrong with them, before any work starts. */
import { accessSync, constants, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

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
  unreadable: { file: string; message: string }[]
}

/** @throws UsageError for a missing path, a folder without PDFs, two inputs with one output */
export function planJobs(inputs: string[]): Plan {
  const plan: Plan = { jobs: [], unreadable: [] }
  for (const input of inputs) addInput(plan, input)
  assertDistinct(plan.jobs)
  return plan
}

function addInput(plan: Plan, input: string): void {
  const stats = statSync(input, { throwIfNoEntry: false })
  if (!stats) throw new UsageError(`${input} does not exist: check the path`)
  if (!stats.isDirectory()) {
    plan.jobs.push(toJob(input, path.basename(input)))
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
    const stats = statSync(path.join(root, file), { throwIfNoEntry: false })
    if (stats?.isDirectory()) walk(plan, root, file, above)
    else if (/\.pdf$/i.test(name)) {
      if (stats) plan.jobs.push(toJob(path.join(root, file), file))
      else plan.unreadable.push({ file, message: 'a link to nothing: remove it or mend it' })
    }
  }
}

function listed(plan: Plan, folder: string, below: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (error) {
    plan.unreadable.push({ file: below, message: `cannot be listed (${(error as Error).message})` })
    return []
  }
}

function toJob(input: string, file: string): Job {
  return { input, file: file.split(path.sep).join('/'), stem: file.replace(/\.pdf$/i, '') }
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
