/** What is right, asked for as it can be said: a text, a code, words of the vocabulary, a kind, a verdict. */
import { KIND_LABELS, VERDICT_LABELS } from '../../../../schemas/labels.js'
import { useSettings } from '../ui/settings.js'
import { MeaningField } from './meaning-field.js'
import type { Subject } from './subjects.js'

interface Props {
  what: Subject['what']
  value: string
  set: (value: string) => void
}

export function RightField({ what, value, set }: Props) {
  const { words } = useSettings()
  if (what === 'meaning') return <MeaningField value={value} set={set} />
  if (what === 'kind')
    return <Choice label={words.right} labels={KIND_LABELS} value={value} set={set} />
  if (what === 'finding')
    return <Choice label={words.verdict} labels={VERDICT_LABELS} value={value} set={set} />
  return (
    <label>
      {words.right}{' '}
      <input
        name="right"
        value={value}
        autocomplete="off"
        required={what !== 'cell'}
        {...(what === 'code' && {
          pattern: '[0-9]{3,9}',
          inputMode: 'numeric',
          title: words.digits,
        })}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </label>
  )
}

interface ChoiceProps extends Omit<Props, 'what'> {
  label: string
  labels: Record<string, { zh: string; en: string }>
}

function Choice({ label: said, labels, value, set }: ChoiceProps) {
  const { lang } = useSettings()
  return (
    <label>
      {said}{' '}
      <select
        name="right"
        value={value}
        required
        onChange={({ currentTarget }) => set(currentTarget.value)}
      >
        <option value="" />
        {Object.entries(labels).map(([name, label]) => (
          <option key={name} value={name}>
            {label[lang]}
          </option>
        ))}
      </select>
    </label>
  )
}
