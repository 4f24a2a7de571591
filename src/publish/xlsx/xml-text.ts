/** What exceljs's printers write to, as a text that grows. */

import { utils } from '#exceljs'

/**
 * exceljs's own stream keeps each tag, bracket and attribute as an entry of a list, a new list for every row, to join
 * them: that was a third of the time of a workbook, most of it in collecting what was joined. This one
 * has what its printers of rows and links call.
 */
export class XmlText {
  #text = ''
  #tag = ''
  #isOpen = false
  readonly #above: string[] = []

  /** Of the text that is not yet taken. */
  get length(): number {
    return this.#text.length
  }

  take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }

  openXml(attributes: Attributes): void {
    this.#text += '<?xml'
    for (const name in attributes) this.addAttribute(name, attributes[name])
    this.#text += '?>\n'
  }

  openNode(tag: string, attributes?: Attributes): void {
    this.#text += this.#isOpen ? `><${tag}` : `<${tag}`
    this.#above.push(this.#tag)
    this.#tag = tag
    this.#isOpen = true
    for (const name in attributes) this.addAttribute(name, attributes[name])
  }

  addAttribute(name: string, value: string | number | undefined): void {
    if (value !== undefined) this.#text += ` ${name}="${encoded(value)}"`
  }

  writeText(value: string | number): void {
    this.#text += this.#isOpen ? `>${encoded(value)}` : encoded(value)
    this.#isOpen = false
  }

  closeNode(): void {
    this.#text += this.#isOpen ? '/>' : `</${this.#tag}>`
    this.#tag = this.#above.pop() ?? ''
    this.#isOpen = false
  }

  leafNode(tag: string, attributes?: Attributes | null, text?: string | number): void {
    if (attributes || text === undefined) {
      this.openNode(tag, attributes ?? undefined)
      if (text !== undefined) this.writeText(text)
      this.closeNode()
      return
    }
    this.#text += `${this.#isOpen ? '>' : ''}<${tag}>${encoded(text)}</${tag}>`
    this.#isOpen = false
  }
}

type Attributes = Readonly<Record<string, string | number | undefined>>

function encoded(value: string | number): string {
  return typeof value === 'string' && ENCODED.test(value) ? utils.xmlEncode(value) : String(value)
}

/** What `xmlEncode` replaces or drops, but for the quotes around the sheet's name in each link: nothing ends at them. */
const ENCODED = /[<>&"\u007f\u0000-\u0008\u000b\u000c\u000e-\u001f]/
