/**
 * Corrections + a reading -> the reading as it is right, before anything is worked out from it: texts of cells and
 * codes in the printed table, kinds and meanings in the recognized one. What follows of them (amounts, parents,
 * checks) the later stages work out as always; nothing is put right in their results.
 */
import type { Correction, Corrections } from '../../schemas/corrections.js'
import type { BudgetTable, Issue } from '../../schemas/document.js'
import { finding, type Refusal } from '../../schemas/findings.js'
import type { KindDescription } from '../../schemas/kind.js'
import type { RecognizedTable } from '../../schemas/stages.js'
import { applied } from './apply.js'
import { Places, type Shown } from './places.js'
import { WHAT } from './words.js'

type About = Exclude<Correction, { what: 'finding' }>

/** A correction that holds, and the table that it holds in. */
export interface Held {
  table: number
  correction: About
}

export interface CorrectedReading {
  recognized: RecognizedTable[]
  held: Held[]
  /** Every correction: that it was put in, so that each output says it, or that it could not be, and why. */
  said: Issue[]
}

/** @param tables what was read without corrections, table by table as `recognized` */
export function correctReading(
  recognized: readonly RecognizedTable[],
  tables: readonly BudgetTable[],
  { corrections, stale }: Corrections,
  kinds: readonly KindDescription[],
  shown: Shown,
): CorrectedReading {
  const places = new Places(tables, shown)
  const result: CorrectedReading = {
    recognized: [...recognized],
    held: [],
    said: stale.map((correction) => refusal(correction, 'source')),
  }
  const subjects = new Map<string, Held[]>()
  for (const correction of corrections) {
    if (correction.what === 'finding') continue
    const table = places.table(correction.place)
    const why = table < 0 ? 'place' : flawOf(correction, tables[table], places)
    if (why !== null) {
      result.said.push(refusal(correction, why))
      continue
    }
    const subject = places.subject(correction, table)
    subjects.set(subject, [...(subjects.get(subject) ?? []), { table, correction }])
  }
  for (const held of subjects.values()) put(held, tables, places, kinds, result)
  return result
}

/** What is said of one thing: the first of those that agree; of those that do not, none. */
function put(
  said: readonly Held[],
  tables: readonly BudgetTable[],
  places: Places,
  kinds: readonly KindDescription[],
  result: CorrectedReading,
): void {
  const [first] = said
  const { table, correction } = first
  if (said.some((other) => other.correction.right !== correction.right)) {
    result.said.push(...said.map((each) => refusal(each.correction, 'conflict')))
    return
  }
  const right = applied(result.recognized[table], correction, tables[table], places, kinds)
  if (right === null) {
    result.said.push(refusal(correction, 'unprinted'))
    return
  }
  result.recognized[table] = right
  result.held.push(first)
  result.said.push(putIn(correction, tables[table], places))
}

/** It must be there, and be what was corrected then. */
function flawOf(correction: About, table: BudgetTable, places: Places): Refusal | null {
  const read = readThere(correction, table, places)
  if (read === undefined) return 'place'
  return read === correction.read ? null : 'read'
}

/** What is read at the place of a correction; undefined where there is no such place. */
function readThere(
  { what, place }: About,
  table: BudgetTable,
  places: Places,
): string | null | undefined {
  if (what === 'kind') return table.kind
  if (what === 'owner') return table.owner
  if (what === 'cell') return places.cell(table, place)?.text
  if (what === 'code') return places.row(table, place)?.code
  const column = places.column(table, place)
  return table.columns.find(({ id }) => id === column)?.meaning
}

export function refusal({ what, who, place }: Correction, why: Refusal): Issue {
  return finding('correction_refused', { what: WHAT[what], who, why }, { page: place.page })
}

/** At the box as it was read: those of corrections are as a person sees the page, and turned back with all others. */
function putIn(
  { what, who, why, read, right, place }: About,
  table: BudgetTable,
  places: Places,
): Issue {
  const words = { what: WHAT[what], who, why, read: read ?? '', right }
  const bbox = what === 'cell' ? (places.cell(table, place)?.bbox ?? null) : null
  return finding('corrected', words, { page: place.page, bbox, table: table.id })
}
