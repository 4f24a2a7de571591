/** The corrections of several people for one document. Where two say otherwise nobody is believed: both are named. */
import type { Correction, Corrections, CorrectionsFile } from '../../schemas/corrections.js'

/** Two people correct one thing in two ways. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
  readonly code = 'corrections_conflict'
}

export interface NamedFile {
  /** As a person finds it. */
  name: string
  file: CorrectionsFile
}

/** @param sha256 of the PDF that is read @throws ConflictError */
export function mergeCorrections(files: readonly NamedFile[], sha256: string): Corrections {
  const merged = new Map<string, { name: string; correction: Correction }>()
  const stale: Correction[] = []
  for (const { name, file } of files)
    for (const correction of file.corrections) {
      if (file.sha256 !== sha256) {
        stale.push(correction)
        continue
      }
      const key = keyOf(correction)
      const other = merged.get(key)
      if (other && other.correction.right !== correction.right)
        throw new ConflictError(sayConflict(other, { name, correction }))
      if (!other) merged.set(key, { name, correction })
    }
  return { corrections: [...merged.values()].map(({ correction }) => correction), stale }
}

/** What it is of: not what it says. */
export function keyOf({ what, place, read }: Correction): string {
  const { page, bbox, table, row, column, identity } = place
  const of = what === 'finding' ? [read, identity] : null
  return JSON.stringify([what, page, bbox, table, row, column, of])
}

interface Said {
  name: string
  correction: Correction
}

function sayConflict(one: Said, other: Said): string {
  const say = ({ name, correction: { who, right } }: Said) => `${who} says "${right}" (${name})`
  const { page, table, row } = one.correction.place
  const where = [table, row].filter(Boolean).join(', ')
  return `page ${page}, ${where}: ${say(one)} and ${say(other)}: agree on one, and take out the other`
}
