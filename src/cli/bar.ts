/** A line on a terminal: documents, pages a second, time left, failures so far. */
import type { FileEntry } from '../../schemas/run.js'

const EVERY_MS = 100
const WIDTH = 24

export class Bar {
  #total = 0
  #done = 0
  #read = 0
  #pages = 0
  #failed = 0
  #started = performance.now()
  #drawn = Number.NEGATIVE_INFINITY

  constructor(readonly stream: NodeJS.WritableStream & { columns?: number }) {}

  begin(total: number): void {
    this.#total = total
    this.#started = performance.now()
    this.draw()
  }

  add(entry: FileEntry, reused: boolean): void {
    this.#done += 1
    if (entry.error) this.#failed += 1
    if (!reused) {
      this.#read += 1
      this.#pages += entry.pages
    }
    if (performance.now() - this.#drawn >= EVERY_MS) this.draw()
  }

  draw(): void {
    this.#drawn = performance.now()
    const line = this.line((performance.now() - this.#started) / 1000)
    this.stream.write(`\r\x1b[K${line.slice(0, (this.stream.columns ?? 80) - 1)}`)
  }

  clear(): void {
    this.stream.write('\r\x1b[K')
  }

  /** @param seconds since the run began */
  line(seconds: number): string {
    const share = this.#total === 0 ? 1 : this.#done / this.#total
    const filled = Math.round(share * WIDTH)
    const left = this.#read === 0 ? null : ((this.#total - this.#done) * seconds) / this.#read
    return [
      `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${this.#done}/${this.#total}`,
      `${Math.round(this.#pages / Math.max(seconds, 0.001))} pages/s`,
      left === null ? '' : `${duration(left)} left`,
      this.#failed > 0 ? `${this.#failed} failed` : '',
    ]
      .filter((part) => part !== '')
      .join('  ')
  }
}

export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return h > 0 ? `${h} h ${m} min` : m > 0 ? `${m} min ${s} s` : `${s} s`
}
