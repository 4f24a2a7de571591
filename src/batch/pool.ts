/** A pool of worker processes with a limit of time for each document, and one of memory for all of them together. */
import os from 'node:os'
import type { Failure } from './entry.js'
import { type Death, deathFailure } from './failure.js'
import { type Room, Supervised } from './supervise.js'
import type { Result, Task } from './work.js'

export interface Limits {
  /** Seconds for one document. */
  timeout: number
  /** Megabytes for the run: this process and its workers. */
  memory: number
}

/** A worker ended before its document: that may be another's fault until it has been read alone. */
export interface Lost {
  lost: Failure
}

/** Megabytes that this process takes itself, of the run's. */
const OWN = 96
/** Of a worker, megabytes beside its old objects: the program, young objects, and the arrays of a usual document. */
const BESIDE_OLD = 112
/**
 * Megabytes of a worker's old objects. V8 collects the more lazily the higher its limit is, so a worker gets what
 * all documents of the corpus were read in, and a document that needs more is read again alone, in a worker that
 * may have all. Two workers stay under half a gigabyte (docs/performance.md).
 */
const OLD = 128
const LEAST_OLD = 48

/** The least that a run can do with: one worker. */
export const LEAST_MEMORY = OWN + BESIDE_OLD + LEAST_OLD
/** For each worker, where nobody says how much: what it was given before all shared one limit, less what it never took. */
const USUAL_SHARE = 256
const USUAL_MEMORY = 1024

export const usualMemory = (jobs: number) => Math.max(USUAL_MEMORY, USUAL_SHARE * jobs)

/** As many of them as the memory holds. */
export function workersIn(memory: number, jobs: number): number {
  const held = Math.floor((memory - OWN) / (BESIDE_OLD + LEAST_OLD))
  return Math.max(1, Math.min(jobs, held))
}

/** As many workers as there are processors. */
export const autoJobs = () => os.availableParallelism()

export class Pool {
  readonly #room: Room
  readonly #all = new Set<Supervised>()
  readonly #idle: Supervised[] = []
  /** Has all the memory that the run has. */
  #roomy: Supervised | null = null

  /** `worker` is a module that takes Tasks and gives Results. */
  constructor(
    private readonly worker: URL,
    jobs: number,
    readonly limits: Limits,
  ) {
    this.#room = roomOf((limits.memory - OWN) / jobs, OLD)
    for (let i = 0; i < jobs; i++) this.#idle.push(this.#start(this.#room))
  }

  #start(room: Room): Supervised {
    const started = new Supervised(this.worker, room)
    this.#all.add(started)
    started.ended.then(() => {
      this.#all.delete(started)
      // One that falls over between two documents costs nothing.
      if (this.#idle.includes(started)) this.#idle.splice(this.#idle.indexOf(started), 1)
    })
    return started
  }

  /**
   * @returns what the worker says; null where `stop` came first
   * @throws NoWorkersError
   */
  async run(task: Task, stop: AbortSignal): Promise<Result | Lost | null> {
    const worker = this.#idle.pop() ?? this.#start(this.#room)
    const outcome = await worker.run(task, this.limits.timeout, stop)
    if (outcome === null || !('why' in outcome)) this.#idle.push(worker)
    return this.#said(outcome)
  }

  /**
   * As `run`, once all that are under way are done, with nothing beside it: what the worker does not
   * outlive now is the document's own doing.
   */
  async runAlone(task: Task, stop: AbortSignal): Promise<Result | null> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.close()))
    this.#roomy ??= this.#start(roomOf(this.limits.memory - OWN, Number.POSITIVE_INFINITY))
    const outcome = await this.#roomy.run(task, this.limits.timeout, stop)
    if (outcome && 'why' in outcome) this.#roomy = null
    const said = this.#said(outcome)
    return said && 'lost' in said ? { failure: said.lost } : said
  }

  #said(outcome: Result | Death | null): Result | Lost | null {
    if (outcome === null || !('why' in outcome)) return outcome
    const failure = deathFailure(outcome, this.limits)
    return outcome.why === 'timeout' ? { failure } : { lost: failure }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.close()))
  }
}

function roomOf(share: number, old: number): Room {
  return { process: Math.floor(share), old: Math.floor(Math.min(old, share - BESIDE_OLD)) }
}
