/** A folder of documents -> the panel. */
import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { z } from 'zod'
import { OutputFolder, OWN_FOLDER } from '../files/folder.js'
import { readRegularSync } from '../files/regular.js'
import { type FailedInput, failedInputs } from './input.js'
import { type PublishOptions, publish } from './publish.js'
import { type Reading, type ReadOptions, readFolder } from './read.js'
import { Store } from './store.js'
import { inWork } from './work.js'

export interface PanelOptions extends PublishOptions, ReadOptions {
  out: string
  /** Megabytes for DuckDB's buffers. */
  memory: number
  /** Characters of lines that one commit takes; left out, as many as are good for speed. */
  batch?: number
}

export interface PanelResult extends Reading {
  /** Names in the panel's folder. */
  files: string[]
  /** Nothing had changed since they were written. */
  unchanged: boolean
}

const publishedSchema = z.object({
  key: z.string(),
  /** Bytes by name. */
  files: z.record(z.string().regex(/^[\w.-]+$/), z.int()),
})
type Published = z.infer<typeof publishedSchema>

export async function buildPanel(root: string, options: PanelOptions): Promise<PanelResult> {
  const failed = failedInputs(root)
  const folder = new OutputFolder(options.out)
  return inWork(folder, options.memory, (work) => buildIn(root, failed, { folder, work, options }))
}

interface Place {
  folder: OutputFolder
  work: string
  options: PanelOptions
}

async function buildIn(
  root: string,
  failed: FailedInput[],
  { folder, work, options }: Place,
): Promise<PanelResult> {
  const store = await Store.open(folder, work, options.program, options.memory, options.batch)
  try {
    const reading = await readFolder(root, store, options)
    const key = await keyOf(store, failed, options)
    const before = publishedBefore(folder)
    if (before?.key === key && stands(before, folder))
      return { ...reading, files: Object.keys(before.files), unchanged: true }
    folder.remove(NOTES)
    const files = await publish(store, failed, folder, options)
    const bytes = files.map((file) => [file, lstatSync(folder.existing(file)).size])
    const notes: Published = { key, files: Object.fromEntries(bytes) }
    folder.write(NOTES, `${JSON.stringify(notes)}\n`)
    return { ...reading, files, unchanged: false }
  } finally {
    await store.close()
  }
}

/** What decides about the outputs: the program, the options, every input. */
async function keyOf(
  store: Store,
  failed: readonly FailedInput[],
  { program, formats, bom, released }: PanelOptions,
): Promise<string> {
  const inputs = [...(await store.inputs()).values()].map(({ file, hash }) => `${file}\n${hash}`)
  const parts = [program, formats, bom, released, inputs.toSorted(), failed]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

const NOTES = `${OWN_FOLDER}/published.json`
const MOST_BYTES_OF_NOTES = 2 ** 20

/** Notes that are torn, or none of ours, say nothing. */
function publishedBefore(folder: OutputFolder): Published | null {
  try {
    const text = readRegularSync(folder.at(NOTES), { most: MOST_BYTES_OF_NOTES, own: true })
    return publishedSchema.safeParse(JSON.parse(text.toString())).data ?? null
  } catch {
    return null
  }
}

function stands({ files }: Published, folder: OutputFolder): boolean {
  return Object.entries(files).every(([file, bytes]) => {
    const stats = lstatSync(folder.at(file), { throwIfNoEntry: false })
    return stats?.isFile() && stats.size === bytes
  })
}
