/** What a processor asks of linkbases beyond that their references resolve. */

import type { Taxonomy } from './taxonomy.js'
import { descendants, type Node } from './tree.js'

/** A concept that is, over arcs of one arcrole in one role, its own descendant: no arcrole of ours allows it. */
export function cycleErrors({ relations }: Taxonomy): string[] {
  const networks = new Map<string, Map<string, string[]>>()
  for (const { arcrole, role, from, to } of relations) {
    const key = `${arcrole} in ${role}`
    const network = networks.get(key) ?? new Map<string, string[]>()
    network.set(from, [...(network.get(from) ?? []), to])
    networks.set(key, network)
  }
  return [...networks].flatMap(([key, network]) =>
    [...network.keys()]
      .filter((item) => returns(item, item, network, new Set()))
      .map((item) => `${item} is its own descendant: ${key}`),
  )
}

function returns(
  to: string,
  from: string,
  network: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  return (network.get(from) ?? []).some((next) => {
    if (next === to) return true
    if (seen.has(next)) return false
    seen.add(next)
    return returns(to, next, network, seen)
  })
}

/** Each linkbase holds the extended links that the schema's reference to it says, and roles are absolute. */
export function linkErrors(schema: Node, trees: ReadonlyMap<string, Node>): string[] {
  const errors: string[] = []
  for (const { name, attributes } of descendants(schema)) {
    const uri = attributes.roleURI ?? attributes.targetNamespace
    if (uri !== undefined && !/^(?:https?:\/\/|urn:)\S+$/.test(uri))
      errors.push(`${uri} is not absolute`)
    if (name !== 'link:linkbaseRef') continue
    const kind = /\/(\w+)LinkbaseRef$/.exec(attributes['xlink:role'])?.[1]
    for (const link of trees.get(attributes['xlink:href'])?.children ?? [])
      if (link.attributes['xlink:type'] === 'extended' && link.name !== `link:${kind}Link`)
        errors.push(`${attributes['xlink:href']} is no ${kind} linkbase: ${link.name}`)
  }
  return errors
}

/** Of regular expressions, what means the same to XML Schema and to processors that ask Python or Java. */
const PLAIN = /^(?:\[[0-9A-Za-z-]+\]|\\S|[0-9 ]|[()+*?]|\{\d+(?:,\d*)?\})+$/

export function patternErrors(schema: Node): string[] {
  return [...descendants(schema)]
    .filter(({ name, attributes }) => name === 'xs:pattern' && !PLAIN.test(attributes.value))
    .map(({ attributes }) => `pattern ${attributes.value}`)
}
