/** Goes through the findings of a document, the gravest first, and round again. */
import { useState } from 'preact/hooks'
import type { Check } from '../../../../schemas/document.js'
import { findingKey, termKey } from './marks.js'
import { checkOfIssue, type Model, placeOfIssue } from './model.js'

export function useFindings(model: Model, choose: (place: string, check: Check | null) => void) {
  const { issues } = model.document
  const [at, setAt] = useState<number | null>(null)
  const go = (next: number) => {
    const issue = issues[next]
    if (!issue) return
    setAt(next)
    const check = checkOfIssue(model, issue)
    choose(check ? termKey(check.left) : (placeOfIssue(issue) ?? findingKey(next)), check)
  }
  const step = (by: 1 | -1) => {
    const before = at ?? (by === 1 ? -1 : 0)
    go((before + by + issues.length) % Math.max(1, issues.length))
  }
  return { at, go, step }
}
