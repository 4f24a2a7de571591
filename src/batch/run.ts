/**
 * A run: every content is read once by a worker, its outputs are put in place and
 * its lines appended to the journal. A bad file costs itself only; what the journal
 * has already, with its outputs, is not read again.
 */
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Language } from '../../schemas/findings.js'
import type { FileEntry, Format, Totals } from '../../schemas/run.js'
import { copyTaxonomy, SUFFIXES, WITH_TAXONOMY } from '../publish/index.js'
import type { Timings } from '../timing.js'
import { type Content, readContents, type Shard } from './content.js'
import { describeFailure } from './describe.js'
import { addTo, type Failure, failedEntry, noTotals } from './entry.js'
import { DiskFullError, isDiskFull, outputFailure } from './failure.js'
import { hash, Journal, type Line, OWN_FOLDER } from './journal.js'
import type { Job, Plan } from './plan.js'
import { type Limits, Pool } from './pool.js'
import { byName, RUN_FILE, type RunHead, writeRun } from './run-file.js'
import type { Result, Task, Written } from './work.js'
import { place } from './write.js'

export interface RunOptions {
  out: string
  formats: Format[]
  /** In which a person is told. */
  lang?: Language
  version: string
  /** Of the code: outputs of another build are not taken over. */
  build: string
  worker: URL
  jobs: number
  limits: Limits
  shard?: Shard | null
  /** Read everything again. */
  force?: boolean
  /** Aborted: what is in flight is abandoned, and no `run.json` is written. */
  stop?: AbortSignal
  events?: Partial<RunEvents>
}

export interface RunEvents {
  /** Hashes are known: how many inputs there are to do. */
  planned: (files: number) => void
  /** An input is done. `reused`: it was done by an earlier run. */
  entry: (entry: FileEntry, report: string, reused: boolean) => void
  /** A file is in place. */
  file: (file: string) => void
  timings: (timings: Timings) => void
}

export interface RunResult {
  totals: Totals
  /** Inputs not read again. */
  reused: number
  interrupted: boolean
}

/** @throws DiskFullError where nothing can be written any more */
export async function runJobs(plan: Plan, options: RunOptions): Promise<RunResult> {
  await mkdir(options.out, { recursive: true })
  return await new Runner(plan, options).run()
}

class Runner {
  readonly #root: string
  readonly #parts: string
  readonly #journal: Journal
  readonly #stop: AbortController = new AbortController()
  /** Where each entry of this run stands in the journal, by file; failed inputs have none. */
  readonly #done = new Map<string, string | FileEntry>()
  #reused = 0

  constructor(
    readonly plan: Plan,
    readonly options: RunOptions,
  ) {
    this.#root = realpathSync(options.out)
    this.#parts = path.join(this.#root, OWN_FOLDER, 'parts')
    this.#journal = new Journal(this.#root)
    if (options.stop?.aborted) this.#stop.abort()
    options.stop?.addEventListener('abort', () => this.#stop.abort(), { once: true })
  }

  async run(): Promise<RunResult> {
    await this.#clean()
    await rm(path.join(this.#root, RUN_FILE), { force: true })
    const pool = new Pool(this.options.worker, this.options.jobs, this.options.limits)
    try {
      await this.#readAll(pool)
      const interrupted = this.#stop.signal.aborted
      if (interrupted) return { totals: this.#totals(), reused: this.#reused, interrupted }
      const totals = await writeRun(this.#root, this.#head(), () => this.#entries())
      this.options.events?.file?.(path.join(this.options.out, RUN_FILE))
      return { totals, reused: this.#reused, interrupted }
    } catch (cause) {
      throw isDiskFull(cause) ? diskFull(this.options.out, this.#done.size) : cause
    } finally {
      await pool.close()
      await this.#clean()
      this.#journal.close()
    }
  }

  /** What a killed run left behind: parts are whole only when a journal line says where they went. */
  async #clean(): Promise<void> {
    await rm(this.#parts, { recursive: true, force: true })
  }

  #head(): RunHead {
    const { version, build, formats, shard } = this.options
    const part = shard ? { shard: `${shard.index}/${shard.count}` } : {}
    return { schema: 'kemu/run@1', version, build, options: { formats, ...part } }
  }

  async #readAll(pool: Pool): Promise<void> {
    const { contents, failed } = await readContents(
      this.plan,
      this.options.shard ?? null,
      this.#stop.signal,
    )
    const files = contents.reduce((sum, { jobs }) => sum + jobs.length, failed.length)
    this.options.events?.planned?.(files)
    for (const entry of failed) this.#finish(entry, describeFailure(entry))
    const queue = contents.entries()
    const lane = async () => {
      for (const [id, content] of queue) {
        if (this.#stop.signal.aborted) return
        await this.#readContent(pool, id, content)
      }
    }
    const lanes = Array.from({ length: this.options.jobs }, () => this.#guarded(lane))
    for (const ended of await Promise.allSettled(lanes))
      if (ended.status === 'rejected') throw ended.reason
  }

  /** Where one lane cannot go on, none does. */
  async #guarded(lane: () => Promise<void>): Promise<void> {
    try {
      await lane()
    } catch (cause) {
      this.#stop.abort()
      throw cause
    }
  }

  async #readContent(pool: Pool, id: number, content: Content): Promise<void> {
    const left: Job[] = []
    for (const job of content.jobs) if (!(await this.#reuse(job, content))) left.push(job)
    if (left.length === 0) return
    const task: Task = {
      id,
      input: left[0].input,
      sha256: content.sha256,
      files: left.map(({ file }) => file),
      formats: this.options.formats,
      lang: this.options.lang ?? 'en',
      parts: this.#parts,
    }
    const started = performance.now()
    const result = await pool.run(task, this.#stop.signal)
    if (result) await this.#take(content, left, result, performance.now() - started)
  }

  async #reuse(job: Job, content: Content): Promise<boolean> {
    if (this.options.force) return false
    const line = await this.#journal.done(this.#key(job, content.sha256))
    if (!line) return false
    this.#reused += 1
    const { duplicateOf: _, ...entry } = line.entry
    const named = this.#named(entry, content)
    this.#done.set(job.file, named.duplicateOf === line.entry.duplicateOf ? line.key : named)
    this.options.events?.entry?.(named, '', true)
    return true
  }

  async #take(content: Content, jobs: Job[], result: Result, took: number): Promise<void> {
    if ('failure' in result) {
      if (isDiskFull(result.failure.error)) throw new DiskFullError()
      await this.#fail(content, jobs, result.failure, took)
      return
    }
    this.options.events?.timings?.(result.timings)
    for (const [i, job] of jobs.entries()) await this.#put(content, job, result.written[i])
  }

  async #fail(content: Content, jobs: Job[], failure: Failure, took: number): Promise<void> {
    for (const job of jobs) {
      await this.#withdraw(job, [])
      const entry = failedEntry(job.file, content.sha256, failure, Math.round(took))
      this.#finish(this.#named(entry, content), describeFailure(entry))
    }
  }

  /** Outputs of what an input held before do not stand beside the word that it cannot be read. */
  async #withdraw({ stem }: Job, kept: string[]): Promise<void> {
    for (const output of SUFFIXES.map((suffix) => `${stem}${suffix}`)) {
      const file = path.join(this.#root, output)
      if (!kept.includes(output) && existsSync(file) && this.#journal.wrote(output))
        await rm(file, { force: true })
    }
  }

  #named(entry: FileEntry, { jobs }: Content): FileEntry {
    return entry.file === jobs[0].file ? entry : { ...entry, duplicateOf: jobs[0].file }
  }

  /** First the outputs, then the line that vouches for them. */
  async #put(content: Content, job: Job, written: Written): Promise<void> {
    const line: Line = {
      key: this.#key(job, content.sha256),
      entry: this.#named(written.entry, content),
      outputs: [],
    }
    try {
      for (const { part, suffix, bytes, sha256 } of written.parts) {
        const below = `${job.stem}${suffix}`
        await place(part, this.#root, below)
        this.options.events?.file?.(path.join(this.options.out, below))
        line.outputs.push({ path: below, bytes, sha256 })
      }
      if (written.parts.length > 1 && this.options.formats.some((each) => WITH_TAXONOMY.has(each)))
        await copyTaxonomy(path.join(this.#root, path.dirname(job.stem)))
    } catch (cause) {
      if (isDiskFull(cause)) throw cause
      await this.#fail(content, [job], outputFailure(cause), line.entry.milliseconds)
      return
    }
    if (line.entry.error)
      await this.#withdraw(
        job,
        line.outputs.map((output) => output.path),
      )
    this.#journal.append(line)
    this.#done.set(job.file, line.key)
    this.options.events?.entry?.(line.entry, written.report, false)
  }

  #finish(entry: FileEntry, report: string): void {
    this.#done.set(entry.file, entry)
    this.options.events?.entry?.(entry, report, false)
  }

  /** What decides about an input's outputs; another key is another line. */
  #key(job: Job, sha256: string): string {
    const { formats, version, build } = this.options
    return hash(JSON.stringify([job.file, job.stem, sha256, formats, version, build]))
  }

  /** In the order of their names, however many workers there were. */
  *#entries(): Generator<FileEntry> {
    for (const file of [...this.#done.keys()].toSorted(byName)) {
      const done = this.#done.get(file)
      const entry = typeof done === 'string' ? this.#journal.get(done)?.entry : done
      if (entry) yield entry
    }
  }

  #totals(): Totals {
    const totals = noTotals()
    for (const entry of this.#entries()) addTo(totals, entry)
    return totals
  }
}

function diskFull(out: string, done: number): DiskFullError {
  return new DiskFullError(
    `the disk of ${out} is full, ${done} files are done: make room and give the same command again`,
  )
}

/** 0 every file was read; 1 some failed, or with `strict` some check did. */
export function exitCode(totals: Totals, strict: boolean): 0 | 1 {
  return totals.failed > 0 || (strict && totals.checks.fails > 0) ? 1 : 0
}
