/** The sentences that state figures, each with what it was read as. */
import type { NarrativeFact } from '../../../../schemas/document.js'
import { memo } from '../ui/memo.js'
import { useSettings } from '../ui/settings.js'

export const NarrativeView = memo(function NarrativeView({
  facts,
}: {
  facts: readonly NarrativeFact[]
}) {
  const { words } = useSettings()
  return (
    <div class="narrative-view">
      <h2>{words.narrative}</h2>
      <p class="about">{words.figures(facts.length)}</p>
      <ol>
        {facts.map((fact) => (
          <li key={fact.id} data-key={fact.id}>
            <p>{fact.text}</p>
            <p class="read">
              <b>{[fact.value, fact.unit].filter(Boolean).join(' ') || '–'}</b>{' '}
              {[fact.subject, fact.qualifier, fact.measure, fact.period, fact.basis, fact.direction]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
})
