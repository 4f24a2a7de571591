/** The keys, and what the colours say. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { TAKES_CORRECTIONS } from '../correct/desk.js'
import { useSettings } from '../ui/settings.js'

/** A site of files takes no corrections. */
const isThere = ([key]: [string, string]) => TAKES_CORRECTIONS || !['e', 'pending'].includes(key)

export function Help({ close }: { close: () => void }) {
  const { words } = useSettings()
  const dialog = useRef<HTMLDialogElement>(null)
  // Before anybody can see it, and press a key that is meant for it.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="help" ref={dialog} aria-label={words.keys} onClose={close}>
      <dl>
        {words.keyList.filter(isThere).map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <ul class="legend">
        {Object.entries(words.legend)
          .filter(isThere)
          .map(([name, said]) => (
            <li key={name}>
              <span class={`swatch ${name}`} aria-hidden="true" /> {said}
            </li>
          ))}
      </ul>
      <button type="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  )
}
