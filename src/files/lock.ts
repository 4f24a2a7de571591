/**
 * One run at a time in an output folder: `.kemu/lock` names the process.
 *
 * It is written beside and linked into place, so that it is whole or not there. A process that was
 * killed leaves its lock, so what counts is whether that process still runs. Of another machine nobody can tell:
 * its lock is taken over, since a scheduler that starts a part anew elsewhere has ended the first. Who takes
 * over says so first, by a file of its own: two who see each other's both let go, so that never two take.
 */
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { codeOf, DiskFullError, isDiskFull, OutsideError, UsageError } from './errors.js'
import { type OutputFolder, OWN_FOLDER, ownName } from './folder.js'
import { readRegularSync } from './regular.js'

const ownerSchema = z.object({
  host: z.string(),
  pid: z.int().positive(),
  /** Where the system tells: a process number is given again, with another start. */
  started: z.string().nullable().default(null),
})
type Owner = z.infer<typeof ownerSchema>

const TAKER = '.taker'
/** How often who meets another taker tries again, and how long it waits at most, in milliseconds. */
const TRIES = 50
const PAUSE = 40
const MOST_BYTES = 4096

/**
 * @returns what gives the folder free
 * @throws UsageError where a run is at work in it, or nothing can be written there; DiskFullError
 */
export function lock(folder: OutputFolder): () => void {
  const own = writeOwn(folder)
  const file = path.join(path.dirname(own), 'lock')
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      if (linked(own, file) || tookOver(folder, own, file)) return () => release(file)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * PAUSE)
    }
    throw new UsageError(`others want to work in ${folder.given} too: wait for their end`)
  } finally {
    rmSync(own, { force: true })
  }
}

/** A file of this process alone, which becomes the lock. */
function writeOwn(folder: OutputFolder): string {
  let own: string | null = null
  try {
    own = path.join(path.dirname(folder.at(`${OWN_FOLDER}/lock`)), ownName(TAKER))
    writeFileSync(own, JSON.stringify(self()), { flag: 'wx' })
    return own
  } catch (cause) {
    if (own !== null) rmSync(own, { force: true })
    if (isDiskFull(cause)) throw new DiskFullError(`the disk of ${folder.given} is full: make room`)
    const remedy = cause instanceof OutsideError ? '' : ': mend it'
    throw new UsageError(`cannot write to ${folder.given} (${(cause as Error).message})${remedy}`)
  }
}

function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  }
}

/** @returns false where another takes over just now @throws UsageError where its owner runs */
function tookOver(folder: OutputFolder, own: string, file: string): boolean {
  const taker = `${own}s`
  linkSync(own, taker)
  try {
    if (othersTake(path.dirname(own), taker)) return false
    const owner = ownerOf(file)
    // Given free just now: whoever links a lock next has it.
    if (owner === 'gone') return false
    if (owner && runs(owner))
      throw new UsageError(
        `another run (process ${owner.pid}) is at work in ${folder.given}: wait for its end or stop it`,
      )
    // Of two names for one file a rename does nothing: the lock gets a file that has no other.
    rmSync(own, { force: true })
    if (isFolder(file)) rmSync(file, { recursive: true })
    renameSync(taker, file)
    return true
  } finally {
    rmSync(taker, { force: true })
  }
}

function isFolder(file: string): boolean {
  try {
    readdirSync(file)
    return true
  } catch {
    return false
  }
}

function othersTake(folder: string, own: string): boolean {
  return readdirSync(folder)
    .filter((name) => name.endsWith(`${TAKER}s`) && name !== path.basename(own))
    .some((name) => {
      const file = path.join(folder, name)
      const owner = ownerOf(file)
      if (owner && owner !== 'gone' && runs(owner)) return true
      rmSync(file, { force: true })
      return false
    })
}

/** Another's lock is not ours to remove. */
function release(file: string): void {
  if (JSON.stringify(ownerOf(file)) === JSON.stringify(self())) rmSync(file, { force: true })
}

const self = (): Owner => ({
  host: os.hostname(),
  pid: process.pid,
  started: startOf(process.pid),
})

/** Null for what is no lock of ours: torn, a link, a pipe. */
function ownerOf(file: string): Owner | 'gone' | null {
  try {
    const text = readRegularSync(file, { most: MOST_BYTES, own: true }).toString()
    return ownerSchema.safeParse(JSON.parse(text)).data ?? null
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' ? 'gone' : null
  }
}

function runs({ host, pid, started }: Owner): boolean {
  if (host !== os.hostname()) return false
  try {
    process.kill(pid, 0)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startOf(pid) === started
}

/** Field 22 of the process's state; its name, which may hold anything, ends with the last bracket. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return null
  }
}
