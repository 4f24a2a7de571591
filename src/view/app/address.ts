/** Where things stand: every address is counted from the root of the site, wherever somebody has put it. */
import { decoded, pathOf } from '../link.js'

/** Scripts stand in `_/` of the root. */
const here: string = import.meta.url
const ROOT = new URL('../', here)

/** The document of this address; empty for the list. */
export function fileHere(): string {
  const below = location.pathname.slice(ROOT.pathname.length)
  return decoded(below.replace(/(?:^|\/)(?:index\.html)?$/, ''))
}

export const LIST_URL = ROOT.href
export const listingUrl = new URL('_/list.json', ROOT)
export const pdfjsUrl = (name: string) => new URL(`_/pdfjs/${name}`, ROOT).href
export const documentUrl = (file: string, part = '') => new URL(pathOf(file) + part, ROOT).href

/** @throws Error with what the server says */
export async function fetchJson<T>(url: string | URL): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 200)}`)
  return (await response.json()) as T
}
