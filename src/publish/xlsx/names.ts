/** Names of sheets: at most 31 characters, none of `[]:*?/\'`, each once whatever its case. */

const LONGEST = 31

export class SheetNames {
  readonly #used = new Set<string>()

  take(wanted: string): string {
    const clean =
      cut(wanted.replace(/[[\]:*?/\\'\u0000-\u001f\ufffe\uffff]/g, ' ').trim(), LONGEST) || '表'
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
