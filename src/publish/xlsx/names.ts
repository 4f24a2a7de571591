/** Names of sheets: at most 31 characters, none that Excel forbids, each once whatever its case. */
import { NOT_XML } from '../text/xml.js'

const LONGEST = 31
/** What Excel forbids; `!`, which ends a sheet's name in a link; and what XML cannot hold. */
const FORBIDDEN = new RegExp(`[[\\]:*?/\\\\'!\\t\\n\\r\\u007f]|${NOT_XML}`, 'g')

export class SheetNames {
  readonly #used = new Set<string>()

  take(wanted: string): string {
    const clean = cut(wanted.replace(FORBIDDEN, ' ').trim(), LONGEST) || '表'
    let name = clean
    for (let n = 2; this.#used.has(name.toLowerCase()); n++) {
      const tail = ` ${n}`
      name = cut(clean, LONGEST - tail.length) + tail
    }
    this.#used.add(name.toLowerCase())
    return name
  }
}

/** Never within a character of two units. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
