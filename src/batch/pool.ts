/** A pool of worker threads with a time and a memory limit for each document. */
import os from 'node:os'
import Tinypool from 'tinypool'
import { workerFailure } from './failure.js'
import type { Result, Task } from './work.js'

export interface Limits {
  /** Seconds for one document. */
  timeout: number
  /** Megabytes for one worker: of its heap, and of its buffers. */
  memory: number
}

/**
 * Of each worker's heap. More spares processor and takes memory; so much leaves two workers under half a
 * gigabyte (docs/performance.md).
 */
const YOUNG_MEGABYTES = 24

class TimeoutError extends Error {
  readonly code = 'timeout'
}

export class Pool {
  readonly #pool: Tinypool

  /** `worker` is a module whose default export takes a Task and gives a Result. */
  constructor(
    worker: URL,
    jobs: number,
    readonly limits: Limits,
  ) {
    this.#pool = new Tinypool({
      filename: worker.href,
      minThreads: jobs,
      maxThreads: jobs,
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memory,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
      workerData: { memory: limits.memory },
    })
    // A worker that falls over between two tasks costs nothing: the pool replaces it.
    this.#pool.on('error', () => {})
  }

  /** @returns what the worker says, or why it ended; null where `stop` came first */
  async run(task: Task, stop: AbortSignal): Promise<Result | null> {
    const own = new AbortController()
    const timer = setTimeout(() => own.abort(new TimeoutError()), this.limits.timeout * 1000)
    const leave = () => own.abort()
    stop.addEventListener('abort', leave, { once: true })
    try {
      if (stop.aborted) return null
      return (await this.#pool.run(task, { signal: own.signal })) as Result
    } catch (cause) {
      if (stop.aborted) return null
      return { failure: workerFailure(own.signal.aborted ? own.signal.reason : cause, this.limits) }
    } finally {
      clearTimeout(timer)
      stop.removeEventListener('abort', leave)
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy()
  }
}

/** As many workers as there are processors, but no more than the memory holds at their limit. */
export function autoJobs({ memory }: Limits): number {
  const constrained = process.constrainedMemory() || Number.POSITIVE_INFINITY
  const megabytes = Math.min(os.totalmem(), constrained) / 2 ** 20
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor((megabytes * 0.8) / memory)))
}
