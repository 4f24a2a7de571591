/** The server's side of corrections, where there is one: a site of files takes none. */
import { useEffect, useState } from 'preact/hooks'
import type { Change, EditState } from '../../edits.js'
import { documentUrl, fetchJson } from '../address.js'

/** Said by the page itself, so that nothing is asked for that a site of files does not have. */
export const TAKES_CORRECTIONS = document.querySelector('meta[name="kemu-corrections"]') !== null

export interface Desk {
  state: EditState
  /** Saves, and shows what comes of it. @throws Error with the server's words */
  change: (change: Change) => Promise<void>
}

/** @param reload the document as it is now @returns null where nothing can be corrected */
export function useDesk(file: string, reload: () => Promise<void>): Desk | null {
  const [state, setState] = useState<EditState | null>(null)
  const url = documentUrl(file, 'corrections.json')
  useEffect(() => {
    // What is wrong with the server is said where the document is asked for.
    if (TAKES_CORRECTIONS) fetchJson<EditState>(url).then(setState, () => {})
  }, [url])
  if (state === null) return null
  const change = async (wanted: Change) => {
    const next = await post(url, wanted)
    await reload()
    setState(next)
  }
  return { state, change }
}

async function post(url: string, change: Change): Promise<EditState> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(change),
  })
  if (!response.ok) throw new Error((await response.text()).trim().slice(0, 1000))
  return (await response.json()) as EditState
}
