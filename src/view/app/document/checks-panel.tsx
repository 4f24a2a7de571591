/** The identities of the figure that was chosen: both sides, every addend, the difference, whose it is. */
import type { Check, Term } from '../../../../schemas/document.js'
import { ATTRIBUTION_LABELS, OUTCOME_LABELS, READING_LABELS } from '../../../../schemas/labels.js'
import { useSettings } from '../ui/settings.js'
import { termKey } from './marks.js'
import type { Model } from './model.js'

interface Props {
  model: Model
  checks: readonly Check[]
  /** The one whose figures are lit. */
  shown: Check | null
  show: (check: Check) => void
  choose: (place: string) => void
}

/** So many at a time: a total of a long table is part of hundreds. */
const MOST = 20

export function ChecksPanel({ model, checks, shown, show, choose }: Props) {
  const { words, lang } = useSettings()
  if (checks.length === 0) return <p class="no-checks">{words.noChecks}</p>
  return (
    <section class="checks" aria-label={words.checks}>
      {checks.slice(0, MOST).map((check, i) => (
        <div key={i} class={`check ${check.outcome}`}>
          <button type="button" aria-expanded={check === shown} onClick={() => show(check)}>
            <span class="outcome">{OUTCOME_LABELS[check.outcome][lang]}</span>{' '}
            {model.say(check)[lang]}
          </button>
          {check === shown && <Terms model={model} check={check} choose={choose} />}
        </div>
      ))}
      {checks.length > MOST && <p>{`… ${checks.length - MOST}`}</p>}
    </section>
  )
}

function Terms({ model, check, choose }: Pick<Props, 'model' | 'choose'> & { check: Check }) {
  const { words, lang } = useSettings()
  const { left, right, difference, tolerance, reading, attribution, outcome } = check
  return (
    <table class="terms">
      <tbody>
        <TermRow {...{ model, choose }} term={left} part="whole" />
        {right.map((term, i) => (
          <TermRow
            key={i}
            {...{ model, term, choose }}
            part={term.sign === -1 ? 'less' : 'addend'}
          />
        ))}
        <tr class="difference">
          <th scope="row">{words.difference}</th>
          <td class="figure">{difference}</td>
        </tr>
        {outcome !== 'holds' && (
          <tr>
            <th scope="row">{words.tolerance}</th>
            <td class="figure">{tolerance}</td>
          </tr>
        )}
        {(reading || attribution) && (
          <tr>
            <td colSpan={2}>
              {[
                reading && READING_LABELS[reading][lang],
                attribution && ATTRIBUTION_LABELS[attribution][lang],
              ]
                .filter(Boolean)
                .join(' · ')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

const SIGNS = { whole: '=', addend: '+', less: '−' } as const

interface TermProps {
  model: Model
  term: Term
  part: keyof typeof SIGNS
  choose: Props['choose']
}

function TermRow({ model, term, part, choose }: TermProps) {
  const key = termKey(term)
  return (
    <tr class={part}>
      <th scope="row">
        <button type="button" onClick={() => choose(key)}>
          {`${SIGNS[part]} ${nameOf(model, term)}`}
        </button>
        <small>{key}</small>
      </th>
      <td class="figure">{term.value}</td>
    </tr>
  )
}

/** By row and column: within a row only the column tells figures apart. */
function nameOf({ document }: Model, { label, table, column }: Term): string {
  const home = document.tables.find(({ id }) => id === table)
  const path = home?.columns.find(({ id }) => id === column)?.path ?? []
  return [label.trim(), path.join('/')].filter((part) => part !== '').join(' · ')
}
