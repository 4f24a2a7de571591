/** All corrections of the document: which of them wait for a run, which hold no more, and what is wrong with any. */
import { useState } from 'preact/hooks'
import type { BudgetDocument } from '../../../../schemas/document.js'
import type { Said } from '../../edits.js'
import { useSettings } from '../ui/settings.js'
import type { Desk } from './desk.js'
import type { SaidAt } from './found.js'
import { SaidLine } from './said-line.js'

interface Props {
  document: BudgetDocument
  desk: Desk
  at: SaidAt
  choose: (place: string) => void
}

export function SaidList({ document, desk: { state, change }, at, choose }: Props) {
  const { words } = useSettings()
  const [trouble, setTrouble] = useState<string | null>(null)
  const { said, gone, why, isAnew, failure } = state
  const pending = said.filter(({ isPending, isStale }) => isPending && !isStale).length + gone
  const stale = said.filter(({ isStale }) => isStale).length
  const refused = document.issues.filter(({ code }) => code === 'correction_refused').length - stale
  const flaws = [
    state.trouble,
    failure,
    trouble,
    said.length > 0 && (why === 'changed' || why === 'missing') ? words.noEdits[why] : null,
  ].filter((flaw) => flaw !== null)
  if (said.length + gone + flaws.length === 0) return null
  const undo = ({ correction }: Said) =>
    change({ sha256: document.source.sha256, remove: correction }).catch((cause: Error) =>
      setTrouble(cause.message),
    )
  return (
    <details class="said-list">
      <summary>
        {words.corrections(said.length)}
        {pending > 0 && <span class="count warning">{words.waiting(pending)}</span>}
        {stale > 0 && <span class="count error">{words.staleCount(stale)}</span>}
        {refused > 0 && <span class="count warning">{words.refusedCount(refused)}</span>}
        {flaws.length > 0 && <span class="count error">{words.trouble}</span>}
      </summary>
      {flaws.map((flaw) => (
        <p key={flaw} class="trouble" role="alert">
          {flaw}
        </p>
      ))}
      {isAnew && <p class="anew">{words.isAnew}</p>}
      {said.map((each, i) => (
        <SaidLine
          key={i}
          said={each}
          undo={() => void undo(each)}
          go={() => {
            const [key] = [...at].find(([, all]) => all.includes(each)) ?? []
            if (key !== undefined) choose(key)
          }}
        />
      ))}
    </details>
  )
}
