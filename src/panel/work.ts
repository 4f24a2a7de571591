/** A panel's folder while one run is at work in it. */
import { rmSync } from 'node:fs'
import { UsageError } from '../files/errors.js'
import { type OutputFolder, removeLeftWork } from '../files/folder.js'
import { lock } from '../files/lock.js'

/**
 * @param memory megabytes for DuckDB's buffers
 * @param run gets a folder for files on their way, which is taken away after it
 * @throws UsageError where another run is at work there, or DuckDB needs more than it may have: what was read is kept
 */
export async function inWork<T>(
  folder: OutputFolder,
  memory: number,
  run: (work: string) => Promise<T>,
): Promise<T> {
  const unlock = lock(folder)
  try {
    removeLeftWork(folder)
    const work = folder.workFolder()
    try {
      return await run(work)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  } catch (cause) {
    throw isOutOfMemory(cause) ? new UsageError(tooLittle(memory), { cause }) : cause
  } finally {
    unlock()
  }
}

const isOutOfMemory = (cause: unknown) =>
  cause instanceof Error && cause.message.startsWith('Out of Memory Error')

const tooLittle = (memory: number) =>
  `the panel needs more than ${memory} MB for its tables: give it more with --memory`
