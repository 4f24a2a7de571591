/** Corrections by content: what a run has put in, or refused, is told from what it has not seen yet. */
import { createHash } from 'node:crypto'
import type { Correction, Corrections } from '../../schemas/corrections.js'

/** Digits of a hash: enough for all corrections of a document. */
const DIGITS = 16

/** @param isStale made for another PDF: it becomes another one where the PDF comes back */
export function correctionName(correction: Correction, isStale = false): string {
  const sum = createHash('sha256').update(JSON.stringify(inOrder([correction, isStale])))
  return sum.digest('hex').slice(0, DIGITS)
}

export function namesOf({ corrections, stale }: Corrections): string[] {
  return [
    ...corrections.map((correction) => correctionName(correction)),
    ...stale.map((correction) => correctionName(correction, true)),
  ]
}

/** In whatever order a file has its fields. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([name, each]) => [name, inOrder(each)])
}
