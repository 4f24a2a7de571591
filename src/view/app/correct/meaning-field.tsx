/** The meaning of a column, made of words of the vocabulary, outermost first. */
import { useState } from 'preact/hooks'
import { ATOM_LABELS, meaningLabel } from '../../../../schemas/meaning-labels.js'
import { useSettings } from '../ui/settings.js'

interface Props {
  /** Words, separated by points; empty for none. */
  value: string
  set: (value: string) => void
}

/** Both languages in each choice: a search finds either. */
const CHOICES = new Map(
  [...ATOM_LABELS].map(([atom, { zh, en }]) => [`${zh} · ${en} · ${atom}`, atom]),
)

export function MeaningField({ value, set }: Props) {
  const { words, lang } = useSettings()
  const [typed, setTyped] = useState('')
  const atoms = value === '' ? [] : value.split('.')
  const type = (text: string) => {
    const atom = CHOICES.get(text)
    setTyped(atom === undefined ? text : '')
    if (atom !== undefined) set([...atoms, atom].join('.'))
  }
  return (
    <fieldset class="meaning">
      <legend>{words.right}</legend>
      {atoms.map((atom, i) => (
        <button
          key={i}
          type="button"
          title={words.takeOut}
          onClick={() => set(atoms.filter((_, at) => at !== i).join('.'))}
        >
          {ATOM_LABELS.get(atom)?.[lang] ?? atom} <span aria-hidden="true">×</span>
          <span class="unseen">{words.takeOut}</span>
        </button>
      ))}
      <input
        list="kemu-atoms"
        value={typed}
        placeholder={words.addWord}
        aria-label={words.addWord}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <datalist id="kemu-atoms">
        {[...CHOICES.keys()].map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
      <output>{value === '' ? '' : meaningLabel(value)[lang]}</output>
    </fieldset>
  )
}
