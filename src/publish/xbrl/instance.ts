/** Facts -> `foo.xml`, an XBRL 2.1 instance with Dimensions 1.0. */
import type { BudgetDocument } from '../../../schemas/document.js'
import type { Context, Entity, Fact, Period } from './context.js'
import {
  EXPLICIT,
  type ExplicitKey,
  type Members,
  TYPED,
  type TypedKey,
  type TypedMembers,
} from './dimensions.js'
import { documentFacts } from './facts.js'
import { type Measure, NAMESPACE, PURE, SCHEMA_NAME } from './names.js'
import { around, DECLARATION, type Element, escaped, HOLE, Shape, Xml } from './xml.js'

const XBRLI = 'http://www.xbrl.org/2003/instance'
/** What all contexts are made of needs no prefix; a measure is named by one. */
const NAMESPACES = {
  '@xmlns': XBRLI,
  '@xmlns:link': 'http://www.xbrl.org/2003/linkbase',
  '@xmlns:xlink': 'http://www.w3.org/1999/xlink',
  '@xmlns:iso4217': 'http://www.xbrl.org/2003/iso4217',
  '@xmlns:xbrldi': 'http://xbrl.org/2006/xbrldi',
  '@xmlns:kemu': NAMESPACE,
}

/** The taxonomy lies at the root of the outputs, whatever folder a document lies in. */
export function schemaHref({ source }: BudgetDocument): string {
  const above = '../'.repeat(source.file.split('/').length - 1)
  return `${above}taxonomy/${SCHEMA_NAME}`
}

/** @param href of the taxonomy's schema, from where the instance lies */
export function toXbrl(document: BudgetDocument, href = schemaHref(document)): string {
  const { facts, entity, period } = documentFacts(document)
  const ids = contextIds(facts)
  const units = new Set(facts.flatMap(({ unit }) => unit ?? []))
  const pure: Element = units.has(PURE) ? { '@xmlns:xbrli': XBRLI } : {}
  const [open, close] = around({ xbrl: { ...NAMESPACES, ...pure } })
  const xml = new Xml()
  xml.put(`${DECLARATION}${open}\n`)
  xml.add({ 'link:schemaRef': { '@xlink:type': 'simple', '@xlink:href': href } })
  xml.add(contextElement(WHOLE, entity, period, null))
  for (const [context, id] of ids) xml.put(`${contextText(id, entity, context)}\n`)
  for (const unit of units) xml.add(unitElement(unit))
  for (const fact of facts)
    xml.put(`${factText(fact, fact.context ? (ids.get(fact.context) as string) : WHOLE)}\n`)
  xml.put(`${close}\n`)
  return xml.toString()
}

/** The context of the document as a whole. */
const WHOLE = 'c'

function contextIds(facts: readonly Fact[]): Map<Context, string> {
  const ids = new Map<Context, string>()
  for (const { context } of facts)
    if (context && !ids.has(context)) ids.set(context, `c${ids.size + 1}`)
  return ids
}

interface Dimensions {
  members: Members
  typed: TypedMembers
}

function contextElement(
  id: string,
  { scheme, identifier }: Entity,
  period: Period,
  dimensions: Dimensions | null,
): Element {
  return {
    context: {
      '@id': id,
      entity: { identifier: { '@scheme': scheme, '#text': identifier } },
      period: periodElement(period),
      ...(dimensions && { scenario: scenarioElement(dimensions) }),
    },
  }
}

/** By what they have of dimensions: a few, whatever the document. */
const contextShapes = new Map<string, Shape>()

function contextText(id: string, entity: Entity, { period, members, typed }: Context): string {
  const named = `${Object.keys(members).join(' ')}|${Object.keys(typed).join(' ')}`
  const key = period ? named : `${named}|forever`
  let shape = contextShapes.get(key)
  if (!shape) {
    const hollow = { scheme: HOLE, identifier: HOLE }
    const days = period && { start: HOLE, end: HOLE }
    const dimensions = { members: hollowed(members), typed: hollowed(typed) }
    shape = new Shape(contextElement(HOLE, hollow, days, dimensions))
    contextShapes.set(key, shape)
  }
  const texts = [id, entity.scheme, escaped(entity.identifier)]
  if (period) texts.push(period.start, period.end)
  for (const member of Object.values(members)) texts.push(member)
  for (const text of Object.values(typed)) texts.push(escaped(text))
  return shape.fill(texts)
}

function hollowed<Own extends object>(members: Own): Record<keyof Own, string> {
  const holes = Object.keys(members).map((key) => [key, HOLE])
  return Object.fromEntries(holes) as Record<keyof Own, string>
}

function periodElement(period: Period): Element {
  if (period === null) return { forever: '' }
  return { startDate: period.start, endDate: period.end }
}

function scenarioElement({ members, typed }: Dimensions): Element {
  const named = Object.entries(members).map(([key, member]) => ({
    '@dimension': `kemu:${EXPLICIT[key as ExplicitKey].name}`,
    '#text': `kemu:${member}`,
  }))
  const keyed = Object.entries(typed).map(([key, text]): Element => {
    const { name, element } = TYPED[key as TypedKey]
    return { '@dimension': `kemu:${name}`, [`kemu:${element}`]: text as string }
  })
  return { 'xbrldi:explicitMember': named, 'xbrldi:typedMember': keyed }
}

function unitElement(measure: Measure): Element {
  return { unit: { '@id': unitId(measure), measure } }
}

function unitId(measure: Measure): string {
  return measure.slice(measure.indexOf(':') + 1)
}

/** By concept and unit. */
const factShapes = new Map<string, Shape>()

function factText({ id, concept, unit, decimals, value }: Fact, context: string): string {
  const key = `${concept} ${unit}`
  let shape = factShapes.get(key)
  if (!shape) {
    shape = new Shape(factElement(concept, unit))
    factShapes.set(key, shape)
  }
  return shape.fill(
    unit === null ? [id, context, escaped(value)] : [id, context, String(decimals), value],
  )
}

function factElement(concept: string, unit: Measure | null): Element {
  const number: Element = unit === null ? {} : { '@unitRef': unitId(unit), '@decimals': HOLE }
  return {
    [`kemu:${concept}`]: { '@id': HOLE, '@contextRef': HOLE, ...number, '#text': HOLE },
  }
}
