/** `run.json`: the run's head and sums, then an entry a line in the order of the file names. */
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FileEntry, Run, Totals } from '../../schemas/run.js'
import { addTo, noTotals } from './entry.js'

export const RUN_FILE = 'run.json'

export type RunHead = Omit<Run, 'totals' | 'files'>

/** Entries that are joined before they are written. */
const BATCH = 1000

/** @param entries gives them afresh each time: first for the sums, then for themselves, so none are kept */
export async function writeRun(
  folder: string,
  head: RunHead,
  entries: () => Iterable<FileEntry>,
): Promise<Totals> {
  const file = path.join(folder, RUN_FILE)
  const totals = noTotals()
  for (const entry of entries()) addTo(totals, entry)
  const handle = await open(`${file}.part`, 'w')
  try {
    const whole = JSON.stringify({ ...head, totals }, null, 2)
    await handle.appendFile(`${whole.slice(0, -2)},\n  "files": [`)
    let lines: string[] = []
    const flush = async () => {
      await handle.appendFile(lines.join(''))
      lines = []
    }
    let count = 0
    for (const entry of entries()) {
      lines.push(`${count++ > 0 ? ',' : ''}\n    ${JSON.stringify(entry)}`)
      if (lines.length === BATCH) await flush()
    }
    lines.push('\n  ]\n}\n')
    await flush()
    await rename(`${file}.part`, file)
    return totals
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

/** By code units, on every machine the same. */
export const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
