/** Files converted ahead of the one that is wanted: in threads where there are many, else in place. */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Tinypool } from 'tinypool'
import convert, { type Converted, type Task, unconverted } from './convert.js'
import { sizeOf } from './input.js'

/** Fewer files than this are converted before threads have started. */
const WORTH_THREADS = 24
/** So many bytes are converted before a limit of time could mean anything. */
const WORTH_A_CLOCK = 2 ** 23
const MOST_THREADS = 2
/**
 * Of each thread's heap: most of a document dies young, if there is room until it is converted. With 64 a panel of 2,000
 * small documents took 9 % less time, and one of 100 large ones a third more memory (docs/performance.md).
 */
const YOUNG_MEGABYTES = 24
/** Of its old objects: the largest document of the corpus, 15 MB of JSON, takes a fifth of it. */
const OLD_MEGABYTES = 1024
/** Files under way or waiting for their turn, a thread: enough to keep it busy, and no more lines in memory than that. */
const AHEAD = 3

/**
 * @param worker the module of `convert` as threads load it; null: in place
 * @param timeout seconds for one document
 */
export async function* converted(
  tasks: readonly Task[],
  worker: URL | null,
  timeout: number,
): AsyncGenerator<Converted> {
  const threads = Math.min(MOST_THREADS, availableParallelism())
  if (worker === null || (tasks.length < WORTH_THREADS && bytesOf(tasks) < WORTH_A_CLOCK)) {
    for (const task of tasks) yield convert(task)
    return
  }
  const pool = new Tinypool({
    filename: worker.href,
    maxThreads: threads,
    minThreads: threads,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      maxOldGenerationSizeMb: OLD_MEGABYTES,
    },
  })
  try {
    const turns = new Turns(threads)
    const run = (task: Task) => turns.take(() => within(pool, task, timeout))
    yield* inOrder(tasks, run, threads * AHEAD)
  } finally {
    await pool.destroy()
  }
}

function bytesOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { root, file }) => sum + sizeOf(path.join(root, file)), 0)
}

/** Who waits for a thread is not on the clock yet. */
class Turns {
  readonly #waiting: (() => void)[] = []

  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.free += 1
    }
  }
}

async function within(pool: Tinypool, task: Task, timeout: number): Promise<Converted> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeout * 1000)
  try {
    return (await pool.run(task, { signal: late.signal })) as Converted
  } catch (cause) {
    const why = late.signal.aborted
      ? `not converted within ${timeout} s: give it more with --timeout`
      : `the document cannot be converted (${(cause as Error).message})`
    return unconverted(task.file, why)
  } finally {
    clearTimeout(timer)
  }
}

async function* inOrder(
  tasks: readonly Task[],
  run: (task: Task) => Promise<Converted>,
  most: number,
): AsyncGenerator<Converted> {
  const under: Promise<Converted>[] = []
  for (const task of tasks) {
    const started = run(task)
    // A failure is met when its turn comes.
    started.catch(() => {})
    under.push(started)
    if (under.length >= most) yield under.shift() as Promise<Converted>
  }
  for (const started of under) yield started
}
