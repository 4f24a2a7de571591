/** Small pieces of XML that the taxonomy's files are made of. */
import { NAMESPACE } from '../../src/publish/xbrl/names.js'
import { around, DECLARATION } from '../../src/publish/xbrl/xml.js'

export const FILES = {
  schema: 'kemu.xsd',
  labelsZh: 'kemu-label-zh.xml',
  labelsEn: 'kemu-label-en.xml',
  references: 'kemu-reference.xml',
  presentation: 'kemu-presentation.xml',
  definition: 'kemu-definition.xml',
  calculation: 'kemu-calculation.xml',
} as const

type Attributes = Record<string, string>

/** @param content XML */
export function element(name: string, attributes: Attributes, content = ''): string {
  const own = Object.entries(attributes).map(([key, value]) => [`@${key}`, value])
  const [open, close] = around({ [name]: Object.fromEntries(own) })
  return content === '' ? `${open.slice(0, -1)}/>` : open + content + close
}

export function idOf(name: string): string {
  return `kemu_${name}`
}

const LINKBASE = {
  'xmlns:kemu': NAMESPACE,
  'xmlns:link': 'http://www.xbrl.org/2003/linkbase',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:xbrldt': 'http://xbrl.org/2005/xbrldt',
  'xsi:schemaLocation':
    'http://www.xbrl.org/2003/linkbase http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd http://xbrl.org/2005/xbrldt http://www.xbrl.org/2005/xbrldt-2005.xsd',
}

export function linkbase(parts: readonly string[]): string {
  return `${DECLARATION}${element('link:linkbase', LINKBASE, `\n${parts.join('\n')}\n`)}\n`
}

export function roleRef(uri: string, id: string): string {
  return element('link:roleRef', {
    roleURI: uri,
    'xlink:type': 'simple',
    'xlink:href': `${FILES.schema}#${id}`,
  })
}

export function arcroleRef(uri: string, href: string): string {
  return element('link:arcroleRef', {
    arcroleURI: uri,
    'xlink:type': 'simple',
    'xlink:href': href,
  })
}

/** One locator for each concept of the link, labelled by its name. */
export function locators(names: Iterable<string>): string[] {
  return [...new Set(names)].map((name) =>
    element('link:loc', {
      'xlink:type': 'locator',
      'xlink:href': `${FILES.schema}#${idOf(name)}`,
      'xlink:label': name,
    }),
  )
}

export interface Arc {
  arcrole: string
  from: string
  to: string
  attributes?: Attributes
}

/** An extended link with the locators that its arcs need; siblings in the order given. */
export function extendedLink(kind: string, role: string, arcs: readonly Arc[]): string {
  const orders = new Map<string, number>()
  const lines = arcs.map(({ arcrole, from, to, attributes }) => {
    const key = `${arcrole} ${from}`
    const order = (orders.get(key) ?? 0) + 1
    orders.set(key, order)
    return element(`link:${kind}Arc`, {
      'xlink:type': 'arc',
      'xlink:arcrole': arcrole,
      'xlink:from': from,
      'xlink:to': to,
      order: String(order),
      ...attributes,
    })
  })
  const parts = [...locators(arcs.flatMap(({ from, to }) => [from, to])), ...lines]
  return element(
    `link:${kind}Link`,
    { 'xlink:type': 'extended', 'xlink:role': role },
    `\n${parts.join('\n')}\n`,
  )
}
