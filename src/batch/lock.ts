/**
 * One run at a time in an output folder: `.kemu/lock` names the process.
 *
 * A process that was killed leaves its lock, so what counts is whether that process
 * still runs. Of another machine nobody can tell: its lock is taken over, since a
 * scheduler that starts a part anew elsewhere has ended the first.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DiskFullError, isDiskFull, UsageError } from './failure.js'

interface Owner {
  host: string
  pid: number
  /** Where the system tells: a process number is given again, with another start. */
  started: string | null
}

/**
 * @returns what gives the folder free
 * @throws UsageError where a run is at work in it, or nothing can be written there; DiskFullError
 */
export function lock(folder: string, own: string): () => void {
  const file = path.join(folder, own, 'lock')
  while (!create(folder, file)) {
    const owner = ownerOf(file)
    if (owner && runs(owner))
      throw new UsageError(
        `another run (process ${owner.pid}) is at work in ${folder}: wait for its end or stop it`,
      )
    rmSync(file, { force: true })
  }
  return () => rmSync(file, { force: true })
}

/** @returns false where it is there already */
function create(folder: string, file: string): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(self()), { flag: 'wx' })
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(file)) return false
    if (isDiskFull(cause)) {
      rmSync(file, { force: true })
      throw new DiskFullError(`the disk of ${folder} is full: make room`)
    }
    throw new UsageError(`cannot write to ${folder} (${(cause as Error).message}): mend it`)
  }
}

const self = (): Owner => ({
  host: os.hostname(),
  pid: process.pid,
  started: startOf(process.pid),
})

/** Null for a lock that was never written whole. */
function ownerOf(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return null
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
