/** What the witnesses share: votes, and where a fact stands. */
import type { NarrativeFact } from '../../../../schemas/document.js'
import type { FindingPlace } from '../../../../schemas/findings.js'

/** A single voice may be a slip. */
const ENOUGH = 2

/** What is said most often, if it is said more than once. */
export function mostVoted<T>(said: readonly T[]): T | null {
  const votes = new Map<T, number>()
  for (const each of said) votes.set(each, (votes.get(each) ?? 0) + 1)
  const [first] = [...votes].toSorted((a, b) => b[1] - a[1])
  return first && first[1] >= ENOUGH ? first[0] : null
}

export function placeOf(fact: NarrativeFact | undefined): FindingPlace {
  return { page: fact?.page ?? null, bbox: fact?.bbox ?? null }
}
