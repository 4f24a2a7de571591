/**
 * BudgetDocument -> XBRL instance: one fact for each printed amount, in CNY, with
 * the printed precision in `decimals`. Contexts say owner, year, table, phase and
 * row. The taxonomy that defines the names is a later issue's; the namespaces and
 * shapes are final.
 */

import { XMLBuilder } from 'fast-xml-parser'
import { Exact } from '../../schemas/decimal.js'
import type { BudgetDocument, BudgetRow, BudgetTable, Column } from '../../schemas/document.js'

export const NAMESPACE = 'urn:kemu:taxonomy:2026-11'
const ENTITY_SCHEME = 'urn:kemu:entity'
const POWER: Record<NonNullable<BudgetTable['unit']>, number> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 }

type Node = Record<string, unknown>

interface Fact {
  context: string
  concept: string
  value: string
  decimals: number
}

export function toXml(document: BudgetDocument): string {
  const contexts = new Map<string, Node>()
  const facts = document.tables.flatMap((table) => tableFacts(document, table, contexts))
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true })
  const root: Node = {
    '@_xmlns:xbrli': 'http://www.xbrl.org/2003/instance',
    '@_xmlns:link': 'http://www.xbrl.org/2003/linkbase',
    '@_xmlns:xlink': 'http://www.w3.org/1999/xlink',
    '@_xmlns:iso4217': 'http://www.xbrl.org/2003/iso4217',
    '@_xmlns:xbrldi': 'http://xbrl.org/2006/xbrldi',
    '@_xmlns:kemu': NAMESPACE,
    'link:schemaRef': { '@_xlink:type': 'simple', '@_xlink:href': 'taxonomy/kemu.xsd' },
    'xbrli:context': [...contexts.values()],
    'xbrli:unit': { '@_id': 'CNY', 'xbrli:measure': 'iso4217:CNY' },
    ...byConcept(facts),
  }
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    'xbrli:xbrl': root,
  })
}

function byConcept(facts: Fact[]): Node {
  const groups: Record<string, Node[]> = {}
  for (const { context, concept, value, decimals } of facts) {
    groups[`kemu:${concept}`] ??= []
    groups[`kemu:${concept}`].push({
      '@_contextRef': context,
      '@_unitRef': 'CNY',
      '@_decimals': decimals,
      '#text': value,
    })
  }
  return groups
}

/** A table without a known unit has no amount in CNY: its figures are in the JSON, not here. */
function tableFacts(
  document: BudgetDocument,
  table: BudgetTable,
  contexts: Map<string, Node>,
): Fact[] {
  if (table.unit === null) return []
  const power = POWER[table.unit]
  const columns = table.columns.filter((column) => column.type === 'amount')
  return table.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const value = row.cells[column.id]?.value
      if (value === null || value === undefined) return []
      const id = contextId(row, column)
      if (!contexts.has(id)) contexts.set(id, contextNode(id, document, table, row, column))
      return [
        {
          context: id,
          concept: conceptOf(column),
          value: scale(value, power),
          decimals: decimalsOf(value, power),
        },
      ]
    }),
  )
}

/** Exactly the printed figure in 元: 万元 with two places move by four, no digit is lost or made up. */
export function scale(value: string, power: number): string {
  return new Exact(value).times(new Exact(10).pow(power)).toFixed()
}

export function decimalsOf(value: string, power: number): number {
  return (value.split('.')[1]?.length ?? 0) - power
}

/** `basic.personnel` -> BasicPersonnel; a column of unknown meaning is Amount, with its header in the context. */
export function conceptOf(column: Column): string {
  if (column.meaning === null) return 'Amount'
  return (
    column.meaning
      .split(/[._]/)
      .filter((atom) => atom !== 'previous' && atom !== 'year')
      .map((atom) => atom[0].toUpperCase() + atom.slice(1))
      .join('') || 'Amount'
  )
}

function contextId(row: BudgetRow, column: Column): string {
  const tail =
    column.meaning === null
      ? `-${column.id}`
      : column.meaning.startsWith('previous_year')
        ? '-previous'
        : ''
  return `c-${row.id}${tail}`.replace(/[^\w.-]/g, '_')
}

function contextNode(
  id: string,
  document: BudgetDocument,
  table: BudgetTable,
  row: BudgetRow,
  column: Column,
): Node {
  const { department, fiscalYear } = document.report
  return {
    '@_id': id,
    'xbrli:entity': {
      'xbrli:identifier': { '@_scheme': ENTITY_SCHEME, '#text': department ?? '未印单位' },
    },
    'xbrli:period':
      fiscalYear === null
        ? { 'xbrli:forever': '' }
        : { 'xbrli:startDate': `${fiscalYear}-01-01`, 'xbrli:endDate': `${fiscalYear}-12-31` },
    'xbrli:scenario': {
      'xbrldi:explicitMember': [
        member('TableDimension', `kemu:${camel(table.kind)}Table`),
        member('PhaseDimension', `kemu:${phaseOf(document, column)}`),
      ],
      'xbrldi:typedMember': typedMembers(row, column),
    },
  }
}

function member(dimension: string, text: string): Node {
  return { '@_dimension': `kemu:${dimension}`, '#text': text }
}

function camel(name: string): string {
  return name
    .split('_')
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('')
}

function phaseOf(document: BudgetDocument, column: Column): string {
  if (column.meaning?.startsWith('previous_year')) return 'PreviousYearPhase'
  return document.report.kind === 'final_accounts' ? 'ExecutedPhase' : 'BudgetPhase'
}

/** What identifies the row: its codes where it has them, and always its place, so that no two facts collide. */
function typedMembers(row: BudgetRow, column: Column): Node[] {
  const typed = (dimension: string, element: string, text: string): Node => ({
    '@_dimension': `kemu:${dimension}`,
    [`kemu:${element}`]: text,
  })
  const system =
    { '2': 'Function', '3': 'DepartmentEconomic', '5': 'GovernmentEconomic' }[
      row.code?.[0] ?? ''
    ] ?? 'Local'
  return [
    typed('RowDimension', 'row', row.id),
    ...(row.name ? [typed('NameDimension', 'name', row.name)] : []),
    ...(row.code
      ? [typed(`${system}Dimension`, `${system[0].toLowerCase()}${system.slice(1)}Code`, row.code)]
      : []),
    ...(row.governmentCode
      ? [typed('GovernmentEconomicDimension', 'governmentEconomicCode', row.governmentCode)]
      : []),
    ...(row.unitCode ? [typed('UnitDimension', 'unitCode', row.unitCode)] : []),
    ...(row.panel ? [typed('PanelDimension', 'panel', row.panel)] : []),
    ...(column.meaning === null
      ? [typed('HeaderDimension', 'header', column.path.join('/') || column.id)]
      : []),
  ]
}
