/**
 * Runs that are killed: the run itself, or one of its workers, as documents are done, at moments drawn from a seed.
 * Whichever it was, the same command given again ends with the same bytes, and nobody is left behind.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startedBy } from '../bench/process.js'
import { random } from './mutate.js'
import { page, streamOf } from './structures.js'

export type Victim = 'run' | 'worker'

export interface Killed {
  /** Kills that met somebody at work. */
  kills: number
  /** What should not be: the seed, and what happened. */
  wrong: string[]
}

const SMALL = 10
/** How long a killed run's workers may outlive it. */
const LEFT_MS = 10_000

/** @param main the command line as it is shipped; @param sample a document that takes a worker some time */
export async function kills(
  main: string,
  sample: string,
  victim: Victim,
  count: number,
  onKill: (killed: Killed) => void = () => {},
): Promise<Killed> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'kemu-kills-'))
  const scene = { main, input: inputIn(root, readFileSync(sample)), whole: '' }
  await ended(start(scene, path.join(root, 'whole')))
  scene.whole = bytesOf(path.join(root, 'whole'))
  const killed: Killed = { kills: 0, wrong: [] }
  for (let seed = 0; killed.kills < count && seed < 3 * count; seed++) {
    await killOne(scene, victim, seed, path.join(root, `${seed}`), killed)
    onKill(killed)
  }
  rmSync(root, { recursive: true })
  return killed
}

interface Scene {
  main: string
  input: string
  whole: string
}

function inputIn(root: string, sample: Buffer): string {
  const input = path.join(root, 'in')
  mkdirSync(input)
  for (let i = 0; i < SMALL; i++)
    writeFileSync(path.join(input, `${i}.pdf`), page(streamOf(`% ${i}`)))
  for (const end of ['%', '%%'])
    writeFileSync(path.join(input, `5${end}.pdf`), Buffer.concat([sample, Buffer.from(`${end}\n`)]))
  return input
}

const start = ({ main, input }: Scene, out: string) =>
  spawn(
    process.execPath,
    [main, 'extract', input, '-o', out, '--jobs', '2', '--format', 'json,xml', '--quiet'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )

async function killOne(
  scene: Scene,
  victim: Victim,
  seed: number,
  out: string,
  killed: Killed,
): Promise<void> {
  const next = random(seed)
  const child = start(scene, out)
  const end = ended(child)
  // A line for each output: each moment comes once as many stand as the seed says, and a little later.
  const workers = await momentOf(child, Math.floor(next() * 2 * SMALL), next() * 60)
  const hit = workers.length > 0 && strike(child, victim, workers, next)
  const code = await end
  const wrong = (what: string) => killed.wrong.push(`${victim}, seed ${seed}: ${what}`)
  if (hit) killed.kills += 1
  if (hit && victim === 'run' && !(await allGone(workers))) wrong('a worker outlived its run')
  if (hit && victim === 'worker' && code !== 0) wrong(`the run ended with ${code}`)
  const again = await ended(start(scene, out))
  if (again !== 0) wrong(`the same command given again ended with ${again}`)
  if (bytesOf(out) !== scene.whole) wrong('other bytes')
  rmSync(out, { recursive: true, force: true })
}

/** @returns the workers that run then; none where it has ended before */
async function momentOf(child: ChildProcess, lines: number, more: number): Promise<number[]> {
  let said = 0
  child.stdout?.on('data', (text) => {
    said += String(text).split('\n').length - 1
  })
  const begun = () => startedBy(child.pid as number)
  while (child.exitCode === null && (said < lines || begun().length === 0)) await sleep(2)
  await sleep(more)
  return child.exitCode === null ? begun() : []
}

function strike(child: ChildProcess, victim: Victim, workers: number[], next: () => number) {
  if (victim === 'run') return child.kill('SIGKILL')
  try {
    return process.kill(workers[Math.floor(next() * workers.length)], 'SIGKILL')
  } catch {
    return false
  }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.on('close', resolve))

async function allGone(pids: readonly number[]): Promise<boolean> {
  const until = performance.now() + LEFT_MS
  while (pids.some(isThere) && performance.now() < until) await sleep(20)
  return !pids.some(isThere)
}

export function isThere(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Every file with its bytes, but for the run's own notes and how long documents took. */
function bytesOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('.kemu') || file.includes('work'))
  return files
    .toSorted()
    .map((file) => `${file}\n${readFileSync(path.join(folder, file), 'latin1')}`)
    .join('\n')
    .replace(/"milliseconds":\d+/g, '')
}
