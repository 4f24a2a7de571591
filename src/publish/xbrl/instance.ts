/** Facts -> `foo.xml`, an XBRL 2.1 instance with Dimensions 1.0. */
import type { BudgetDocument } from '../../../schemas/document.js'
import { escapeXml } from '../text/xml.js'
import { type AmountFact, type Context, documentFacts, type Entity, type Period } from './facts.js'
import { type Measure, NAMESPACE, SCHEMA_FILE, SOURCE_CONCEPT } from './names.js'
import { TYPED, type TypedKey } from './shapes.js'

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:kemu="${NAMESPACE}">
<link:schemaRef xlink:type="simple" xlink:href="${SCHEMA_FILE}"/>
`

/** Written as text: a document has thousands of facts, and all of a fact but its names is known here. */
export function toXbrl(document: BudgetDocument): string {
  const { amounts, sha256, entity, period } = documentFacts(document)
  const ids = contextIds(amounts)
  const parts = [HEAD, contextXml('c0', entity, period, '')]
  for (const [context, id] of ids)
    parts.push(contextXml(id, context.entity, context.period, scenarioXml(context)))
  for (const unit of new Set(amounts.map((fact) => fact.unit))) parts.push(unitXml(unit))
  parts.push(`<kemu:${SOURCE_CONCEPT} id="f0" contextRef="c0">${sha256}</kemu:${SOURCE_CONCEPT}>\n`)
  for (const [i, fact] of amounts.entries())
    parts.push(factXml(fact, `f${i + 1}`, ids.get(fact.context) as string))
  if (amounts.length > 0) parts.push(footnotesXml(amounts))
  parts.push('</xbrli:xbrl>\n')
  return parts.join('')
}

function contextIds(amounts: readonly AmountFact[]): Map<Context, string> {
  const ids = new Map<Context, string>()
  for (const { context } of amounts) if (!ids.has(context)) ids.set(context, `c${ids.size + 1}`)
  return ids
}

function contextXml(id: string, entity: Entity, period: Period, scenario: string): string {
  const days =
    period === null
      ? '<xbrli:forever/>'
      : `<xbrli:startDate>${period.start}</xbrli:startDate><xbrli:endDate>${period.end}</xbrli:endDate>`
  return `<xbrli:context id="${id}"><xbrli:entity><xbrli:identifier scheme="${entity.scheme}">${escapeXml(entity.identifier)}</xbrli:identifier></xbrli:entity><xbrli:period>${days}</xbrli:period>${scenario}</xbrli:context>\n`
}

function scenarioXml({ explicit, typed }: Context): string {
  const named = Object.entries(explicit).map(
    ([dimension, member]) =>
      `<xbrldi:explicitMember dimension="kemu:${dimension}">kemu:${member}</xbrldi:explicitMember>`,
  )
  const keyed = Object.entries(typed).map(([key, text]) => {
    const { name, element } = TYPED[key as TypedKey]
    return `<xbrldi:typedMember dimension="kemu:${name}"><kemu:${element}>${escapeXml(text)}</kemu:${element}></xbrldi:typedMember>`
  })
  return `<xbrli:scenario>${named.join('')}${keyed.join('')}</xbrli:scenario>`
}

function unitXml(measure: Measure): string {
  return `<xbrli:unit id="${unitId(measure)}"><xbrli:measure>${measure}</xbrli:measure></xbrli:unit>\n`
}

function unitId(measure: Measure): string {
  return measure.slice(measure.indexOf(':') + 1)
}

function factXml(fact: AmountFact, id: string, context: string): string {
  return `<kemu:${fact.concept} id="${id}" contextRef="${context}" unitRef="${unitId(fact.unit)}" decimals="${fact.decimals}">${fact.value}</kemu:${fact.concept}>\n`
}

/** Page, box and cell of each fact. */
function footnotesXml(amounts: readonly AmountFact[]): string {
  const notes = amounts.map(footnoteXml)
  return `<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">\n${notes.join('')}</link:footnoteLink>\n`
}

function footnoteXml(fact: AmountFact, i: number): string {
  return `<link:loc xlink:type="locator" xlink:href="#f${i + 1}" xlink:label="f${i + 1}"/><link:footnote xlink:type="resource" xlink:label="n${i + 1}" xlink:role="http://www.xbrl.org/2003/role/footnote" xml:lang="en">${escapeXml(placeOf(fact))}</link:footnote><link:footnoteArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote" xlink:from="f${i + 1}" xlink:to="n${i + 1}"/>\n`
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
