/** The sentences that state figures, each with what it was read as. */
import type { NarrativeFact } from '../../../../schemas/document.js'
import type { Language } from '../../../../schemas/findings.js'
import {
  FACT_BASIS_LABELS,
  FACT_DIRECTION_LABELS,
  FACT_FUND_LABELS,
  FACT_MEASURE_LABELS,
  SUBJECT_LABELS,
} from '../../../../schemas/prose/labels.js'
import { memo } from '../ui/memo.js'
import { useSettings } from '../ui/settings.js'

export const NarrativeView = memo(function NarrativeView({
  facts,
  failing,
}: {
  facts: readonly NarrativeFact[]
  failing: ReadonlySet<string>
}) {
  const { words, lang } = useSettings()
  return (
    <div class="narrative-view">
      <h2>{words.narrative}</h2>
      <p class="about">{words.figures(facts.length)}</p>
      <ol>
        {facts.map((fact) => (
          <li key={fact.id} data-key={fact.id} class={failing.has(fact.id) ? 'fails' : undefined}>
            <p>{fact.text}</p>
            <p class="read">
              <b>{[fact.value, fact.unit].filter(Boolean).join(' ') || '–'}</b> {readAs(fact, lang)}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
})

function readAs(fact: NarrativeFact, lang: Language): string {
  const { subject, qualifier, fund, measure, period, basis, direction } = fact
  const parts = [
    SUBJECT_LABELS[subject][lang],
    qualifier,
    fund && FACT_FUND_LABELS[fund][lang],
    FACT_MEASURE_LABELS[measure][lang],
    period,
    basis && FACT_BASIS_LABELS[basis][lang],
    direction && FACT_DIRECTION_LABELS[direction][lang],
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
