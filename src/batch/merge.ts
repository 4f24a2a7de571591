/** Runs of parts of a corpus -> one run, as if one had read it all. */
import { copyFile, link, mkdir, readFile, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { type FileEntry, type Run, runSchema, type Totals } from '../../schemas/run.js'
import { copyTaxonomy, WITH_TAXONOMY } from '../publish/index.js'
import { DiskFullError, isDiskFull, UsageError } from './failure.js'
import { Journal, OWN_FOLDER } from './journal.js'
import { byName, RUN_FILE, type RunHead, writeRun } from './run-file.js'

interface Source {
  folder: string
  run: Run
}

/**
 * Outputs are linked where the file system can, else copied.
 * @throws UsageError for a run that did not end, and without `force` for runs that do not belong together
 * @throws DiskFullError
 */
export async function mergeRuns(folders: string[], out: string, force: boolean): Promise<Totals> {
  const sources = await Promise.all(folders.map(readSource))
  const root = await realpath(out)
  if (sources.some(({ folder }) => folder === root))
    throw new UsageError(`-o ${out} is one of the runs: name another folder`)
  const head = headOf(sources.map(({ run }) => run))
  if (!force) assertJoinable(sources)
  const entries = joined(sources, force)
  await rm(path.join(root, RUN_FILE), { force: true })
  const journal = new Journal(root)
  try {
    for (const source of sources) await takeOver(source, root, journal)
    return await writeRun(root, head, () => entries)
  } catch (cause) {
    throw isDiskFull(cause) ? new DiskFullError(`the disk of ${out} is full: make room`) : cause
  } finally {
    journal.close()
  }
}

async function readSource(folder: string): Promise<Source> {
  const text = await readFile(path.join(folder, RUN_FILE), 'utf8').catch(() => {
    throw new UsageError(`${folder} has no ${RUN_FILE}: its run did not end; give it again`)
  })
  const run = parsed(text)
  if (run === null)
    throw new UsageError(`${folder}/${RUN_FILE} is no kemu run of this version: give it again`)
  return { folder: await realpath(folder), run }
}

function parsed(text: string): Run | null {
  try {
    return runSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function headOf([{ schema, version, build, options }]: Run[]): RunHead {
  return { schema, version, build, options: { formats: options.formats } }
}

function assertJoinable(sources: Source[]): void {
  const [first] = sources
  const told = ({ run }: Source) =>
    `version ${run.version} (${run.build}), formats ${run.options.formats.join(',')}`
  for (const source of sources)
    if (told(source) !== told(first))
      throw new UsageError(
        `${first.folder} is of ${told(first)}, ${source.folder} of ${told(source)}: ${REMEDY}`,
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
        throw new UsageError(`${entry.file} of ${folder} differs from another run's: ${REMEDY}`)
      byFile.set(entry.file, entry)
    }
  }
  return [...byFile.values()].toSorted((a, b) => byName(a.file, b.file))
}

/** Journal lines go along, so that a later `extract` into the whole reads nothing again. */
async function takeOver({ folder, run }: Source, root: string, journal: Journal): Promise<void> {
  const entries = new Map(run.files.map((entry) => [entry.file, entry]))
  const source = new Journal(folder)
  try {
    for (const line of source.lines()) {
      const entry = entries.get(line.entry.file)
      // A line of an input that has changed, failed or gone since vouches for nothing of this run.
      if (entry?.sha256 !== line.entry.sha256 || entry.status !== line.entry.status) continue
      for (const output of line.outputs) {
        await takeFile(folder, root, output.path)
        if (run.options.formats.some((format) => WITH_TAXONOMY.has(format)))
          await copyTaxonomy(path.join(root, path.dirname(output.path)))
      }
      journal.append(line)
    }
  } finally {
    source.close()
  }
}

async function takeFile(from: string, root: string, below: string): Promise<void> {
  const [source, target] = [path.join(from, below), path.join(root, below)]
  if (path.relative(root, target).split(path.sep)[0] === '..' || below.startsWith(OWN_FOLDER))
    throw new UsageError(`${below} would stand outside the output folder`)
  await mkdir(path.dirname(target), { recursive: true })
  await rm(target, { force: true })
  await link(source, target)
    .catch(() => copyFile(source, target))
    .catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause
      throw new UsageError(`${source} is missing: give the run of ${from} again`)
    })
}
