/** Files converted ahead of the one that is wanted: in threads where there are many, else in place. */
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import convert, { type Converted, type Task } from './convert.js'

/** Fewer files than this are converted before threads have started. */
const WORTH_THREADS = 24
const MOST_THREADS = 2
/** Of each thread's heap: all of a document dies young, if there is room until it is converted (docs/performance.md). */
const YOUNG_MEGABYTES = 64
/** Files under way or waiting for their turn, a thread: enough to keep it busy. */
const AHEAD = 8

/** @param worker the module of `convert` as threads load it; null: in place */
export async function* converted(
  tasks: readonly Task[],
  worker: URL | null,
): AsyncGenerator<Converted> {
  const threads = Math.min(MOST_THREADS, availableParallelism())
  if (worker === null || tasks.length < WORTH_THREADS) {
    for (const task of tasks) yield convert(task)
    return
  }
  const pool = new Tinypool({
    filename: worker.href,
    maxThreads: threads,
    minThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  try {
    yield* inOrder(tasks, (task) => pool.run(task) as Promise<Converted>, threads * AHEAD)
  } finally {
    await pool.destroy()
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
