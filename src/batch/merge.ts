/** Runs of parts of a corpus -> one run, as if one had read it all. */
import { rmSync } from 'node:fs'
import { link, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Done, Output } from '../../schemas/journal.js'
import { FAILED_STATUSES, type FileEntry, type Run, type Totals } from '../../schemas/run.js'
import { codeOf } from '../files/errors.js'
import { OutputFolder, removeLeftWork } from '../files/folder.js'
import { readRegular } from '../files/regular.js'
import { RUN_FILE, readRun } from '../files/run.js'
import { copyTaxonomy, isOutputOf, WITH_TAXONOMY } from '../publish/index.js'
import { DiskFullError, isDiskFull, UsageError } from './failure.js'
import { Journal, stands } from './journal.js'
import { byName, type RunHead, writeRun } from './run-file.js'

interface Source {
  folder: OutputFolder
  run: Run
}

/**
 * Outputs are linked where the file system can, else copied, and stand where their hashes are what the
 * part's journal says: a part comes from another machine, and is believed no further.
 * @throws UsageError for a run that did not end, and without `force` for runs that do not belong together
 * @throws DiskFullError
 */
export async function mergeRuns(folders: string[], out: string, force: boolean): Promise<Totals> {
  const sources = await Promise.all(folders.map(readSource))
  const folder = new OutputFolder(out)
  if (sources.some((source) => source.folder.root === folder.root))
    throw new UsageError(`-o ${out} is one of the runs: name another folder`)
  const head = headOf(sources.map(({ run }) => run))
  if (!force) assertJoinable(sources)
  const entries = joined(sources, force)
  const journal = new Journal(folder)
  removeLeftWork(folder)
  const work = folder.workFolder()
  try {
    folder.remove(RUN_FILE)
    for (const source of sources) await takeOver(source, { folder, work, journal })
    return writeRun(folder, head, () => entries)
  } catch (cause) {
    throw isDiskFull(cause) ? new DiskFullError(`the disk of ${out} is full: make room`) : cause
  } finally {
    rmSync(work, { recursive: true, force: true })
    journal.close()
  }
}

async function readSource(given: string): Promise<Source> {
  return { run: await readRun(given), folder: new OutputFolder(given) }
}

function headOf([{ schema, version, build, options }]: Run[]): RunHead {
  return { schema, version, build, options: { formats: options.formats } }
}

function assertJoinable(sources: Source[]): void {
  const [first] = sources
  const made = ({ run }: Source) =>
    `version ${run.version} (${run.build}), formats ${run.options.formats.join(',')}`
  for (const source of sources)
    if (made(source) !== made(first))
      throw new UsageError(
        `${first.folder.given} is of ${made(first)}, ${source.folder.given} of ${made(source)}: ${REMEDY}`,
      )
  assertAllShards(sources)
}

const REMEDY = 'read them alike, or join them all the same with --force'

/** Parts of one division are all there. */
function assertAllShards(sources: Source[]): void {
  const shards = new Set(sources.map(({ run }) => run.options.shard ?? '1/1'))
  const counts = new Set([...shards].map((shard) => Number(shard.split('/')[1])))
  for (const count of counts) {
    if (count === 1 && shards.size > 1 && counts.size > 1)
      throw new UsageError(`some runs are parts and some are whole: ${REMEDY}`)
    for (let index = 1; index <= count; index++)
      if (!shards.has(`${index}/${count}`))
        throw new UsageError(`the part ${index}/${count} is missing: ${REMEDY}`)
  }
}

/** An input of two runs must be the same in both; with `force` the later run counts. */
function joined(sources: Source[], force: boolean): FileEntry[] {
  const byFile = new Map<string, FileEntry>()
  for (const { run, folder } of sources) {
    for (const entry of run.files) {
      const other = byFile.get(entry.file)
      if (other && !force && (other.sha256 !== entry.sha256 || other.status !== entry.status))
        throw new UsageError(
          `${entry.file} of ${folder.given} differs from another run's: ${REMEDY}`,
        )
      byFile.set(entry.file, entry)
    }
  }
  return [...byFile.values()].toSorted((a, b) => byName(a.file, b.file))
}

interface Target {
  folder: OutputFolder
  /** On the same file system. */
  work: string
  journal: Journal
}

/** Journal lines go along, so that a later `extract` into the whole reads nothing again. */
async function takeOver({ folder, run }: Source, target: Target): Promise<void> {
  const entries = new Map(run.files.map((entry) => [entry.file, entry]))
  const vouched = new Set<string>()
  const source = new Journal(folder)
  try {
    for (const line of source.lines()) {
      const entry = entries.get(line.entry.file)
      // A line of an input that has changed, failed or gone since vouches for nothing of this run.
      if (!entry || told(entry) !== told(line.entry)) continue
      for (const output of line.outputs) await takeFile(folder, target, line, output)
      if (run.options.formats.some((format) => WITH_TAXONOMY.has(format)))
        await copyTaxonomy(target.folder.root)
      target.journal.append(line)
      vouched.add(entry.file)
    }
  } finally {
    source.close()
  }
  assertVouched(folder, run, vouched)
}

/** Whether it is the first of its content depends on the other inputs of the run. */
const told = ({ duplicateOf: _, ...entry }: FileEntry) => JSON.stringify(entry)

const LEFT_NONE: ReadonlySet<string> = new Set(FAILED_STATUSES)

function assertVouched(folder: OutputFolder, run: Run, vouched: ReadonlySet<string>): void {
  const alone = run.files.find(({ file, status }) => !LEFT_NONE.has(status) && !vouched.has(file))
  if (alone)
    throw new UsageError(
      `${alone.file} is not in the journal of ${folder.given} as in its ${RUN_FILE}: give the run again`,
    )
}

/** @throws UsageError for what is not where and what the part's own journal says */
async function takeFile(
  from: OutputFolder,
  { folder, work }: Target,
  { entry }: Done,
  output: Output,
): Promise<void> {
  const again = `give the run of ${from.given} again`
  const where = path.join(from.given, output.path)
  const stem = entry.file.replace(/\.pdf$/i, '')
  if (!isOutputOf(stem, output.path))
    throw new UsageError(`${output.path} is no output of ${entry.file}: ${again}`)
  const part = path.join(work, 'part')
  try {
    rmSync(part, { force: true })
    await copied(from.existing(output.path), part)
  } catch (cause) {
    if (isDiskFull(cause)) throw cause
    const is = codeOf(cause) === 'ENOENT' ? 'missing' : 'no file of its own'
    throw new UsageError(`${where} is ${is}: ${again}`)
  }
  if (!(await stands(part, output)))
    throw new UsageError(`${where} is not as its journal says: ${again}`)
  folder.place(part, output.path)
}

async function copied(source: string, part: string): Promise<void> {
  try {
    // Of a link it is the link itself that gets another name, and no file.
    await link(source, part)
  } catch {
    await writeFile(part, await readRegular(source, { own: true }), { flag: 'wx' })
  }
}
