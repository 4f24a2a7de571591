/** `run.json` of a folder, read back: by whoever goes on from a run. */
import path from 'node:path'
import { type Run, runSchema } from '../../schemas/run.js'
import { UsageError } from './errors.js'
import { readRegular } from './regular.js'

export const RUN_FILE = 'run.json'

/** Bytes: of a million files. */
const MOST_BYTES = 2 ** 29

/** @param given the -o folder @throws UsageError where no run ended there */
export async function readRun(given: string): Promise<Run> {
  const file = path.join(given, RUN_FILE)
  const bytes = await readRegular(file, { most: MOST_BYTES, own: true }).catch(() => {
    throw new UsageError(
      `${given} has no ${RUN_FILE}, its run did not end: name the -o folder of a run that ended`,
    )
  })
  const run = parsed(bytes.toString())
  if (run) return run
  throw new UsageError(`${file} is no kemu run of this version: extract again`)
}

function parsed(text: string): Run | null {
  try {
    return runSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
