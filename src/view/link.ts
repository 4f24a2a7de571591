/**
 * `b/foo.pdf#t9.r1.abroad`: a document and a place in it, as workbook, panel and people write it. It names
 * no host, port or token, and is the relative URL of that document in a static site.
 */

export interface Link {
  /** As `run.json` calls it. */
  file: string
  /** A table, row, cell, fact or record by its id; null for the document itself. */
  place: string | null
}

/** A cell by table, row and column; a row, a table; a fact of the prose; a record of a form, or a part of it. */
const PLACE = /^(?:t\d+(?:\.r\d+(?:\..+)?)?|f\d+|p\d+(?:\..+)?)$/s

/** A file's own name may hold `#`: only what looks like a place is one. */
export function parseLink(link: string): Link {
  const at = link.lastIndexOf('#')
  const place = at < 0 ? '' : decoded(link.slice(at + 1))
  return PLACE.test(place) ? { file: link.slice(0, at), place } : { file: link, place: null }
}

/** As `parseLink`; a document whose own name ends like a place (`foo#p1.pdf`) is that document. */
export function linkAmong(isDocument: (file: string) => boolean, link: string): Link {
  return isDocument(link) ? { file: link, place: null } : parseLink(link)
}

/** The path of a document below the root of the site: a folder of its own, whatever its name holds. */
export function pathOf(file: string): string {
  return `${file.split('/').map(encodeURIComponent).join('/')}/`
}

export function urlOf({ file, place }: Link): string {
  return place === null ? pathOf(file) : `${pathOf(file)}#${encodeURI(place)}`
}

/** What stands behind `#` in an address; as it is where that is no encoding. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
