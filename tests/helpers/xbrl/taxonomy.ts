/**
 * A reader of XBRL taxonomies of its own, knowing nothing of how ours is made: it
 * follows files, references and arcs, and says what does not resolve or is not allowed.
 */
import { cycleErrors, linkErrors, patternErrors } from './networks.js'
import { descendants, formErrors, idErrors, type Node, named, parseXml } from './tree.js'

export interface Item {
  name: string
  type: string
  group: string
  abstract: boolean
  periodType: string
  typedDomain: string | null
  balance: string | null
}

export interface Relation {
  arcrole: string
  role: string
  from: string
  to: string
  attributes: Record<string, string>
}

export interface Taxonomy {
  namespace: string
  items: Map<string, Item>
  /** Elements of typed members, with the patterns that their text must match. */
  domains: Map<string, RegExp>
  /** Parts of references. */
  parts: Set<string>
  relations: Relation[]
  /** By item, `zh label`: the texts of each language and role. */
  labels: Map<string, Map<string, string>>
  errors: string[]
}

/** What the field publishes and every processor has: the only references that lead out. */
const PUBLISHED = new Set([
  'http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd',
  'http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd',
  'http://www.xbrl.org/2005/xbrldt-2005.xsd',
  'http://www.xbrl.org/dtr/type/nonNumeric-2009-12-16.xsd',
  'https://www.xbrl.org/2023/calculation-1.1.xsd',
])
const DIM = 'http://xbrl.org/int/dim/arcrole/'

export function readTaxonomy(files: ReadonlyMap<string, string>, entry: string): Taxonomy {
  const trees = new Map([...files].map(([name, text]) => [name, parseXml(text)]))
  const schema = trees.get(entry)
  if (!schema) throw new Error(`${entry} is not there`)
  const taxonomy: Taxonomy = {
    namespace: schema.attributes.targetNamespace,
    items: new Map(),
    domains: new Map(),
    parts: new Set(),
    relations: [],
    labels: new Map(),
    errors: [...[...files.values()].flatMap(formErrors), ...[...trees.values()].flatMap(idErrors)],
  }
  readElements(schema, taxonomy)
  const reader = { trees, entry, roles: rolesOf(schema), taxonomy }
  for (const [name, tree] of trees) if (name !== entry) readLinkbase(name, tree, reader)
  const referred = new Set(
    [...descendants(schema)]
      .filter(({ name }) => name === 'link:linkbaseRef')
      .map((ref) => ref.attributes['xlink:href']),
  )
  for (const name of trees.keys())
    if (name !== entry && !referred.has(name))
      taxonomy.errors.push(`${name} is referred to nowhere`)
  for (const href of referred) if (!trees.has(href)) taxonomy.errors.push(`${href} is not there`)
  for (const node of named(schema, 'xs:import'))
    if (!PUBLISHED.has(node.attributes.schemaLocation))
      taxonomy.errors.push(`import of ${node.attributes.schemaLocation}`)
  checkItems(taxonomy)
  checkRelations(taxonomy)
  taxonomy.errors.push(...linkErrors(schema, trees), ...patternErrors(schema))
  taxonomy.errors.push(...cycleErrors(taxonomy))
  return taxonomy
}

function readElements(schema: Node, taxonomy: Taxonomy): void {
  for (const { attributes, children } of named(schema, 'xs:element')) {
    const { name, type = '', substitutionGroup } = attributes
    if (taxonomy.items.has(name) || taxonomy.domains.has(name))
      taxonomy.errors.push(`${name} is declared twice`)
    if (substitutionGroup === 'link:part') {
      taxonomy.parts.add(`kemu:${name}`)
      continue
    }
    if (substitutionGroup === undefined) {
      const restriction = children[0].children[0]
      const patterns = restriction.children.map((facet) => facet.attributes.value)
      taxonomy.domains.set(name, new RegExp(`^(?:${patterns.join('|')})$`, 'u'))
      continue
    }
    const ref = attributes['xbrldt:typedDomainRef']
    taxonomy.items.set(name, {
      name,
      type,
      group: substitutionGroup,
      abstract: attributes.abstract === 'true',
      periodType: attributes['xbrli:periodType'],
      typedDomain: ref === undefined ? null : nameOfId(schema, ref.replace(/^#/, '')),
      balance: attributes['xbrli:balance'] ?? null,
    })
  }
}

function nameOfId(schema: Node, id: string): string {
  return schema.children.find((node) => node.attributes.id === id)?.attributes.name ?? `no ${id}`
}

interface RoleType {
  id: string
  usedOn: string[]
}

function rolesOf(schema: Node): Map<string, RoleType> {
  return new Map(
    [...descendants(schema)]
      .filter(({ name }) => name === 'link:roleType')
      .map((node) => [
        node.attributes.roleURI,
        { id: node.attributes.id, usedOn: named(node, 'link:usedOn').map(({ text }) => text) },
      ]),
  )
}

interface Reader {
  trees: ReadonlyMap<string, Node>
  entry: string
  roles: Map<string, RoleType>
  taxonomy: Taxonomy
}

const isStandard = (uri: string) => uri.startsWith('http://www.xbrl.org/2003/')

function readLinkbase(file: string, tree: Node, reader: Reader): void {
  const { taxonomy, roles, entry } = reader
  const fail = (what: string) => taxonomy.errors.push(`${file}: ${what}`)
  const refs = new Set<string>()
  for (const { attributes } of named(tree, 'link:roleRef')) {
    refs.add(attributes.roleURI)
    const role = roles.get(attributes.roleURI)
    if (!role || attributes['xlink:href'] !== `${entry}#${role.id}`)
      fail(`roleRef ${attributes.roleURI} resolves to nothing`)
  }
  for (const { attributes } of named(tree, 'link:arcroleRef')) {
    refs.add(attributes.arcroleURI)
    if (!PUBLISHED.has(attributes['xlink:href'].split('#')[0]))
      fail(`arcroleRef ${attributes['xlink:href']}`)
  }
  for (const link of tree.children.filter((node) => node.attributes['xlink:type'] === 'extended')) {
    const role = link.attributes['xlink:role']
    if (!isStandard(role)) {
      if (!refs.has(role)) fail(`${role} has no roleRef`)
      if (!roles.get(role)?.usedOn.includes(link.name)) fail(`${role} is not for ${link.name}`)
    }
    readLink(link, role, refs, reader, fail)
  }
}

function readLink(
  link: Node,
  role: string,
  refs: ReadonlySet<string>,
  reader: Reader,
  fail: (what: string) => void,
): void {
  const { taxonomy } = reader
  const ends = new Map<string, string>()
  const texts = new Map<string, Map<string, string>>()
  for (const { name, attributes, text, children } of link.children) {
    const label = attributes['xlink:label']
    if (attributes['xlink:type'] === 'locator') ends.set(label, locate(attributes, reader, fail))
    if (attributes['xlink:type'] !== 'resource') continue
    ends.set(label, label)
    if (name === 'link:reference') {
      if (children.length === 0) fail(`reference ${label} says nothing`)
      for (const part of children)
        if (!taxonomy.parts.has(part.name) || part.text === '') fail(`part ${part.name}`)
      continue
    }
    const own = texts.get(label) ?? new Map<string, string>()
    const key = `${attributes['xml:lang']} ${attributes['xlink:role'].replace(/.*\//, '')}`
    if (text.trim() === '') fail(`label ${label} is empty`)
    if (own.has(key)) fail(`${label} has two labels: ${key}`)
    texts.set(label, own.set(key, text))
  }
  const ways = new Set<string>()
  for (const { attributes } of link.children.filter((n) => n.attributes['xlink:type'] === 'arc')) {
    const way = `${attributes['xlink:from']} -> ${attributes['xlink:to']}`
    if (ways.has(way)) fail(`arc ${way} stands twice in one link`)
    ways.add(way)
    const arcrole = attributes['xlink:arcrole']
    const from = ends.get(attributes['xlink:from'])
    const to = ends.get(attributes['xlink:to'])
    const target = attributes['xbrldt:targetRole']
    if (!from || !to) {
      fail(`arc ${attributes['xlink:from']} -> ${attributes['xlink:to']} hangs`)
      continue
    }
    if (!isStandard(arcrole) && !refs.has(arcrole)) fail(`${arcrole} has no arcroleRef`)
    if (target !== undefined && !refs.has(target)) fail(`target role ${target} has no roleRef`)
    if (link.name === 'link:labelLink') {
      const known = taxonomy.labels.get(from) ?? new Map<string, string>()
      for (const [key, text] of texts.get(to) ?? []) {
        if (known.has(key)) fail(`${from} has two labels: ${key}`)
        known.set(key, text)
      }
      taxonomy.labels.set(from, known)
    } else if (link.name !== 'link:referenceLink')
      taxonomy.relations.push({ arcrole, role, from, to, attributes })
  }
}

function locate(
  attributes: Record<string, string>,
  { trees, taxonomy }: Reader,
  fail: (what: string) => void,
): string {
  const [file, id] = attributes['xlink:href'].split('#')
  const tree = trees.get(file)
  const found = tree?.children.find((node) => node.attributes.id === id)?.attributes.name
  if (found === undefined || !taxonomy.items.has(found))
    fail(`locator ${attributes['xlink:href']} resolves to no item`)
  return found ?? ''
}

function checkItems({ items, domains, labels, errors }: Taxonomy): void {
  for (const item of items.values()) {
    const { name, group, abstract, typedDomain, periodType } = item
    if (periodType !== 'duration') errors.push(`${name} is no duration`)
    if (group !== 'xbrli:item' && !abstract) errors.push(`${name} must be abstract`)
    if (item.balance !== null && item.type !== 'xbrli:monetaryItemType')
      errors.push(`${name} is no money and has a balance`)
    if (typedDomain !== null && (group !== 'xbrldt:dimensionItem' || !domains.has(typedDomain)))
      errors.push(`${name} has the domain ${typedDomain}`)
    for (const language of ['zh', 'en'])
      if (!labels.get(name)?.has(`${language} label`))
        errors.push(`${name} has no label in ${language}`)
  }
}

function checkRelations({ items, relations, labels, errors }: Taxonomy): void {
  const seen = new Set<string>()
  const sums: Relation[] = []
  const defaults = new Map<string, string>()
  const group = (name: string) => items.get(name)?.group
  for (const { arcrole, role, from, to, attributes } of relations) {
    const key = [arcrole, role, from, to].join(' ')
    if (seen.has(key)) errors.push(`arc ${key} stands twice`)
    seen.add(key)
    const wanted: Record<string, [string, string]> = {
      [`${DIM}all`]: ['xbrli:item', 'xbrldt:hypercubeItem'],
      [`${DIM}hypercube-dimension`]: ['xbrldt:hypercubeItem', 'xbrldt:dimensionItem'],
      [`${DIM}dimension-domain`]: ['xbrldt:dimensionItem', 'xbrli:item'],
      [`${DIM}dimension-default`]: ['xbrldt:dimensionItem', 'xbrli:item'],
      [`${DIM}domain-member`]: ['xbrli:item', 'xbrli:item'],
    }
    const ends = wanted[arcrole]
    if (ends && (group(from) !== ends[0] || group(to) !== ends[1])) errors.push(`ends of ${key}`)
    if (arcrole === `${DIM}all`) {
      if (attributes['xbrldt:contextElement'] !== 'scenario') errors.push(`${to}: no scenario`)
      if (!/^(?:true|false)$/.test(attributes['xbrldt:closed'])) errors.push(`${to}: open or not`)
    }
    if (/dimension-(?:domain|default)$/.test(arcrole) && items.get(from)?.typedDomain)
      errors.push(`${from} is typed and has members`)
    if (arcrole === `${DIM}dimension-default`) {
      if (defaults.has(from)) errors.push(`${from} has two defaults`)
      defaults.set(from, to)
    }
    const preferred = attributes.preferredLabel?.replace(/.*\//, '')
    for (const language of ['zh', 'en'])
      if (preferred && !labels.get(to)?.has(`${language} ${preferred}`))
        errors.push(`${to} has no ${preferred} in ${language}`)
    if (arcrole.endsWith('summation-item')) sums.push({ arcrole, role, from, to, attributes })
  }
  checkSums(sums, items, errors)
}

/** Of money, each stated once in all roles, and by the sides of a balance: XBRL 2.1, 5.1.1.2. */
function checkSums(
  sums: readonly Relation[],
  items: ReadonlyMap<string, Item>,
  errors: string[],
): void {
  const said = new Map<string, string>()
  for (const { from, to, role, attributes } of sums) {
    const key = `${from} ${to}`
    const isMoney = [from, to].every((end) => items.get(end)?.type === 'xbrli:monetaryItemType')
    if (!isMoney || from === to || !/^-?1$/.test(attributes.weight))
      errors.push(`sum ${key} in ${role}`)
    if (said.has(key)) errors.push(`sum ${key} stands in ${role} and ${said.get(key)}`)
    said.set(key, role)
    const sides = [from, to].map((end) => items.get(end)?.balance ?? null)
    const isSame = sides[0] === sides[1]
    if (!sides.includes(null) && isSame !== (attributes.weight === '1'))
      errors.push(`sum ${key} is of both sides`)
  }
}
