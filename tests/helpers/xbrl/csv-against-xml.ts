/** xBRL-CSV against the instance in XML: the same facts, one for one. */
import type { BudgetDocument } from '../../../schemas/document.js'
import type { OutputFile } from '../../../src/publish/index.js'
import { readXbrlCsv } from './csv-reader.js'
import type { Report } from './instance.js'
import type { Taxonomy } from './taxonomy.js'

/** @returns what differs; nothing where both say the same */
export function csvErrors(
  source: BudgetDocument,
  outputs: readonly OutputFile[],
  report: Report,
  taxonomy: Taxonomy,
): string[] {
  const stem = (source.source.file.split('/').at(-1) as string)
    .replace(/\.pdf$/i, '')
    .replaceAll('#', '＃')
  const files = new Map(
    outputs.map(({ suffix, content }) => [`${stem}${suffix}`, content as string]),
  )
  const metadata = JSON.parse(files.get(`${stem}-metadata.json`) ?? '{}')
  const { facts, errors } = readXbrlCsv(metadata, files)
  if (facts.some(({ dimensions }) => dimensions.unit === 'xbrli:pure'))
    errors.push('oime:illegalPureUnit')
  const { namespaces } = metadata.documentInfo
  const fromCsv = facts.map(({ value, decimals, dimensions }) => {
    const { concept, entity, period, unit, ...members } = dimensions
    const [scheme] = entity.split(':')
    return keyOf(taxonomy, {
      concept: concept.replace(/^kemu:/, ''),
      entity: `${namespaces[scheme]} ${entity.slice(scheme.length + 1)}`,
      period: inclusive(period),
      unit: unit ?? (decimals === null ? null : 'xbrli:pure'),
      value,
      decimals,
      members: Object.entries(members).map(([name, text]) => [name.replace(/^\{.*\}/, ''), text]),
    })
  })
  const fromXml = report.facts.map((fact) =>
    keyOf(taxonomy, { ...fact, members: [...fact.dimensions] }),
  )
  const [csv, xml] = [new Set(fromCsv), new Set(fromXml)]
  if (namespaces.kemu !== taxonomy.namespace) errors.push('another namespace')
  if (fromCsv.length !== fromXml.length) errors.push(`${fromCsv.length} in CSV, ${fromXml.length}`)
  errors.push(...fromCsv.filter((key) => !xml.has(key)).map((key) => `only in CSV: ${key}`))
  errors.push(...fromXml.filter((key) => !csv.has(key)).map((key) => `only in XML: ${key}`))
  return errors
}

/** 2025-01-01T00:00:00/2026-01-01T00:00:00 is 2025-01-01..2025-12-31. */
function inclusive(period: string | undefined): string {
  if (period === undefined) return 'forever'
  const [start, end] = period.split('/').map((moment) => Date.parse(`${moment}Z`))
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10)
  return `${day(start)}..${day(end - 1000)}`
}

interface Told {
  concept: string
  entity: string
  period: string
  unit: string | null
  value: string
  decimals: string | null
  members: [string, string][]
}

function keyOf(taxonomy: Taxonomy, { members, ...fact }: Told): string {
  const told = members.map(([name, text]) => {
    const isTyped = Boolean(taxonomy.items.get(name)?.typedDomain)
    return `${name}=${isTyped ? text : text.replace(/^kemu:/, '')}`
  })
  const { concept, entity, period, unit, value, decimals } = fact
  return [concept, entity, period, unit, value, decimals, ...told.toSorted()].join('|')
}
