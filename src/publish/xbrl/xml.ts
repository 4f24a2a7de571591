/** Elements -> XML, by fast-xml-parser: built one by one, so that an instance of any size is held once, as text. */
import { XMLBuilder } from 'fast-xml-parser'

/** Attributes begin with `@`, `#text` is what an element holds, a list is its element several times. */
export interface Element {
  [name: string]: string | Element | readonly Element[]
}

const OPTIONS = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  /** Else an attribute `true` would be written without a value, which is no XML. */
  suppressBooleanAttributes: false,
  /** The path of each element as a text, which nobody asks for, was a tenth of the time. */
  jPath: false,
  /** Those that text must have; quotes in attributes are the builder's own care. Each is looked for in every text. */
  entities: [
    { regex: /&/g, val: '&amp;' },
    { regex: /</g, val: '&lt;' },
    { regex: />/g, val: '&gt;' },
  ],
}
const builder = new XMLBuilder(OPTIONS)

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A text that grows by elements, a line for each. */
export class Xml {
  readonly #done: string[] = []
  #pieces: string[] = []

  add(element: Element): void {
    this.put(builder.build(element), '\n')
  }

  /** What is built is many small strings tied together, ten times as large as their text: joined they are one. */
  put(...xml: string[]): void {
    this.#pieces.push(...xml)
    if (this.#pieces.length < MOST_PIECES) return
    this.#done.push(this.#pieces.join(''))
    this.#pieces = []
  }

  toString(): string {
    return [...this.#done, ...this.#pieces].join('')
  }
}

const MOST_PIECES = 512

/** An element's tags apart, for what is too long to be built as one, or is built already. */
export function around(element: Element): [open: string, close: string] {
  const [name] = Object.keys(element)
  const empty: string = builder.build(element)
  return [`${empty.slice(0, -2)}>`, `</${name}>`]
}

export function escaped(text: string): string {
  return builder.build({ '#text': text })
}
