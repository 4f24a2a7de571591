/** A person says what is right, why, and who he is; the server keeps it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../../schemas/findings.js'
import { KIND_LABELS, VERDICT_LABELS } from '../../../../schemas/labels.js'
import { meaningLabel } from '../../../../schemas/meaning-labels.js'
import type { Change } from '../../edits.js'
import { findingName } from '../ui/finding-names.js'
import { keep, kept } from '../ui/kept.js'
import { useSettings } from '../ui/settings.js'
import { RightField } from './right-field.js'
import type { Subject } from './subjects.js'

interface Props {
  subjects: readonly Subject[]
  /** Of the PDF that is shown. */
  sha256: string
  /** Who corrected last. */
  last: string | null
  change: (change: Change) => Promise<void>
  close: () => void
}

export function CorrectForm({ subjects, sha256, last, change, close }: Props) {
  const { words, lang } = useSettings()
  const [what, setWhat] = useState(subjects[0].what)
  const subject = subjects.find((each) => each.what === what) ?? subjects[0]
  // What is put right is of one thing at one place: of another it begins anew, at once and not after the next paint.
  const asked = `${subject.what} ${JSON.stringify(subject.place)}`
  const [given, setGiven] = useState({ asked, right: firstRight(subject) })
  const right = given.asked === asked ? given.right : firstRight(subject)
  const setRight = (text: string) => setGiven({ asked, right: text })
  const [why, setWhy] = useState('')
  const [who, setWho] = useState(kept('who') ?? last ?? '')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(
    () => form.current?.querySelector<HTMLElement>('[name=right], .meaning input')?.focus(),
    [],
  )

  const leave = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') close()
  }
  const save = async (event: Event) => {
    event.preventDefault()
    setIsBusy(true)
    setTrouble(null)
    keep('who', who)
    const { read } = subject
    try {
      await change({
        sha256,
        add: { what: subject.what, place: subject.place, read, right, why, who },
      })
      close()
    } catch (cause) {
      setTrouble((cause as Error).message)
      setIsBusy(false)
    }
  }
  return (
    <form class="correct" ref={form} aria-label={words.correct} onSubmit={save} onKeyDown={leave}>
      <label>
        {words.what}{' '}
        <select
          value={subject.what}
          onChange={({ currentTarget }) => setWhat(currentTarget.value as Subject['what'])}
        >
          {subjects.map((each) => (
            <option key={each.what} value={each.what}>
              {words.whats[each.what]}
            </option>
          ))}
        </select>
      </label>
      <p class="read">
        {subject.what === 'finding' ? words.found : words.wasRead}{' '}
        <b>{sayValue(subject.what, subject.read, lang) || words.blank}</b>
      </p>
      <RightField what={subject.what} value={right} set={setRight} />
      <label class="wide">
        {words.why}{' '}
        <input
          name="why"
          value={why}
          required
          onInput={({ currentTarget }) => setWhy(currentTarget.value)}
        />
      </label>
      <label>
        {words.who}{' '}
        <input
          name="who"
          value={who}
          required
          autocomplete="name"
          onInput={({ currentTarget }) => setWho(currentTarget.value)}
        />
      </label>
      <span class="buttons">
        <button type="submit" disabled={isBusy || (subject.what === 'meaning' && right === '')}>
          {isBusy ? words.saving : words.save}
        </button>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </span>
      {trouble !== null && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
    </form>
  )
}

/** A text is put right where it stands; what is chosen is chosen anew. */
function firstRight({ what, now }: Subject): string {
  return ['cell', 'code', 'owner'].includes(what) ? (now ?? '') : ''
}

export function sayValue(what: Subject['what'], value: string | null, lang: Language): string {
  if (value === null) return ''
  if (what === 'meaning') return meaningLabel(value)[lang]
  if (what === 'kind')
    return (KIND_LABELS as Record<string, Record<Language, string>>)[value]?.[lang] ?? value
  if (what === 'finding')
    return (
      (VERDICT_LABELS as Record<string, Record<Language, string>>)[value]?.[lang] ??
      findingName(value, lang)
    )
  return value
}
