/** What can be corrected where one stands, what people say of it already, and whether somebody is at it. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Said } from '../../edits.js'
import { findingKey } from '../document/marks.js'
import type { Model } from '../document/model.js'
import type { Desk } from './desk.js'
import { type SaidAt, saidAt } from './found.js'
import { type Subject, subjectsAt } from './subjects.js'

export interface Editing {
  said: SaidAt
  /** What people say of the place, and of the finding that is looked at. */
  here: readonly Said[]
  subjects: readonly Subject[]
  isOpen: boolean
  /** Null where there is nothing to correct. */
  open: (() => void) | null
  close: () => void
}

interface Given {
  model: Model
  place: string | null
  findings: { at: number | null; placeOf: (at: number) => string }
  desk: Desk | null
}

const NONE: readonly Said[] = []

export function useEditing({ model, place, findings, desk }: Given): Editing {
  const [isOpen, setIsOpen] = useState(false)
  const { at } = findings
  const looked = at !== null && findings.placeOf(at) === place ? at : null
  const all = desk?.state.said ?? NONE
  const said = useMemo(() => saidAt(model.document, all), [model, all])
  const subjects = useMemo(() => {
    const issue = looked === null ? null : model.document.issues[looked]
    return desk === null || desk.state.why !== null ? [] : subjectsAt(model.document, place, issue)
  }, [model, place, looked, desk])
  // Another place is another correction.
  useEffect(() => setIsOpen(false), [place, looked])
  const here = [place, looked === null ? null : findingKey(looked)].flatMap(
    (key) => said.get(key ?? '') ?? [],
  )
  return {
    ...{ said, here, subjects },
    isOpen: isOpen && subjects.length > 0,
    open: subjects.length > 0 ? () => setIsOpen(true) : null,
    close: () => setIsOpen(false),
  }
}
