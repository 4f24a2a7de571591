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
}
const builder = new XMLBuilder(OPTIONS)

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** One line for each element given. */
export function xmlOf(...elements: readonly Element[]): string {
  let lines = ''
  for (const element of elements) lines += `${builder.build(element)}\n`
  return lines
}

/** An element's tags apart, for what is too long to be built as one, or is built already. */
export function around(element: Element): [open: string, close: string] {
  const [name] = Object.keys(element)
  const empty: string = builder.build(element)
  return [`${empty.slice(0, -2)}>`, `</${name}>`]
}

export function escaped(text: string): string {
  return builder.build({ '#text': text })
}
