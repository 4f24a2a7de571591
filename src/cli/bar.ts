/** A line on a terminal: documents, pages a second, time left, failures so far. */
import type { Language } from '../../schemas/findings.js'
import type { FileEntry } from '../../schemas/run.js'
import { cut } from '../files/columns.js'

const EVERY_MS = 100
const WIDTH = 20

const WORDS: Record<Language, (words: Figures) => string[]> = {
  en: ({ speed, left, failed }) => [
    `${speed} pages/s`,
    ...(left === null ? [] : [`${duration(left)} left`]),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ],
  zh: ({ speed, left, failed }) => [
    `每秒 ${speed} 页`,
    ...(left === null ? [] : [`还需 ${duration(left)}`]),
    ...(failed > 0 ? [`${failed} 个未能读取`] : []),
  ],
}

interface Figures {
  speed: number
  /** Seconds; null where nothing is read yet. */
  left: number | null
  failed: number
}

export class Bar {
  #total = 0
  #done = 0
  #read = 0
  #pages = 0
  #failed = 0
  #started = performance.now()
  #drawn = Number.NEGATIVE_INFINITY

  constructor(
    readonly stream: NodeJS.WritableStream & { columns?: number },
    readonly lang: Language = 'en',
  ) {}

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

  /** One column stays free: a line that fills the last one goes on below in some terminals. */
  draw(): void {
    this.#drawn = performance.now()
    const line = this.line((performance.now() - this.#started) / 1000)
    this.stream.write(`\r\x1b[K${cut(line, (this.stream.columns || 80) - 1)}`)
  }

  clear(): void {
    this.stream.write('\r\x1b[K')
  }

  /**
   * ASCII: blocks are as wide as a Chinese character in some terminals.
   * @param seconds since the run began
   */
  line(seconds: number): string {
    const share = this.#total === 0 ? 1 : this.#done / this.#total
    const filled = Math.round(share * WIDTH)
    const left = this.#read === 0 ? null : ((this.#total - this.#done) * seconds) / this.#read
    const speed = Math.round(this.#pages / Math.max(seconds, 0.001))
    return [
      `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${this.#done}/${this.#total}`,
      ...WORDS[this.lang]({ speed, left, failed: this.#failed }),
    ].join('  ')
  }
}

export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return h > 0 ? `${h} h ${m} min` : m > 0 ? `${m} min ${s} s` : `${s} s`
}
