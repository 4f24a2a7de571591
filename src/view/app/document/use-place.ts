/** The place that is chosen stands in the address: a link to it opens it. */
import { useEffect, useState } from 'preact/hooks'
import { decoded } from '../../link.js'

export function usePlace(): [string | null, (place: string | null) => void] {
  const [place, set] = useState(placeHere)
  useEffect(() => {
    const onHash = () => set(placeHere())
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])
  const go = (next: string | null) => {
    history.replaceState(null, '', next === null ? location.pathname : `#${encodeURI(next)}`)
    set(next)
  }
  return [place, go]
}

function placeHere(): string | null {
  return location.hash.length > 1 ? decoded(location.hash.slice(1)) : null
}
