/** A pool of worker threads with a time and a memory limit for each document. */
import os from 'node:os'
import Tinypool from 'tinypool'
import { setFlagsOfWork } from '../v8-flags.js'
import { isOutOfHeap, NoWorkersError, workerFailure } from './failure.js'
import type { Result, Task } from './work.js'

export interface Limits {
  /** Seconds for one document. */
  timeout: number
  /** Megabytes for one worker: of its heap, and of its buffers. */
  memory: number
}

/**
 * Megabytes of a worker's heap: young objects, and old ones. V8 collects the more lazily the higher its limit
 * is, so a worker gets what all documents of the corpus were read in, and a document that needs more is read
 * again in a worker that may have it. Two workers stay under half a gigabyte (docs/performance.md).
 */
const YOUNG = 48
const OLD = 120

class TimeoutError extends Error {
  readonly code = 'timeout'
}

export class Pool {
  readonly #pool: Tinypool
  #roomy: Tinypool | null = null
  /** Documents have the roomy worker in turn: who waits for it is not yet on the clock. */
  #turn: Promise<unknown> = Promise.resolve()
  /** Aborted where no worker is left, and none can be had. */
  readonly #dead = new AbortController()

  /** `worker` is a module whose default export takes a Task and gives a Result. */
  constructor(
    private readonly worker: URL,
    jobs: number,
    readonly limits: Limits,
  ) {
    setFlagsOfWork()
    this.#pool = this.#threads(jobs, Math.min(OLD, limits.memory))
  }

  #threads(count: number, old: number): Tinypool {
    const pool = new Tinypool({
      filename: this.worker.href,
      minThreads: count,
      maxThreads: count,
      resourceLimits: { maxOldGenerationSizeMb: old, maxYoungGenerationSizeMb: YOUNG },
      workerData: { memory: this.limits.memory },
    })
    // A worker that falls over between two tasks costs nothing: the pool replaces it.
    pool.on('error', (cause) => this.#bury(pool, cause))
    return pool
  }

  /** The pool gives up on a worker that falls over as it starts: no document can be read any more. */
  #bury(pool: Tinypool, cause: unknown): void {
    if (pool.threads.length === 0) this.#dead.abort(new NoWorkersError(cause))
  }

  /**
   * @returns what the worker says, or why it ended; null where `stop` came first
   * @throws NoWorkersError
   */
  async run(task: Task, stop: AbortSignal): Promise<Result | null> {
    try {
      return await this.#within(this.#pool, task, stop)
    } catch (cause) {
      if (!isOutOfHeap(cause) || this.limits.memory <= OLD) return this.#failure(cause)
    }
    this.#roomy ??= this.#threads(1, this.limits.memory)
    const roomy = this.#roomy
    const reading = this.#turn.then(() => this.#within(roomy, task, stop))
    this.#turn = reading.catch(() => {})
    return await reading.catch((cause) => this.#failure(cause))
  }

  #failure(cause: unknown): Result {
    this.#dead.signal.throwIfAborted()
    return { failure: workerFailure(cause, this.limits) }
  }

  async #within(pool: Tinypool, task: Task, stop: AbortSignal): Promise<Result | null> {
    const own = new AbortController()
    const timer = setTimeout(() => own.abort(new TimeoutError()), this.limits.timeout * 1000)
    const leave = () => own.abort()
    for (const end of [stop, this.#dead.signal]) end.addEventListener('abort', leave)
    try {
      this.#dead.signal.throwIfAborted()
      if (stop.aborted) return null
      return (await pool.run(task, { signal: own.signal })) as Result
    } catch (cause) {
      if (stop.aborted) return null
      this.#bury(pool, cause)
      throw own.signal.aborted ? own.signal.reason : cause
    } finally {
      clearTimeout(timer)
      for (const end of [stop, this.#dead.signal]) end.removeEventListener('abort', leave)
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.destroy(), this.#roomy?.destroy()])
  }
}

/** As many workers as there are processors, but no more than the memory holds at their limit. */
export function autoJobs({ memory }: Limits): number {
  const constrained = process.constrainedMemory() || Number.POSITIVE_INFINITY
  const megabytes = Math.min(os.totalmem(), constrained) / 2 ** 20
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor((megabytes * 0.8) / memory)))
}
