/** XML as a plain tree, for the validator: names as written, attributes, children in order. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'

export interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  processEntities: { enabled: true, maxTotalExpansions: 1e9, maxExpandedLength: 1e9 },
})

type Raw = Record<string, Raw[] | string | Record<string, string>>

export function parseXml(xml: string): Node {
  const [root] = (parser.parse(xml) as Raw[]).map(toNode).filter((node) => node !== null)
  return root
}

function toNode(raw: Raw): Node | null {
  const name = Object.keys(raw).find((key) => key !== ':@')
  if (name === undefined || name === '#text' || name === '#comment') return null
  const content = raw[name] as Raw[]
  return {
    name,
    attributes: (raw[':@'] ?? {}) as Record<string, string>,
    children: content.map(toNode).filter((node) => node !== null),
    text: content.map((part) => (typeof part['#text'] === 'string' ? part['#text'] : '')).join(''),
  }
}

/** What makes a text no XML: its form, or a character that XML 1.0 does not have. */
export function formErrors(xml: string): string[] {
  const form = XMLValidator.validate(xml)
  const stray = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml)
  return [
    ...(form === true ? [] : [`${form.err.msg} in line ${form.err.line}`]),
    ...(stray ? [`U+${stray[0].codePointAt(0)?.toString(16)} is no character of XML`] : []),
  ]
}

export function* descendants(node: Node): Generator<Node> {
  yield node
  for (const child of node.children) yield* descendants(child)
}

export function named(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name)
}

const NCNAME = /^[\p{L}_][\p{L}\p{N}_.\-·]*$/u

/** Ids that are no names, or given twice. */
export function idErrors(root: Node): string[] {
  const seen = new Set<string>()
  const errors: string[] = []
  for (const { attributes } of descendants(root)) {
    const { id } = attributes
    if (id === undefined) continue
    if (!NCNAME.test(id)) errors.push(`id ${id} is no name`)
    if (seen.has(id)) errors.push(`id ${id} stands twice`)
    seen.add(id)
  }
  return errors
}
