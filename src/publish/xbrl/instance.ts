/** Facts -> `foo.xml`, an XBRL 2.1 instance with Dimensions 1.0. */
import type { BudgetDocument } from '../../../schemas/document.js'
import { type AmountFact, type Context, documentFacts, type Entity, type Period } from './facts.js'
import { type Measure, NAMESPACE, SCHEMA_FILE, SOURCE_CONCEPT } from './names.js'
import { TYPED, type TypedKey } from './shapes.js'
import { around, DECLARATION, type Element, escaped, HOLE, Shape, Xml } from './xml.js'

const NAMESPACES = {
  '@xmlns:xbrli': 'http://www.xbrl.org/2003/instance',
  '@xmlns:link': 'http://www.xbrl.org/2003/linkbase',
  '@xmlns:xlink': 'http://www.w3.org/1999/xlink',
  '@xmlns:iso4217': 'http://www.xbrl.org/2003/iso4217',
  '@xmlns:xbrldi': 'http://xbrl.org/2006/xbrldi',
  '@xmlns:kemu': NAMESPACE,
}
const SCHEMA_REF = {
  'link:schemaRef': { '@xlink:type': 'simple', '@xlink:href': SCHEMA_FILE },
}

export function toXbrl(document: BudgetDocument): string {
  const { amounts, sha256, entity, period } = documentFacts(document)
  const ids = contextIds(amounts)
  const [open, close] = around({ 'xbrli:xbrl': NAMESPACES })
  const xml = new Xml()
  xml.put(`${DECLARATION}${open}\n`)
  xml.add(SCHEMA_REF)
  xml.add(contextElement('c0', entity, period, null))
  for (const [context, id] of ids) xml.put(`${contextText(id, context)}\n`)
  for (const unit of new Set(amounts.map((fact) => fact.unit))) xml.add(unitElement(unit))
  xml.add(sourceElement(sha256))
  for (const [i, fact] of amounts.entries())
    xml.put(`${factText(fact, `f${i + 1}`, ids.get(fact.context) as string)}\n`)
  if (amounts.length > 0) addFootnotes(xml, amounts)
  xml.put(`${close}\n`)
  return xml.toString()
}

function contextIds(amounts: readonly AmountFact[]): Map<Context, string> {
  const ids = new Map<Context, string>()
  for (const { context } of amounts) if (!ids.has(context)) ids.set(context, `c${ids.size + 1}`)
  return ids
}

interface Members {
  explicit: Readonly<Partial<Record<keyof Context['explicit'], string>>>
  typed: Context['typed']
}

function contextElement(
  id: string,
  { scheme, identifier }: Entity,
  period: Period,
  members: Members | null,
): Element {
  return {
    'xbrli:context': {
      '@id': id,
      'xbrli:entity': { 'xbrli:identifier': { '@scheme': scheme, '#text': identifier } },
      'xbrli:period': periodElement(period),
      ...(members && { 'xbrli:scenario': scenarioElement(members) }),
    },
  }
}

/** By what they have of dimensions: a few, whatever the document. */
const contextShapes = new Map<string, Shape>()

function contextText(id: string, { entity, period, explicit, typed }: Context): string {
  const key = [...Object.keys(explicit), ...Object.keys(typed), period ? '' : 'forever'].join(' ')
  let shape = contextShapes.get(key)
  if (!shape) {
    const hollow = { scheme: HOLE, identifier: HOLE }
    const days = period && { start: HOLE, end: HOLE }
    const members = { explicit: hollowed(explicit), typed: hollowed(typed) }
    shape = new Shape(contextElement(HOLE, hollow, days, members))
    contextShapes.set(key, shape)
  }
  const texts = [id, entity.scheme, escaped(entity.identifier)]
  if (period) texts.push(period.start, period.end)
  for (const member of Object.values(explicit)) texts.push(member)
  for (const text of Object.values(typed)) texts.push(escaped(text))
  return shape.fill(texts)
}

function hollowed<Members extends object>(members: Members): Record<keyof Members, string> {
  const holes = Object.keys(members).map((key) => [key, HOLE])
  return Object.fromEntries(holes) as Record<keyof Members, string>
}

function periodElement(period: Period): Element {
  if (period === null) return { 'xbrli:forever': '' }
  return { 'xbrli:startDate': period.start, 'xbrli:endDate': period.end }
}

function scenarioElement({ explicit, typed }: Members): Element {
  const named = Object.entries(explicit).map(([dimension, member]) => ({
    '@dimension': `kemu:${dimension}`,
    '#text': `kemu:${member}`,
  }))
  const keyed = Object.entries(typed).map(([key, text]) => {
    const { name, element } = TYPED[key as TypedKey]
    return { '@dimension': `kemu:${name}`, [`kemu:${element}`]: text }
  })
  return { 'xbrldi:explicitMember': named, 'xbrldi:typedMember': keyed }
}

function unitElement(measure: Measure): Element {
  return { 'xbrli:unit': { '@id': unitId(measure), 'xbrli:measure': measure } }
}

function unitId(measure: Measure): string {
  return measure.slice(measure.indexOf(':') + 1)
}

function sourceElement(sha256: string): Element {
  return { [`kemu:${SOURCE_CONCEPT}`]: { '@id': 'f0', '@contextRef': 'c0', '#text': sha256 } }
}

/** By concept and unit. */
const factShapes = new Map<string, Shape>()

function factText({ concept, unit, decimals, value }: AmountFact, id: string, context: string) {
  const key = `${concept} ${unit}`
  let shape = factShapes.get(key)
  if (!shape) {
    shape = new Shape(factElement(concept, unit))
    factShapes.set(key, shape)
  }
  return shape.fill([id, context, String(decimals), value])
}

function factElement(concept: string, unit: Measure): Element {
  return {
    [`kemu:${concept}`]: {
      '@id': HOLE,
      '@contextRef': HOLE,
      '@unitRef': unitId(unit),
      '@decimals': HOLE,
      '#text': HOLE,
    },
  }
}

/** Page, box and cell of each fact. */
function addFootnotes(xml: Xml, amounts: readonly AmountFact[]): void {
  const [open, close] = around({
    'link:footnoteLink': {
      '@xlink:type': 'extended',
      '@xlink:role': 'http://www.xbrl.org/2003/role/link',
    },
  })
  xml.put(`${open}\n`)
  for (let i = 0; i < amounts.length; i++) {
    const nth = String(i + 1)
    xml.put(`${FOOTNOTE.fill([nth, nth, nth, escaped(placeOf(amounts[i])), nth, nth])}\n`)
  }
  xml.put(`${close}\n`)
}

/** The nth fact with the nth footnote. */
const FOOTNOTE = new Shape({
  'link:loc': {
    '@xlink:type': 'locator',
    '@xlink:href': `#f${HOLE}`,
    '@xlink:label': `f${HOLE}`,
  },
  'link:footnote': {
    '@xlink:type': 'resource',
    '@xlink:label': `n${HOLE}`,
    '@xlink:role': 'http://www.xbrl.org/2003/role/footnote',
    '@xml:lang': 'en',
    '#text': HOLE,
  },
  'link:footnoteArc': {
    '@xlink:type': 'arc',
    '@xlink:arcrole': 'http://www.xbrl.org/2003/arcrole/fact-footnote',
    '@xlink:from': `f${HOLE}`,
    '@xlink:to': `n${HOLE}`,
  },
})

/** `page=13;bbox=72,180,520,196;cell=t5.r2/total`: points from the page's top left; row and column of the JSON. */
export function placeOf({ cell, row, column }: AmountFact): string {
  const box = cell.bbox === null ? '' : `;bbox=${boxText(cell.bbox)}`
  return `page=${cell.page}${box};cell=${row}/${column}`
}

/** To a hundredth of a point: less than a hair. */
export function boxText(box: readonly number[]): string {
  return box.map((edge) => Math.round(edge * 100) / 100).join(',')
}
