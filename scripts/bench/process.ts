/** Whole processes, measured from outside: start, work and end. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Measured {
  seconds: number
  /** Of all its threads: a busy machine does not change it much; null as below, and for programs of many processes. */
  cpuSeconds: number | null
  /** Most memory that was resident, in MiB; null where the system does not tell. */
  peak: number | null
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
    seen = look(child.pid) ?? seen
  }, EVERY_MS)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearInterval(timer)
      reject(error)
    })
    child.on('close', () => {
      clearInterval(timer)
      const seconds = (performance.now() - started) / 1000
      resolve({ seconds, cpuSeconds: seen?.cpuSeconds ?? null, peak: seen?.peak ?? null, said })
    })
  })
}

type Seen = Pick<Measured, 'cpuSeconds' | 'peak'>

/** Ticks of the clock that /proc counts in, everywhere that Node runs. */
const TICKS = 100

/** Null once it has ended, and where there is no /proc. */
function look(pid: number | undefined): Seen | null {
  try {
    const kib = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / TICKS
    return kib ? { cpuSeconds, peak: Math.round(Number(kib) / 1024) } : null
  } catch {
    return null
  }
}
