/** The place that is chosen stands in the address: a link to it opens it. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { decoded } from '../../link.js'

/** @param onMove when the address is changed by another than who was given the way to: by hand, or by going back */
export function usePlace(
  onMove: (place: string | null) => void,
): [string | null, (place: string | null) => void] {
  const [place, set] = useState(placeHere)
  useLayoutEffect(() => {
    const onHash = () => {
      set(placeHere())
      onMove(placeHere())
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  })
  const go = (next: string | null) => {
    history.replaceState(null, '', next === null ? location.pathname : `#${encodeURI(next)}`)
    set(next)
  }
  return [place, go]
}

function placeHere(): string | null {
  return location.hash.length > 1 ? decoded(location.hash.slice(1)) : null
}
