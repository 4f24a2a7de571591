/**
 * Elements -> XML, by fast-xml-parser: so that an instance of any size is held once, as text. Of thousands of contexts,
 * facts and footnotes only a few texts differ: the builder writes each shape once, and its holes are filled each time.
 */
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

/** Where the text of a shape differs: a character that XML cannot hold, so that no text of a document is one. */
export const HOLE = '\0'

/** An element as the builder writes it, with holes. */
export class Shape {
  readonly #pieces: readonly string[]

  constructor(element: Element) {
    this.#pieces = builder.build(element).split(HOLE)
  }

  /** @param texts for each hole in the order of the text: what can hold more than names and digits is `escaped` */
  fill(texts: readonly string[]): string {
    const pieces = this.#pieces
    if (texts.length !== pieces.length - 1) throw new Error('a shape is filled hole by hole')
    let xml = pieces[0]
    for (let i = 0; i < texts.length; i++) xml += texts[i] + pieces[i + 1]
    return xml
  }
}

/** A text that grows by elements, a line for each. */
export class Xml {
  readonly #done: string[] = []
  #pieces: string[] = []

  add(element: Element): void {
    this.put(`${builder.build(element)}\n`)
  }

  /** What is built is many small strings tied together, ten times as large as their text: joined they are one. */
  put(xml: string): void {
    this.#pieces.push(xml)
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

/** Text as an element holds it. */
export function escaped(text: string): string {
  return /[&<>]/.test(text) ? builder.build({ '#text': text }) : text
}
