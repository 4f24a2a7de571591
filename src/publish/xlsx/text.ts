/** Strings of a workbook: each once, as XML carries them. */
import { escapeXml, NOT_XML } from '../text/xml.js'

/** Excel's limit of a cell, in UTF-16 units. */
export const LONGEST = 32_767
const CUT = '…（过长截断，全文见 JSON）'

/** What XML cannot carry as it is, and what would be read as `_xHHHH_`, the form it has instead. */
const ODD = new RegExp(`${NOT_XML}|\\r|_(?=x[0-9A-Fa-f]{4}_)`, 'g')

export function xmlText(text: string): string {
  return escapeXml(
    text.replace(
      ODD,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  )
}

/** Text that a cell can hold: what is cut says so. */
export function fitText(text: string): string {
  if (text.length <= LONGEST) return text
  const kept = text.slice(0, LONGEST - CUT.length)
  return kept.replace(/[\ud800-\udbff]$/, '') + CUT
}

export class Strings {
  readonly #places = new Map<string, number>()
  #used = 0

  place(text: string): number {
    this.#used++
    let place = this.#places.get(text)
    if (place === undefined) {
      place = this.#places.size
      this.#places.set(text, place)
    }
    return place
  }

  xml(): string {
    let items = ''
    for (const text of this.#places.keys())
      items += `<si><t xml:space="preserve">${xmlText(fitText(text))}</t></si>`
    return (
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
      `count="${this.#used}" uniqueCount="${this.#places.size}">${items}</sst>`
    )
  }
}
