/**
 * One worker: a process of its own, since V8 ends the process where it finds no way on (a heap that is full,
 * an array longer than any can be), and no thread outlives that. The supervisor does, and knows why it ended.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { flagsOfWork } from '../v8-flags.js'
import { type Death, NoWorkersError } from './failure.js'
import { TOO_MUCH_MEMORY } from './memory-guard.js'
import type { Result, Task } from './work.js'

/** Megabytes of a worker. */
export interface Room {
  /** Of the whole process, as the system counts it. */
  process: number
  /** Of its old objects. */
  old: number
}

/** What the system holds of a process is looked at so often: an array of a gigabyte takes longer to fill. */
const LOOK_MS = 25
/** A third of the megabytes of young objects that die together: most of a document does. */
const SEMI_SPACE = 16
/** Characters of standard error that are kept: V8's last words come with a stack. */
const LAST_WORDS = 8_000
/**
 * Each of glibc's arenas keeps what was freed in it: two are enough for a process of one busy thread. What is
 * larger than a quarter of a megabyte, unpacked streams mostly, goes back to the system as soon as it is freed.
 */
const GLIBC = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(2 ** 18),
  MALLOC_TRIM_THRESHOLD_: String(2 ** 18),
}
const OUT_OF_MEMORY = /heap out of memory|Allocation failed|Out of memory|allocation failure/i

export class Supervised {
  readonly #child: ChildProcess
  readonly #watch: NodeJS.Timeout
  /** Resolves when it can take tasks, or was killed before it could. @throws NoWorkersError where it never can */
  readonly ready: Promise<void>
  /** Resolves when it has ended, however that was. */
  readonly ended: Promise<Death>
  #words = ''
  #killed: Death | null = null
  #struck = false
  #take: ((result: Result) => void) | null = null

  /** @param module takes Tasks and gives Results: see `serve.ts` */
  constructor(module: URL, room: Room) {
    this.#child = fork(fileURLToPath(module), [String(room.process), String(process.pid)], {
      execArgv: [
        ...flagsOfWork(),
        `--max-old-space-size=${room.old}`,
        `--max-semi-space-size=${SEMI_SPACE}`,
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ...GLIBC },
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#words = (this.#words + text).slice(-LAST_WORDS)
    })
    const begun = this.#begin()
    this.ended = this.#end()
    this.ready = Promise.race([begun, this.ended.then(() => this.#neverBegan(begun))])
    // Who asks for it meets the failure.
    this.ready.catch(() => {})
    this.#watch = setInterval(() => this.#look(room), LOOK_MS)
  }

  #begin(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.on('message', (message: { ready?: true; result?: Result }) => {
        if (message.result) this.#take?.(message.result)
        else resolve()
      })
    })
  }

  #end(): Promise<Death> {
    return new Promise((resolve) => {
      const done = (code: number | null, signal: string | null) => {
        clearInterval(this.#watch)
        this.#struck = signal !== null && this.#killed === null
        resolve(this.#killed ?? deathOf(code, signal, this.#words))
      }
      this.#child.on('close', done)
      this.#child.on('error', (cause) => {
        this.#words += cause.message
        if (this.#child.pid === undefined) done(null, null)
      })
    })
  }

  /** One that somebody kills while it starts says nothing of the next: its document is read by another. */
  #neverBegan(begun: Promise<void>): Promise<void> {
    if (this.#struck) return Promise.resolve()
    const never = new NoWorkersError(lastLine(this.#words))
    return Promise.race([begun, Promise.reject(never)])
  }

  /** What is beyond its room ends at once: elsewhere than on Linux its own guard alone sees it. */
  #look({ process: room }: Room): void {
    const held = residentOf(this.#child.pid)
    if (held !== null && held > room) this.#kill({ why: 'memory' })
  }

  #kill(why: Death | null): void {
    this.#killed ??= why
    this.#child.kill('SIGKILL')
  }

  /**
   * @param timeout in seconds, from when it is ready
   * @returns what the worker says, or how it ended; null where `stop` came first
   * @throws NoWorkersError
   */
  async run(task: Task, timeout: number, stop: AbortSignal): Promise<Result | Death | null> {
    const leave = () => this.#kill(null)
    stop.addEventListener('abort', leave)
    let timer: NodeJS.Timeout | undefined
    try {
      if (stop.aborted) return null
      await this.ready
      timer = setTimeout(() => this.#kill({ why: 'timeout' }), timeout * 1000)
      const outcome = await Promise.race([this.#ask(task), this.ended])
      return 'why' in outcome && stop.aborted ? null : outcome
    } catch (cause) {
      if (stop.aborted) return null
      throw cause
    } finally {
      clearTimeout(timer)
      stop.removeEventListener('abort', leave)
    }
  }

  #ask(task: Task): Promise<Result> {
    return new Promise((resolve) => {
      this.#take = resolve
      // A process that has just ended takes no message: its end is what counts then.
      this.#child.send(task, () => {})
    })
  }

  async close(): Promise<void> {
    this.#kill(null)
    await this.ended
  }
}

function deathOf(code: number | null, signal: string | null, words: string): Death {
  if (code === TOO_MUCH_MEMORY || OUT_OF_MEMORY.test(words)) return { why: 'memory' }
  const end = signal === null ? `code ${code}` : signal
  return { why: 'crash', how: [end, lastLine(words)].filter((part) => part !== '').join(': ') }
}

/** The line that says what went wrong, before stacks and registers. */
function lastLine(words: string): string {
  const lines = words.split('\n').map((line) => line.replaceAll('#', '').trim())
  return (lines.find((line) => /error/i.test(line)) ?? lines[0] ?? '').slice(0, 200)
}

/** Megabytes that the system holds of a process; null where it does not tell. */
function residentOf(pid: number | undefined): number | null {
  try {
    const held = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return held ? Number(held[1]) / 1024 : null
  } catch {
    return null
  }
}
