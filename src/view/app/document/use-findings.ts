/** Goes through the findings of a document, the gravest first, and round again. */
import { useState } from 'preact/hooks'
import type { Check } from '../../../../schemas/document.js'
import { findingKey, termKey } from './marks.js'
import { checkOfIssue, type Model, placeOfIssue } from './model.js'

export function useFindings(model: Model, choose: (place: string, check: Check | null) => void) {
  const { issues } = model.document
  const [chosen, setAt] = useState<{ at: number; model: Model } | null>(null)
  // Findings of another reading have other places in the list.
  const at = chosen?.model === model ? chosen.at : null
  const placeOf = (which: number): string => {
    const check = checkOfIssue(model, issues[which])
    return check ? termKey(check.left) : (placeOfIssue(issues[which]) ?? findingKey(which))
  }
  const go = (next: number) => {
    const issue = issues[next]
    if (!issue) return
    setAt({ at: next, model })
    choose(placeOf(next), checkOfIssue(model, issue))
  }
  const step = (by: 1 | -1) => {
    const before = at ?? (by === 1 ? -1 : 0)
    go((before + by + issues.length) % Math.max(1, issues.length))
  }
  return { at, go, step, placeOf }
}
