/** Inputs on a command line -> the jobs of a run, or what is wrong with them, before any work starts. */
import {
  accessSync,
  constants,
  lstatSync,
  readdirSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import path from 'node:path'
import type { Format } from '../../schemas/run.js'
import { makeFolder, OWN_FOLDER } from '../files/folder.js'
import { distinct } from './clashes.js'
import { NAME_TOO_LONG, UsageError } from './failure.js'
import { type Job, type Plan, slashed } from './names.js'

/** @throws UsageError for a missing path, a folder without PDFs */
export function planJobs(inputs: string[], formats: Format[] = []): Plan {
  const plan: Plan = { jobs: [], unreadable: [] }
  for (const input of inputs) addInput(plan, input)
  return distinct(plan, formats)
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
      input: folder,
      file: slashed(below) || path.basename(folder),
      code: 'unreadable',
      message,
    })
    return []
  }
}

function addFile(plan: Plan, input: string, file: string): void {
  const found = flaw(input)
  if (found) plan.unreadable.push({ input, file: slashed(file), ...found })
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
  if (/^\.pdf$/i.test(path.basename(input)))
    return { code: 'no_name', message: 'has no name before .pdf: rename it' }
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

function toJob(input: string, file: string): Job {
  return { input, file: slashed(file), stem: file.replace(/\.pdf$/i, '') }
}

/** @throws UsageError where the folder cannot be made or written */
export function prepareOutput(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    if (!statSync(folder).isDirectory()) throw new Error('it is no folder')
  } catch (error) {
    throw new UsageError(
      `cannot write to ${folder} (${(error as Error).message}): choose another folder with -o`,
    )
  }
}
