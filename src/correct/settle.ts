/** Findings that a person has looked at: each stays, says what came of it, and asks nobody any more. */
import type { Correction, Corrections } from '../../schemas/corrections.js'
import type { Issue } from '../../schemas/document.js'
import { refusal } from './correct.js'
import { isNear, type Shown } from './places.js'

type Verdict = Extract<Correction, { what: 'finding' }>

export function settleFindings(
  issues: readonly Issue[],
  { corrections }: Corrections,
  shown: Shown,
): Issue[] {
  const settled = [...issues]
  const refused: Issue[] = []
  for (const correction of corrections) {
    if (correction.what !== 'finding') continue
    const there = settled.flatMap((issue, i) => (isOf(issue, correction, shown) ? [i] : []))
    if (there.length === 0) refused.push(refusal(correction, 'place'))
    for (const i of there) settled[i] = settledIssue(settled[i], correction)
  }
  return [...settled, ...refused]
}

function isOf({ code, page, bbox }: Issue, { read, place }: Verdict, shown: Shown): boolean {
  if (code !== read || page !== place.page) return false
  return bbox === null || place.bbox === null
    ? bbox === place.bbox
    : isNear(shown(page, bbox), place.bbox)
}

function settledIssue(issue: Issue, { right: verdict, who: by, why }: Verdict): Issue {
  return { ...issue, severity: 'info', settled: { verdict, from: issue.severity, by, why } }
}
