export type Timings = Record<string, number>

/** Milliseconds by stage of one document. */
export class Stopwatch {
  readonly timings: Timings = {}

  run<T>(stage: string, work: () => T): T {
    const start = performance.now()
    const result = work()
    this.#add(stage, start)
    return result
  }

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    this.#add(stage, start)
    return result
  }

  #add(stage: string, start: number): void {
    this.timings[stage] = (this.timings[stage] ?? 0) + performance.now() - start
  }
}
