/** `run.json`: the run's head and sums, then an entry a line in the order of the file names. */
import type { FileEntry, Run, Totals } from '../../schemas/run.js'
import type { OutputFolder } from '../files/folder.js'
import { RUN_FILE } from '../files/run.js'
import { addTo, noTotals } from './entry.js'

export type RunHead = Omit<Run, 'totals' | 'files'>

/** Entries that are joined before they are written. */
const BATCH = 1000

/** @param entries gives them afresh each time: first for the sums, then for themselves, so none are kept */
export function writeRun(
  folder: OutputFolder,
  head: RunHead,
  entries: () => Iterable<FileEntry>,
): Totals {
  const totals = noTotals()
  for (const entry of entries()) addTo(totals, entry)
  folder.write(RUN_FILE, piecesOf({ ...head, totals }, entries()))
  return totals
}

function* piecesOf(head: object, entries: Iterable<FileEntry>): Generator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [`
  let lines: string[] = []
  let count = 0
  for (const entry of entries) {
    lines.push(`${count++ > 0 ? ',' : ''}\n    ${JSON.stringify(entry)}`)
    if (lines.length < BATCH) continue
    yield lines.join('')
    lines = []
  }
  yield `${lines.join('')}\n  ]\n}\n`
}

/** By code units, on every machine the same. */
export const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
