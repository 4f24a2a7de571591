/** Milliseconds by stage. */
export type Timings = Record<string, number>

/** Milliseconds by stage of one document; a stage within another counts as itself alone. */
export class Stopwatch {
  readonly timings: Timings = {}
  #counted = 0

  run<T>(stage: string, work: () => T): T {
    const start = performance.now() - this.#counted
    const result = work()
    this.#add(stage, start)
    return result
  }

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now() - this.#counted
    const result = await work()
    this.#add(stage, start)
    return result
  }

  #add(stage: string, start: number): void {
    const took = performance.now() - this.#counted - start
    this.timings[stage] = (this.timings[stage] ?? 0) + took
    this.#counted += took
  }
}
