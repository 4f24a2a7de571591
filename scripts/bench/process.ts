/** Whole processes, with all that they start, measured from outside: start, work and end. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Measured {
  seconds: number
  code: number | null
  /** Of all its threads and processes: a busy machine does not change it much; null as below. */
  cpuSeconds: number | null
  /** Most memory that was resident at a time, in MiB: what processes share counts for each; null where the system does not tell. */
  peak: number | null
  /** As `peak`, but what processes share counts once. */
  proportional: number | null
  /** What it said on standard output. */
  said: string
}

const EVERY_MS = 50

/** @throws where the program cannot be started */
export function measure(command: string, args: string[]): Promise<Measured> {
  const started = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let seen: Seen | null = null
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  const timer = setInterval(() => {
    seen = most(seen, look(child.pid))
  }, EVERY_MS)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearInterval(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(timer)
      const seconds = (performance.now() - started) / 1000
      resolve({ seconds, code, ...(seen ?? UNSEEN), said })
    })
  })
}

type Seen = Pick<Measured, 'cpuSeconds' | 'peak' | 'proportional'>
const UNSEEN: Seen = { cpuSeconds: null, peak: null, proportional: null }

function most(before: Seen | null, now: Seen | null): Seen | null {
  if (!before || !now) return now ?? before
  const larger = (key: keyof Seen) => Math.max(before[key] ?? 0, now[key] ?? 0)
  return {
    cpuSeconds: larger('cpuSeconds'),
    peak: larger('peak'),
    proportional: larger('proportional'),
  }
}

/** Null once it has ended, and where there is no /proc. */
function look(pid: number | undefined): Seen | null {
  if (pid === undefined) return null
  const found = [pid, ...startedBy(pid)].flatMap((each) => lookAt(each) ?? [])
  if (found.length === 0) return null
  const sum = (key: keyof Seen) => found.reduce((all, each) => all + (each[key] ?? 0), 0)
  return {
    cpuSeconds: sum('cpuSeconds'),
    peak: Math.round(sum('peak')),
    proportional: Math.round(sum('proportional')),
  }
}

/** Ticks of the clock that /proc counts in, everywhere that Node runs. */
const TICKS = 100

function lookAt(pid: number): Seen | null {
  try {
    const memory = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const mebibytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(memory)?.[1]) / 1024
    // Of itself, and of what it has started and seen end.
    const times = stateOf(pid).slice(11, 15).map(Number)
    const cpuSeconds = times.reduce((all, each) => all + each, 0) / TICKS
    return { cpuSeconds, peak: mebibytes('Rss'), proportional: mebibytes('Pss') }
  } catch {
    return null
  }
}

/** Fields from the third: a name may hold anything, and ends with the last bracket. */
function stateOf(pid: number | string): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** The processes that one has started; none where the system does not tell. */
export function startedBy(pid: number): number[] {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return all.filter((name) => parentOf(name) === pid).map(Number)
  } catch {
    return []
  }
}

function parentOf(pid: string): number | null {
  try {
    return Number(stateOf(pid)[1])
  } catch {
    return null
  }
}
