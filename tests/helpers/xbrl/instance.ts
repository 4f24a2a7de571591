/** Reads an instance and says what is wrong with it against a taxonomy. */
import { type Hypercubes, hypercubesOf } from './hypercubes.js'
import type { Taxonomy } from './taxonomy.js'
import { descendants, formErrors, idErrors, type Node, named, parseXml } from './tree.js'

export interface Fact {
  id: string
  concept: string
  /** Entity, period, unit and members: what makes it this fact and no other. */
  aspects: string
  /** The aspects without the concept: what facts that add up share. */
  context: string
  dimensions: Map<string, string>
  entity: string
  period: string
  unit: string | null
  value: string
  decimals: string | null
}

export interface Inconsistency {
  whole: Fact
  role: string
}

export interface Report {
  facts: Fact[]
  errors: string[]
  /** Where it says that the taxonomy is. */
  href: string
  inconsistencies: Inconsistency[]
}

interface Context {
  entity: string
  period: string
  dimensions: Map<string, string>
}

/** Which measures a numeric concept's type takes. */
const MEASURES: Record<string, readonly string[]> = {
  'xbrli:monetaryItemType': ['iso4217:CNY'],
  'xbrli:decimalItemType': ['kemu:UnstatedUnit', 'xbrli:pure'],
  'xbrli:pureItemType': ['xbrli:pure'],
}
const SUMMATION = 'https://xbrl.org/2023/arcrole/summation-item'

export function readInstance(xml: string, taxonomy: Taxonomy): Report {
  const root = parseXml(xml)
  const cubes = hypercubesOf(taxonomy)
  const errors = [...formErrors(xml), ...idErrors(root)]
  const contexts = contextsOf(root, taxonomy, cubes, errors)
  const units = unitsOf(root, errors)
  if (root.attributes['xmlns:kemu'] !== taxonomy.namespace) errors.push('another namespace')
  const href = named(root, 'link:schemaRef')[0]?.attributes['xlink:href'] ?? ''
  if (!/^(?:\.\.\/)*taxonomy\/kemu\.xsd$/.test(href)) errors.push('no schemaRef')
  if (root.attributes.xmlns !== 'http://www.xbrl.org/2003/instance') errors.push('no instance')
  const facts = root.children
    .filter(({ name }) => name.startsWith('kemu:'))
    .map((node) => factOf(node, taxonomy, contexts, units, errors))
  for (const fact of facts) checkCubes(fact, cubes, taxonomy, errors)
  checkDuplicates(facts, errors)
  const entities = new Set(facts.map(({ entity }) => entity))
  if (entities.size > 1) errors.push(`${entities.size} entities`)
  return { facts, errors, href, inconsistencies: inconsistenciesOf(facts, taxonomy) }
}

function contextsOf(
  root: Node,
  taxonomy: Taxonomy,
  cubes: Hypercubes,
  errors: string[],
): Map<string, Context> {
  const contexts = new Map<string, Context>()
  const seen = new Map<string, string>()
  for (const node of named(root, 'context')) {
    const { id } = node.attributes
    const identifier = [...descendants(node)].find(({ name }) => name === 'identifier')
    const entity = `${identifier?.attributes.scheme} ${identifier?.text}`
    if (!identifier?.text || /\s/.test(identifier.text) || !identifier.attributes.scheme)
      errors.push(`context ${id}: entity ${entity}`)
    const dimensions = membersOf(node, id, taxonomy, cubes, errors)
    const context = { entity, period: periodOf(node, errors), dimensions }
    const key = `${entity}|${context.period}|${membersKey(dimensions)}`
    if (seen.has(key)) errors.push(`contexts ${id} and ${seen.get(key)} are one`)
    seen.set(key, id)
    contexts.set(id, context)
  }
  return contexts
}

function membersKey(dimensions: ReadonlyMap<string, string>): string {
  return [...dimensions]
    .map(([name, text]) => `${name}=${text}`)
    .toSorted()
    .join('|')
}

function periodOf(context: Node, errors: string[]): string {
  const [period] = named(context, 'period')
  if (named(period, 'forever').length === 1) return 'forever'
  const [start, end] = ['startDate', 'endDate'].map((name) => named(period, name)[0]?.text ?? '')
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
  if (!isDay(start) || !isDay(end) || start > end)
    errors.push(`context ${context.attributes.id}: period ${start} ${end}`)
  return `${start}..${end}`
}

function membersOf(
  context: Node,
  id: string,
  taxonomy: Taxonomy,
  cubes: Hypercubes,
  errors: string[],
): Map<string, string> {
  const dimensions = new Map<string, string>()
  const fail = (what: string) => errors.push(`context ${id}: ${what}`)
  if ([...descendants(context)].some(({ name }) => name === 'segment')) fail('a segment')
  for (const member of named(context, 'scenario')[0]?.children ?? []) {
    const dimension = member.attributes.dimension?.replace(/^kemu:/, '')
    const item = taxonomy.items.get(dimension)
    if (item?.group !== 'xbrldt:dimensionItem') fail(`${dimension} is no dimension`)
    if (dimensions.has(dimension)) fail(`${dimension} stands twice`)
    const isTyped = member.name === 'xbrldi:typedMember'
    if (isTyped !== Boolean(item?.typedDomain)) fail(`${dimension} is of the other sort`)
    if (!isTyped && cubes.defaults.get(dimension) === member.text.replace(/^kemu:/, ''))
      fail(`${dimension} states its default`)
    const text = isTyped ? typedText(member, item?.typedDomain, taxonomy, fail) : member.text
    dimensions.set(dimension, isTyped ? text : text.replace(/^kemu:/, ''))
  }
  return dimensions
}

function typedText(
  member: Node,
  domain: string | null | undefined,
  taxonomy: Taxonomy,
  fail: (what: string) => void,
): string {
  const [child, ...rest] = member.children
  if (child?.name !== `kemu:${domain}` || rest.length > 0 || child.children.length > 0)
    fail(`${member.attributes.dimension} holds ${child?.name}`)
  else if (!taxonomy.domains.get(domain as string)?.test(child.text))
    fail(`"${child.text}" is no ${domain}`)
  return child?.text ?? ''
}

function unitsOf(root: Node, errors: string[]): Map<string, string> {
  return new Map(
    named(root, 'unit').map((unit) => {
      const measure = unit.children.map(({ text }) => text).join('*')
      if (!Object.values(MEASURES).flat().includes(measure)) errors.push(`unit ${measure}`)
      if (measure.startsWith('xbrli:') && !root.attributes['xmlns:xbrli']) errors.push('no xbrli')
      return [unit.attributes.id, measure]
    }),
  )
}

function factOf(
  { name, attributes, text }: Node,
  taxonomy: Taxonomy,
  contexts: ReadonlyMap<string, Context>,
  units: ReadonlyMap<string, string>,
  errors: string[],
): Fact {
  const { id, contextRef, unitRef, decimals = null } = attributes
  const fail = (what: string) => errors.push(`fact ${id}: ${what}`)
  const item = taxonomy.items.get(name.replace(/^kemu:/, ''))
  const context = contexts.get(contextRef)
  const unit = unitRef === undefined ? null : (units.get(unitRef) ?? null)
  if (!item || item.abstract || item.group !== 'xbrli:item') fail(`${name} is no concept`)
  if (!context) fail(`context ${contextRef} is not there`)
  const measures = MEASURES[item?.type ?? '']
  if (measures !== undefined) {
    if (unit === null) fail(`unit ${unitRef} is not there`)
    else if (!measures.includes(unit)) fail(`${item?.type} in ${unit}`)
    checkNumber(text, decimals, fail)
  } else if (unitRef !== undefined || decimals !== null) fail('text with a unit or decimals')
  const { entity = '', period = '', dimensions = new Map() } = context ?? {}
  const own = `${entity}|${period}|${unit}|${membersKey(dimensions)}`
  return {
    id,
    concept: item?.name ?? name,
    aspects: `${item?.name}|${own}`,
    context: own,
    dimensions,
    entity,
    period,
    unit,
    value: text,
    decimals,
  }
}

function checkNumber(text: string, decimals: string | null, fail: (what: string) => void): void {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) fail(`"${text}" is no number`)
  if (!/^(?:INF|-?\d+)$/.test(decimals ?? '')) fail(`decimals ${decimals}`)
  if (!/^-?\d+$/.test(decimals ?? '')) return
  const places = Number(decimals)
  const [whole, fraction = ''] = text.replace('-', '').split('.')
  const excess = places >= 0 ? fraction.slice(places) : whole.slice(places) + fraction
  if (/[1-9]/.test(excess)) fail(`${text} has more digits than decimals ${decimals}`)
}

/** Dimensions 1.0: in exactly one of the concept's hypercubes, nothing missing; and nothing more but what is typed. */
function checkCubes(
  fact: Fact,
  hypercubes: Hypercubes,
  taxonomy: Taxonomy,
  errors: string[],
): void {
  const { concept, dimensions } = fact
  const cubes = hypercubes.of(concept)
  if (cubes.length === 0) {
    if (dimensions.size > 0) errors.push(`fact ${fact.id}: ${concept} takes no dimensions`)
    return
  }
  const fits = cubes.filter((cube) => {
    for (const [dimension, members] of cube.dimensions) {
      const own = dimensions.get(dimension) ?? hypercubes.defaults.get(dimension)
      if (own === undefined || (members !== null && !members.has(own))) return false
    }
    const rest = [...dimensions.keys()].filter((dimension) => !cube.dimensions.has(dimension))
    return rest.length === 0 || (!cube.closed && rest.every((each) => isTyped(each, taxonomy)))
  })
  if (fits.length !== 1) errors.push(`fact ${fact.id}: ${concept} fits ${fits.length} hypercubes`)
}

function checkDuplicates(facts: readonly Fact[], errors: string[]): void {
  const seen = new Map<string, Fact>()
  for (const fact of facts) {
    const other = seen.get(fact.aspects)
    if (other && (other.value !== fact.value || other.decimals !== fact.decimals))
      errors.push(`facts ${other.id} and ${fact.id} are one: ${other.value}, ${fact.value}`)
    seen.set(fact.aspects, fact)
  }
}

const isTyped = (dimension: string, { items }: Taxonomy) =>
  Boolean(items.get(dimension)?.typedDomain)

interface Sum {
  role: string
  whole: string
  items: [string, string][]
}

const knownSums = new WeakMap<Taxonomy, Map<string, Sum>>()

function sumsOf(taxonomy: Taxonomy): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { arcrole, role, from, to, attributes } of taxonomy.relations) {
    if (arcrole !== SUMMATION) continue
    const sum = sums.get(`${role} ${from}`) ?? { role, whole: from, items: [] }
    sum.items.push([to, attributes.weight])
    sums.set(`${role} ${from}`, sum)
  }
  return sums
}

/** Calculations 1.1, rounding to nearest: sums whose interval and their parts' do not meet. */
function inconsistenciesOf(facts: readonly Fact[], taxonomy: Taxonomy): Inconsistency[] {
  const sums = knownSums.get(taxonomy) ?? sumsOf(taxonomy)
  knownSums.set(taxonomy, sums)
  const byContext = new Map<string, Map<string, Fact>>()
  for (const fact of facts) {
    const known = byContext.get(fact.context) ?? new Map()
    byContext.set(fact.context, known.set(fact.concept, fact))
  }
  return [...byContext.values()].flatMap((context) =>
    [...sums.values()].flatMap(({ role, whole, items }) => {
      const total = context.get(whole)
      const parts = items.flatMap(([item, weight]) => {
        const part = context.get(item)
        return part ? [{ part, weight: BigInt(weight) }] : []
      })
      if (!total || parts.length === 0) return []
      return meets(total, parts) ? [] : [{ whole: total, role }]
    }),
  )
}

/** In units of the last place of 12 decimals, as big integers: exact. */
function meets(total: Fact, parts: readonly { part: Fact; weight: bigint }[]): boolean {
  const sum = parts.reduce((all, { part, weight }) => all + weight * fixed(part.value), 0n)
  const slack = [total, ...parts.map(({ part }) => part)].reduce((all, f) => all + halfUnit(f), 0n)
  const difference = fixed(total.value) - sum
  return (difference < 0n ? -difference : difference) <= slack
}

const PLACES = 12

function fixed(text: string): bigint {
  const [whole, fraction = ''] = text.replace('-', '').split('.')
  const digits = BigInt(whole + fraction.padEnd(PLACES, '0'))
  return text.startsWith('-') ? -digits : digits
}

function halfUnit({ decimals }: Fact): bigint {
  return decimals === 'INF' ? 0n : 10n ** BigInt(PLACES - Number(decimals)) / 2n
}
