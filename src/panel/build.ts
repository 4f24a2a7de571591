/** A folder of documents -> the panel. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type FailedInput, failedInputs } from './input.js'
import { type PublishOptions, publish } from './publish.js'
import { type Reading, readFolder } from './read.js'
import { Store } from './store.js'

export interface PanelOptions extends PublishOptions {
  /** The module that threads load to read documents; null: all is read in place. */
  worker: URL | null
  /** Megabytes for DuckDB's buffers. */
  memory: number
  /** Characters of lines that one commit takes; left out, as many as are good for speed. */
  batch?: number
}

/** DuckDB needs more than it may have; what was read is kept. */
export class PanelMemoryError extends Error {
  override readonly name = 'PanelMemoryError'
}

export interface PanelResult extends Reading {
  /** Names in the panel's folder. */
  files: string[]
  /** Nothing had changed since they were written. */
  unchanged: boolean
}

interface Published {
  key: string
  files: Record<string, number>
}

export async function buildPanel(root: string, options: PanelOptions): Promise<PanelResult> {
  const failed = failedInputs(root)
  const folder = path.join(options.out, '.kemu')
  mkdirSync(folder, { recursive: true })
  const store = await Store.open(folder, options.program, options.memory, options.batch)
  try {
    const reading = await readFolder(root, store, options.worker)
    const key = await keyOf(store, failed, options)
    const before = publishedBefore(folder)
    if (before?.key === key && stands(before, options.out))
      return { ...reading, files: Object.keys(before.files), unchanged: true }
    rmSync(notesFile(folder), { force: true })
    const files = await publish(store, failed, options)
    const bytes = files.map((file) => [file, statSync(path.join(options.out, file)).size])
    const notes: Published = { key, files: Object.fromEntries(bytes) }
    writeFileSync(notesFile(folder), `${JSON.stringify(notes)}\n`)
    return { ...reading, files, unchanged: false }
  } catch (cause) {
    throw isOutOfMemory(cause) ? new PanelMemoryError(tooLittle(options.memory), { cause }) : cause
  } finally {
    await store.close()
  }
}

const isOutOfMemory = (cause: unknown) =>
  cause instanceof Error && cause.message.startsWith('Out of Memory Error')

const tooLittle = (memory: number) =>
  `the panel needs more than ${memory} MB for its tables: give it more with --memory`

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

function notesFile(folder: string): string {
  return path.join(folder, 'published.json')
}

function publishedBefore(folder: string): Published | null {
  const file = notesFile(folder)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Published) : null
}

function stands({ files }: Published, out: string): boolean {
  return Object.entries(files).every(
    ([file, bytes]) => statSync(path.join(out, file), { throwIfNoEntry: false })?.size === bytes,
  )
}
