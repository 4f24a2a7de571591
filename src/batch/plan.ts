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
import type { Format } from '../../schemas/run.js'
import { NAME_TOO_LONG, UsageError } from './failure.js'
import { OWN_FOLDER } from './journal.js'

export interface Job {
  /** Where the file is. */
  input: string
  /** Its path under the folder given: what `run.json` and the document call it. */
  file: string
  /** Output path without extension, under the output folder. */
  stem: string
}

export interface Plan {
  jobs: Job[]
  /** Entries below the folders given that cannot be read. */
  unreadable: { file: string; code: string; message: string }[]
}

/** @throws UsageError for a missing path, a folder without PDFs, two inputs with one output */
export function planJobs(inputs: string[], formats: Format[] = []): Plan {
  const plan: Plan = { jobs: [], unreadable: [] }
  for (const input of inputs) addInput(plan, input)
  assertDistinct([...plan.jobs, ...plan.unreadable.map(({ file }) => toJob(file, file))], formats)
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
  walk(plan, { given: input, real: realpathSync(input), followed: new Set() }, '')
  if (plan.jobs.length + plan.unreadable.length === before) {
    throw new UsageError(`${input} holds no PDF: name a folder with .pdf files below it`)
  }
}

interface Root {
  given: string
  real: string
  /** Folders elsewhere that a link has led to: each is read once, so no tangle of links is endless. */
  followed: Set<string>
}

function walk(plan: Plan, root: Root, below: string): void {
  const folder = path.join(root.given, below)
  for (const name of listed(plan, folder, below)) {
    const file = path.join(below, name)
    const input = path.join(root.given, file)
    const [link, stats] = [statOf(input, lstatSync), statOf(input, statSync)]
    if (!(stats instanceof Error) && stats.isDirectory()) {
      const own = link instanceof Error || !link.isSymbolicLink() || leadsElsewhere(root, input)
      if (own && name !== OWN_FOLDER) walk(plan, root, file)
    } else if (/\.pdf$/i.test(name) || link instanceof Error) addFile(plan, input, file)
  }
}

/** A link to a folder that is read anyway, or to one above, is not followed. */
function leadsElsewhere(root: Root, link: string): boolean {
  const real = realpathSync(link)
  const within = (folder: string, other: string) =>
    `${folder}${path.sep}`.startsWith(other.endsWith(path.sep) ? other : `${other}${path.sep}`)
  if (within(real, root.real) || within(root.real, real) || root.followed.has(real)) return false
  root.followed.add(real)
  return true
}

/** The error for what is not there, may not be looked at, or leads in a circle. */
function statOf(file: string, stat: (file: string) => Stats): Stats | NodeJS.ErrnoException {
  try {
    return stat(file)
  } catch (cause) {
    return cause as NodeJS.ErrnoException
  }
}

function listed(plan: Plan, folder: string, below: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (error) {
    const message = `cannot be listed (${(error as Error).message}): mend its permissions`
    plan.unreadable.push({
      file: slashed(below) || path.basename(folder),
      code: 'unreadable',
      message,
    })
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
  const stats = statOf(input, statSync)
  if (stats instanceof Error) return whyUnseen(input, stats)
  if (Buffer.byteLength(path.basename(input)) + 1 > LONGEST_NAME)
    return { code: 'name_too_long', message: NAME_TOO_LONG }
  if (!stats.isFile())
    return { code: 'unreadable', message: 'a pipe or device, not a file: remove it' }
  return null
}

function whyUnseen(input: string, { code, message }: NodeJS.ErrnoException) {
  if (code === 'ENAMETOOLONG')
    return { code: 'name_too_long', message: 'its path is too long to be opened: shorten folders' }
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? `may not be looked at (${code}): mend the permissions of its folder`
      : !(statOf(input, lstatSync) instanceof Error)
        ? 'a link to nothing: remove it or mend it'
        : input.includes('\ufffd')
          ? 'its name is not UTF-8: rename it'
          : `cannot be looked at (${message}): copy it again`
  return { code: 'unreadable', message: why }
}

const slashed = (file: string) => file.split(path.sep).join('/')

function toJob(input: string, file: string): Job {
  return { input, file: slashed(file), stem: file.replace(/\.pdf$/i, '') }
}

/** Two inputs never overwrite each other's output, on file systems without case either; `run` is the run's own. */
function assertDistinct(jobs: Job[], formats: Format[]): void {
  const owners = new Map<string, Job>()
  const behind = ['', ...(formats.includes('xbrl-csv') ? BESIDE_CSV : [])]
  for (const job of jobs) {
    for (const each of behind) {
      const key = `${job.stem}${each}`.normalize('NFC').toLowerCase()
      const other = owners.get(key)
      if (other)
        throw new UsageError(
          `${other.input} and ${job.input} would both be written as ${job.stem}${each}.json: give them in separate runs, each with its own -o`,
        )
      if (key === 'run')
        throw new UsageError(`${job.input} would be written over run.json: rename it`)
      owners.set(key, job)
    }
  }
}

/** What a document's files in xBRL-CSV are called beside their own name. */
const BESIDE_CSV = ['-source', '-metadata']

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
