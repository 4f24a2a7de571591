/** Goes through the findings of a document, the gravest first, and round again. */
import { useState } from 'preact/hooks'
import type { Issue } from '../../../../schemas/document.js'
import { findingKey } from './marks.js'
import { type Model, placeOfIssue } from './model.js'

export function useFindings(
  { document: { issues } }: Model,
  choose: (place: string | null, issue: Issue) => void,
) {
  const [at, setAt] = useState<number | null>(null)
  const go = (next: number) => {
    const issue = issues[next]
    if (!issue) return
    setAt(next)
    choose(placeOfIssue(issue) ?? findingKey(next), issue)
  }
  const step = (by: 1 | -1) => {
    const before = at ?? (by === 1 ? -1 : 0)
    go((before + by + issues.length) % Math.max(1, issues.length))
  }
  return { at, go, step }
}
