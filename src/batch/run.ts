/**
 * A run: every content is read once by a worker, its outputs are put in place and
 * its lines appended to the journal. A bad file costs itself only; what the journal
 * has already, with its outputs, is not read again.
 */
import { existsSync, lstatSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Language } from '../../schemas/findings.js'
import type { Done } from '../../schemas/journal.js'
import type { FileEntry, Format, Totals } from '../../schemas/run.js'
import { OutputFolder, removeLeftWork } from '../files/folder.js'
import { RUN_FILE } from '../files/run.js'
import { copyTaxonomy, outputPath, SUFFIXES, tableSuffix, WITH_TAXONOMY } from '../publish/index.js'
import type { Timings } from '../timing.js'
import { type Content, readContents, type Shard } from './content.js'
import { describeFailure } from './describe.js'
import { addTo, type Failure, failedEntry, noTotals } from './entry.js'
import { crashed, DiskFullError, isDiskFull, outputFailure, UsageError } from './failure.js'
import { hash, Journal } from './journal.js'
import type { Job, Plan } from './names.js'
import { type Limits, type Lost, Pool } from './pool.js'
import { byName, type RunHead, writeRun } from './run-file.js'
import type { Result, Task, Written } from './work.js'

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
  /** Folders of corrections; those beside the inputs where none is named. */
  corrections?: readonly string[] | null
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

/** A content in the hands of a worker, and the inputs that want it. */
interface Suspect {
  content: Content
  left: Job[]
  task: Task
}

type Read = (task: Task, stop: AbortSignal) => Promise<Result | Lost | null>

/** A run that is stopped from outside, by a scheduler or a person, says nothing of what it was reading; this often it does. */
const MOST_ALONE = 3

/** @throws DiskFullError where nothing can be written any more */
export async function runJobs(plan: Plan, options: RunOptions): Promise<RunResult> {
  return await new Runner(plan, options).run()
}

class Runner {
  readonly #folder: OutputFolder
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
    this.#folder = new OutputFolder(options.out)
    this.#journal = new Journal(this.#folder)
    removeLeftWork(this.#folder)
    this.#parts = this.#folder.workFolder()
    if (options.stop?.aborted) this.#stop.abort()
    options.stop?.addEventListener('abort', () => this.#stop.abort(), { once: true })
  }

  async run(): Promise<RunResult> {
    let pool: Pool | null = null
    try {
      this.#folder.remove(RUN_FILE)
      pool = new Pool(this.options.worker, this.options.jobs, this.options.limits)
      await this.#readAll(pool)
      const interrupted = this.#stop.signal.aborted
      if (interrupted) return { totals: this.#totals(), reused: this.#reused, interrupted }
      const totals = writeRun(this.#folder, this.#head(), () => this.#entries())
      this.options.events?.file?.(path.join(this.options.out, RUN_FILE))
      return { totals, reused: this.#reused, interrupted }
    } catch (cause) {
      this.#assertThere()
      throw isDiskFull(cause) ? diskFull(this.options.out, this.#done.size) : cause
    } finally {
      await pool?.close()
      rmSync(this.#parts, { recursive: true, force: true })
      this.#journal.close()
    }
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
      this.options.corrections ?? null,
    )
    const files = contents.reduce((sum, { jobs }) => sum + jobs.length, failed.length)
    this.options.events?.planned?.(files)
    for (const entry of failed) this.#finish(entry, describeFailure(entry))
    const suspects: Suspect[] = []
    const queue = contents.entries()
    const lane = async () => {
      for (const [id, content] of queue) {
        if (this.#stop.signal.aborted) return
        const suspect = await this.#readContent(pool, id, content)
        if (suspect) suspects.push(suspect)
      }
    }
    const lanes = Array.from({ length: this.options.jobs }, () => this.#guarded(lane))
    for (const ended of await Promise.allSettled(lanes))
      if (ended.status === 'rejected') throw ended.reason
    for (const suspect of suspects) await this.#readAlone(pool, suspect)
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

  /** @returns the content where a process ended while it was in flight, now or in a run before */
  async #readContent(pool: Pool, id: number, content: Content): Promise<Suspect | null> {
    const left: Job[] = []
    for (const job of content.jobs) if (!(await this.#reuse(job, content))) left.push(job)
    if (left.length === 0) return null
    const suspect: Suspect = { content, left, task: this.#task(id, content, left) }
    if (this.#journal.aloneBefore(this.#flight(content)) !== null) return suspect
    const outcome = await this.#read(suspect, false, (task, stop) => pool.run(task, stop))
    return outcome === 'lost' ? suspect : null
  }

  /** Read by whom nothing else is asked of; what ends the run itself each time is not read any more. */
  async #readAlone(pool: Pool, suspect: Suspect): Promise<void> {
    if (this.#stop.signal.aborted) return
    const { content, left } = suspect
    const before = this.#journal.aloneBefore(this.#flight(content)) ?? 0
    if (before < MOST_ALONE) {
      await this.#read(suspect, true, (task, stop) => pool.runAlone(task, stop))
      return
    }
    this.#fail(content, left, crashed(`the run ended ${before} times while it was read`), 0)
    this.#journal.ended(this.#flight(content))
  }

  async #read({ content, left, task }: Suspect, alone: boolean, run: Read): Promise<'lost' | null> {
    const started = performance.now()
    this.#journal.started(this.#flight(content), alone)
    const result = await run(task, this.#stop.signal)
    if (result && 'lost' in result) return 'lost'
    if (result) await this.#take(content, left, result, performance.now() - started)
    this.#journal.ended(this.#flight(content))
    return null
  }

  /** A content as this program reads it: another build may outlive it. */
  #flight({ sha256 }: Content): string {
    return hash(JSON.stringify([sha256, this.options.version, this.options.build]))
  }

  #task(id: number, content: Content, left: Job[]): Task {
    return {
      id,
      input: left[0].input,
      sha256: content.sha256,
      files: left.map(({ file }) => file),
      corrections: content.corrections,
      formats: this.options.formats,
      lang: this.options.lang ?? 'en',
      parts: this.#parts,
    }
  }

  async #reuse(job: Job, content: Content): Promise<boolean> {
    if (this.options.force) return false
    const line = await this.#journal.done(this.#key(job, content))
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
      this.#fail(content, jobs, result.failure, took)
      return
    }
    this.options.events?.timings?.(result.timings)
    for (const [i, job] of jobs.entries()) await this.#put(content, job, result.written[i])
  }

  /** @param placed what of its outputs stands in place already: none of a failed input stays */
  #fail(content: Content, jobs: Job[], failure: Failure, took: number, placed?: string[]): void {
    this.#assertThere()
    for (const job of jobs) {
      this.#withdraw(job, [], placed)
      const entry = failedEntry(job.file, content.sha256, failure, Math.round(took))
      this.#finish(this.#named(entry, content), describeFailure(entry))
    }
  }

  /** Without its folder no input has an output: the run stops. @throws UsageError */
  #assertThere(): void {
    if (!existsSync(this.#parts))
      throw new UsageError(
        `${this.options.out} was removed or moved while the run went on: give the same command again`,
      )
  }

  /** Outputs of what an input held before do not stand beside the word that it cannot be read. */
  #withdraw(job: Job, kept: string[], placed: string[] = []): void {
    for (const output of SUFFIXES.map((suffix) => outputPath(job.stem, suffix)))
      if (!kept.includes(output)) this.#remove(output, placed)
    this.#withdrawTables(job, kept, placed)
  }

  /** Tables are numbered through: of a document that has fewer now, those that it had. */
  #withdrawTables({ stem }: Job, kept: string[], placed: string[] = []): void {
    for (let nth = 1; ; nth++) {
      const output = `${stem}${tableSuffix(nth)}`
      if (!kept.includes(output) && !this.#remove(output, placed)) return
    }
  }

  /** @returns whether it was there, and ours */
  #remove(output: string, placed: readonly string[]): boolean {
    const stats = lstatSync(path.join(this.#folder.root, output), { throwIfNoEntry: false })
    const isOurs = stats?.isFile() && (placed.includes(output) || this.#journal.wrote(output))
    if (isOurs) this.#folder.remove(output)
    return isOurs ?? false
  }

  #named(entry: FileEntry, { jobs }: Content): FileEntry {
    return entry.file === jobs[0].file ? entry : { ...entry, duplicateOf: jobs[0].file }
  }

  /** First the outputs, then the line that vouches for them. */
  async #put(content: Content, job: Job, written: Written): Promise<void> {
    const line: Done = {
      key: this.#key(job, content),
      entry: this.#named(written.entry, content),
      outputs: [],
    }
    try {
      for (const { part, suffix, bytes, sha256 } of written.parts) {
        const below = outputPath(job.stem, suffix)
        this.#folder.place(part, below)
        this.options.events?.file?.(path.join(this.options.out, below))
        line.outputs.push({ path: below, bytes, sha256 })
      }
      if (written.parts.length > 1 && this.options.formats.some((each) => WITH_TAXONOMY.has(each)))
        await copyTaxonomy(this.#folder.root)
    } catch (cause) {
      if (isDiskFull(cause)) throw cause
      const placed = line.outputs.map((output) => output.path)
      this.#fail(content, [job], outputFailure(cause), line.entry.milliseconds, placed)
      return
    }
    const kept = line.outputs.map((output) => output.path)
    if (line.entry.error) this.#withdraw(job, kept)
    else if (this.options.formats.includes('csv')) this.#withdrawTables(job, kept)
    this.#journal.append(line)
    this.#done.set(job.file, line.key)
    this.options.events?.entry?.(line.entry, written.report, false)
  }

  #finish(entry: FileEntry, report: string): void {
    this.#done.set(entry.file, entry)
    this.options.events?.entry?.(entry, report, false)
  }

  /** What decides about an input's outputs; another key is another line. */
  #key(job: Job, { sha256, corrections }: Content): string {
    const { formats, version, build } = this.options
    const parts = [job.file, job.stem, sha256, formats, version, build]
    return hash(JSON.stringify(corrections === null ? parts : [...parts, corrections]))
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
