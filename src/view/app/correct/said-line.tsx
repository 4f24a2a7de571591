/** A correction in a line: what was read, what is right, who says so and why, and what has come of it. */
import type { Said } from '../../edits.js'
import { useSettings } from '../ui/settings.js'
import { sayValue } from './correct-form.js'

interface Props {
  said: Said
  /** Takes it back; absent where that is nothing of ours to take. */
  undo?: () => void
  /** Goes where it is of; absent where it is shown there. */
  go?: () => void
}

export function SaidLine({
  said: { correction, isPending, isStale, file, isOwn },
  undo,
  go,
}: Props) {
  const { words, lang } = useSettings()
  const { what, read, right, who, why, place } = correction
  const of = [place.table, place.row, place.column?.join('/')].filter(Boolean).join(' · ')
  const value = (each: string | null) => sayValue(what, each, lang) || words.blank
  return (
    <p class={`said-line${isStale ? ' stale' : ''}`}>
      {go && (
        <button type="button" class="go" onClick={go}>
          {`p${place.page}${of && ` · ${of}`}`}
        </button>
      )}
      <span class="what">{words.whats[what]}</span> {value(read)} → <b>{value(right)}</b>
      <span class="who">{`${who}: ${why}`}</span>
      {isStale ? (
        <span class="count error">{words.stale}</span>
      ) : (
        isPending && <span class="count warning">{words.pending}</span>
      )}
      {!isOwn && <small>{file}</small>}
      {isOwn && undo && (
        <button type="button" onClick={undo}>
          {words.undo}
        </button>
      )}
    </p>
  )
}
