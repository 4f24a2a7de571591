/** The findings of the document, one at a time, and all of them as a list. */
import type { Issue } from '../../../../schemas/document.js'
import { SEVERITY_LABELS } from '../../../../schemas/labels.js'
import { findingName } from '../ui/finding-names.js'
import { useSettings } from '../ui/settings.js'

interface Props {
  issues: readonly Issue[]
  /** Where one stands; null before the first. */
  at: number | null
  go: (at: number) => void
  step: (by: 1 | -1) => void
}

export function FindingsBar({ issues, at, go, step }: Props) {
  const { words, lang } = useSettings()
  if (issues.length === 0) return <p class="findings none">{words.noFindings}</p>
  const issue = at === null ? null : issues[at]
  return (
    <section class="findings" aria-label={words.findings}>
      <button type="button" onClick={() => step(-1)} title={words.previous}>
        <span aria-hidden="true">‹</span>
        <span class="unseen">{words.previous}</span>
      </button>
      <button type="button" onClick={() => step(1)} title={words.next}>
        <span aria-hidden="true">›</span>
        <span class="unseen">{words.next}</span>
      </button>
      <select
        aria-label={words.findings}
        value={at ?? ''}
        onChange={({ currentTarget }) => go(Number(currentTarget.value))}
      >
        {at === null && <option value="">{`${words.findings} (${issues.length})`}</option>}
        {issues.map(({ code, severity, page }, i) => (
          <option key={i} value={i}>
            {`${i + 1}. ${SEVERITY_LABELS[severity][lang]} · ${findingName(code, lang)}${page === null ? '' : ` · p${page}`}`}
          </option>
        ))}
      </select>
      <p class="said" aria-live="polite">
        {issue ? (
          <>
            <span class={`count ${issue.severity}`}>{SEVERITY_LABELS[issue.severity][lang]}</span>{' '}
            {issue.message[lang]}
            {issue.settled && ` – ${issue.settled.by}: ${issue.settled.why}`}
          </>
        ) : (
          ''
        )}
      </p>
    </section>
  )
}
