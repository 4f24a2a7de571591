/** Facts -> `foo.xml`, an XBRL 2.1 instance with Dimensions 1.0. */
import type { BudgetDocument } from '../../../schemas/document.js'
import { type AmountFact, type Context, documentFacts, type Entity, type Period } from './facts.js'
import { type Measure, NAMESPACE, SCHEMA_FILE, SOURCE_CONCEPT } from './names.js'
import { TYPED, type TypedKey } from './shapes.js'
import { around, DECLARATION, type Element, xmlOf } from './xml.js'

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
  const parts = [
    DECLARATION,
    open,
    '\n',
    xmlOf(SCHEMA_REF, contextElement('c0', entity, period, null)),
  ]
  for (const [context, id] of ids)
    parts.push(xmlOf(contextElement(id, context.entity, context.period, context)))
  for (const unit of new Set(amounts.map((fact) => fact.unit))) parts.push(xmlOf(unitElement(unit)))
  parts.push(xmlOf(sourceElement(sha256)))
  for (const [i, fact] of amounts.entries())
    parts.push(xmlOf(factElement(fact, `f${i + 1}`, ids.get(fact.context) as string)))
  if (amounts.length > 0) addFootnotes(parts, amounts)
  parts.push(close, '\n')
  return parts.join('')
}

function contextIds(amounts: readonly AmountFact[]): Map<Context, string> {
  const ids = new Map<Context, string>()
  for (const { context } of amounts) if (!ids.has(context)) ids.set(context, `c${ids.size + 1}`)
  return ids
}

function contextElement(
  id: string,
  { scheme, identifier }: Entity,
  period: Period,
  members: Pick<Context, 'explicit' | 'typed'> | null,
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

function periodElement(period: Period): Element {
  if (period === null) return { 'xbrli:forever': '' }
  return { 'xbrli:startDate': period.start, 'xbrli:endDate': period.end }
}

function scenarioElement({ explicit, typed }: Pick<Context, 'explicit' | 'typed'>): Element {
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

function factElement(fact: AmountFact, id: string, context: string): Element {
  return {
    [`kemu:${fact.concept}`]: {
      '@id': id,
      '@contextRef': context,
      '@unitRef': unitId(fact.unit),
      '@decimals': String(fact.decimals),
      '#text': fact.value,
    },
  }
}

/** Page, box and cell of each fact. */
function addFootnotes(parts: string[], amounts: readonly AmountFact[]): void {
  const [open, close] = around({
    'link:footnoteLink': {
      '@xlink:type': 'extended',
      '@xlink:role': 'http://www.xbrl.org/2003/role/link',
    },
  })
  parts.push(open, '\n')
  for (const [i, fact] of amounts.entries()) parts.push(xmlOf(footnoteElements(fact, i + 1)))
  parts.push(close, '\n')
}

function footnoteElements(fact: AmountFact, nth: number): Element {
  return {
    'link:loc': { '@xlink:type': 'locator', '@xlink:href': `#f${nth}`, '@xlink:label': `f${nth}` },
    'link:footnote': {
      '@xlink:type': 'resource',
      '@xlink:label': `n${nth}`,
      '@xlink:role': 'http://www.xbrl.org/2003/role/footnote',
      '@xml:lang': 'en',
      '#text': placeOf(fact),
    },
    'link:footnoteArc': {
      '@xlink:type': 'arc',
      '@xlink:arcrole': 'http://www.xbrl.org/2003/arcrole/fact-footnote',
      '@xlink:from': `f${nth}`,
      '@xlink:to': `n${nth}`,
    },
  }
}

/** `page=13;bbox=72,180,520,196;cell=t5.r2/total`: points from the page's top left; row and column of the JSON. */
export function placeOf({ cell, row, column }: AmountFact): string {
  const box = cell.bbox === null ? '' : `;bbox=${boxText(cell.bbox)}`
  return `page=${cell.page}${box};cell=${row}/${column}`
}

/** To a hundredth of a point: less than a hair. */
export function boxText(box: readonly number[]): string {
  return box.map((edge) => Math.round(edge * 100) / 100).join(',')
}
