/**
 * Inputs whose outputs would stand in one place, on file systems without case or with other Unicode too, where
 * a folder stands, or where the run writes itself: they fail together, each by name, and the rest is read.
 */
import type { Format } from '../../schemas/run.js'
import { RUN_FILE } from '../files/run.js'
import { outputPath, taxonomyNames, WITH_TAXONOMY } from '../publish/index.js'
import { type Job, type Plan, slashed } from './names.js'

const SUFFIXES = ['.json', '.xlsx', '.xml']
/** What a document's files in further formats are called beside. */
const FURTHER: Partial<Record<Format, readonly string[]>> = {
  'xbrl-csv': ['.csv', '-texts.csv', '-metadata.json'],
  xbr: ['.xbr'],
}
/** `foo-t2.csv` is a table of `foo.pdf`, and would be the xBRL-CSV of `foo-t2.pdf`. */
const LIKE_A_TABLE = /^(.+)-t[1-9]\d*\.csv$/s

export function distinct({ jobs, unreadable }: Plan, formats: readonly Format[]): Plan {
  const once = [...new Map(jobs.map((job) => [`${job.file}\n${slashed(job.input)}`, job])).values()]
  const places = placesOf(once, formats)
  const clashing = new Map(once.flatMap((job) => clashOf(job, places, formats)))
  const aside = [...clashing].map(([{ input, file }, message]) => {
    return { input, file, code: 'name_clash', message }
  })
  return {
    jobs: once.filter((job) => !clashing.has(job)),
    unreadable: namedApart([...unreadable, ...aside], once),
  }
}

interface Places {
  /** Who is written where. */
  files: Map<string, Job[]>
  /** Who is written below. */
  folders: Map<string, Job[]>
  /** What the run writes itself. */
  own: Set<string>
  /** By a document: what its tables in CSV may be written over. */
  tables: Map<string, string[]>
}

function placesOf(jobs: readonly Job[], formats: readonly Format[]): Places {
  const places: Places = {
    ...{ files: new Map(), folders: new Map(), own: new Set([keyOf(RUN_FILE)]) },
    tables: tablesOf(jobs, formats),
  }
  for (const job of jobs) {
    for (const output of outputsOf(job, formats, places.tables)) add(places.files, output, job)
    for (const folder of foldersAbove(job)) add(places.folders, folder, job)
  }
  if (!formats.some((format) => WITH_TAXONOMY.has(format))) return places
  for (const name of taxonomyNames()) places.own.add(keyOf(`taxonomy/${name}`))
  return places
}

function add(places: Map<string, Job[]>, key: string, job: Job): void {
  const list = places.get(key)
  if (!list) places.set(key, [job])
  else if (list.at(-1) !== job) list.push(job)
}

const keyOf = (output: string) => output.normalize('NFC').toLowerCase()

/** By documents: the files of others that a table of theirs may be called like. */
function tablesOf(jobs: readonly Job[], formats: readonly Format[]): Map<string, string[]> {
  const tables = new Map<string, string[]>()
  if (!formats.includes('csv') || !formats.includes('xbrl-csv')) return tables
  for (const { stem } of jobs) {
    const output = keyOf(slashed(outputPath(stem, '.csv')))
    const whose = LIKE_A_TABLE.exec(output)?.[1]
    if (whose !== undefined) tables.set(whose, [...(tables.get(whose) ?? []), output])
  }
  return tables
}

function outputsOf({ stem }: Job, formats: readonly Format[], tables: Places['tables']): string[] {
  const suffixes = [...SUFFIXES, ...formats.flatMap((format) => FURTHER[format] ?? [])]
  const outputs = suffixes.map((suffix) => keyOf(slashed(outputPath(stem, suffix))))
  return [...outputs, ...(tables.get(keyOf(slashed(stem))) ?? [])]
}

/** Each with a slash behind. */
function foldersAbove({ stem }: Job): string[] {
  const parts = keyOf(slashed(stem)).split('/').slice(0, -1)
  return parts.map((_, i) => `${parts.slice(0, i + 1).join('/')}/`)
}

function clashOf(job: Job, places: Places, formats: readonly Format[]): [Job, string][] {
  const outputs = outputsOf(job, formats, places.tables)
  const folders = foldersAbove(job)
  const ownPlaces = [...outputs, ...folders.map((folder) => folder.slice(0, -1))]
  const own = ownPlaces.find((place) => places.own.has(place))
  if (own !== undefined) return [[job, `would be written over ${own} of the run: rename it`]]
  const others = [
    ...outputs.flatMap((output) => [
      ...(places.files.get(output) ?? []),
      ...(places.folders.get(`${output}/`) ?? []),
    ]),
    ...folders.flatMap((folder) => places.files.get(folder.slice(0, -1)) ?? []),
  ]
  const other = others.find((each) => each !== job)
  if (!other) return []
  return [
    [
      job,
      `and ${slashed(other.input)} would both be written as ${slashed(job.stem)}: rename one, or give them in separate runs, each with its own -o`,
    ],
  ]
}

/** Two of one name from different folders are both told of, each by where it is. */
function namedApart(unreadable: Plan['unreadable'], jobs: readonly Job[]): Plan['unreadable'] {
  const inputs = new Map<string, Set<string>>()
  for (const { file, input } of [...jobs, ...unreadable])
    inputs.set(file, (inputs.get(file) ?? new Set()).add(input))
  return unreadable.map((each) => {
    const isOne = inputs.get(each.file)?.size === 1
    return isOne ? each : { ...each, file: slashed(each.input) }
  })
}
