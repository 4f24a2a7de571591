/** The instance against the document's JSON: every figure is exactly one fact, with the same value. */
import type { BudgetDocument, BudgetTable } from '../../../schemas/document.js'
import type { Report } from './instance.js'

const ZEROS: Record<string, number> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 }

/** Where a person would look for a figure of the JSON: its unit, and the zeros to its base. */
interface Expected {
  value: string
  unit: string
  zeros: number
}

export function jsonErrors(document: BudgetDocument, report: Report): string[] {
  const { facts, inconsistencies, href } = report
  const errors: string[] = []
  const above = document.source.file.split('/').length - 1
  if (href !== `${'../'.repeat(above)}taxonomy/kemu.xsd`) errors.push(`${href} is not the taxonomy`)
  const figures = facts.filter(({ unit, id }) => unit !== null && id !== 'document.occurrences')
  const byId = new Map(figures.map((fact) => [fact.id, fact]))
  const counted = figures.filter(({ dimensions }) => dimensions.has('OccurrenceDimension')).length
  const told = facts.find(({ id }) => id === 'document.occurrences')?.value ?? '0'
  if (told !== String(counted)) errors.push(`${counted} figures by occurrence, ${told} told`)
  const expected = new Map([
    ...document.tables.flatMap(cellsOf),
    ...document.facts.flatMap(sentenceOf),
    ...document.performance.flatMap(moneyOf),
  ])
  for (const [id, { value: printed, unit, zeros }] of expected) {
    const fact = byId.get(id)
    const { value, decimals } = shifted(printed, zeros)
    if (fact?.value !== value || fact.decimals !== String(decimals) || fact.unit !== unit)
      errors.push(`${id}: ${printed} is ${fact?.value} ${fact?.unit} ${fact?.decimals}`)
  }
  if (expected.size !== byId.size) errors.push(`${expected.size} figures, ${byId.size} facts`)
  const titles = facts.filter(({ concept }) => concept === 'SourceSha256')
  if (titles.length !== 1 || titles[0].value !== document.source.sha256) errors.push('no source')
  return [...errors, ...unreported(document, inconsistencies)]
}

const PURE = 'xbrli:pure'

function money(value: string, unit: string | null): Expected {
  const zeros = unit === null ? undefined : ZEROS[unit]
  if (zeros === undefined) return { value, unit: 'kemu:UnstatedUnit', zeros: 0 }
  return { value, unit: 'iso4217:CNY', zeros }
}

function cellsOf(table: BudgetTable): [string, Expected][] {
  return table.rows.flatMap((row) =>
    table.columns.flatMap(({ id, type, unit }): [string, Expected][] => {
      const value = row.cells[id]?.value
      if (value === null || value === undefined) return []
      if (type === 'percent') return [[`${row.id}.${id}`, { value, unit: PURE, zeros: -2 }]]
      if (type === 'count') return [[`${row.id}.${id}`, { value, unit: PURE, zeros: 0 }]]
      if (type !== 'amount') return []
      return [[`${row.id}.${id}`, money(value, row.unit ?? unit ?? table.unit)]]
    }),
  )
}

function sentenceOf(fact: BudgetDocument['facts'][number]): [string, Expected][] {
  if (fact.value === null) return []
  const value = fact.direction === 'decrease' ? `-${fact.value}` : fact.value
  if (fact.measure === 'share' || fact.measure === 'change_rate')
    return [[fact.id, { value, unit: PURE, zeros: -2 }]]
  const isMoney = fact.unit === null || `${fact.unit}元` in ZEROS || fact.unit in ZEROS
  if (fact.measure === 'amount' && !isMoney) return [[fact.id, money(value, null)]]
  if (fact.measure === 'count' || !isMoney) return [[fact.id, { value, unit: PURE, zeros: 0 }]]
  const unit = fact.unit !== null && !fact.unit.endsWith('元') ? `${fact.unit}元` : fact.unit
  return [[fact.id, money(value, unit)]]
}

function moneyOf(record: BudgetDocument['performance'][number]): [string, Expected][] {
  const lists = [
    { money: record.funding, at: record.id },
    ...record.tasks.map(({ funding }, i) => ({ money: funding, at: `${record.id}.task${i + 1}` })),
  ]
  return lists.flatMap((list) =>
    list.money.flatMap(({ value }, i): [string, Expected][] =>
      value === null ? [] : [[`${list.at}.funding${i + 1}`, money(value, record.moneyUnit)]],
    ),
  )
}

/** By moving the point in the text, not by arithmetic. */
function shifted(value: string, zeros: number): { value: string; decimals: number } {
  const [given, fraction = ''] = value.replace('-', '').split('.')
  if (zeros < 0) return lowered(value, given, fraction, -zeros)
  const whole = given
  const moved = fraction.padEnd(zeros, '0')
  const head = (whole + moved.slice(0, zeros)).replace(/^0+(?=\d)/, '')
  const tail = moved.slice(zeros).replace(/0+$/, '')
  const plain = tail === '' ? head : `${head}.${tail}`
  const sign = value.startsWith('-') && /[1-9]/.test(plain) ? '-' : ''
  return { value: sign + plain, decimals: fraction.length - zeros }
}

/** The point goes left: 12.5 in a hundred is 0.125. */
function lowered(value: string, whole: string, fraction: string, places: number) {
  const digits = whole.padStart(places + 1, '0') + fraction
  const head = digits.slice(0, digits.length - fraction.length - places).replace(/^0+(?=\d)/, '')
  const tail = digits.slice(digits.length - fraction.length - places).replace(/0+$/, '')
  const plain = tail === '' ? head : `${head}.${tail}`
  const sign = value.startsWith('-') && /[1-9]/.test(plain) ? '-' : ''
  return { value: sign + plain, decimals: fraction.length + places }
}

/** A sum that a calculation processor calls inconsistent is a sum of its row that our checks call failing. */
function unreported(
  document: BudgetDocument,
  inconsistencies: Report['inconsistencies'],
): string[] {
  const failing = new Set(
    document.tables
      .flatMap(({ checks }) => checks)
      .filter(({ outcome, left, right }) =>
        right.every(({ row }) => outcome === 'fails' && row === left.row),
      )
      .map(({ left }) => `${left.row}.${left.column}`),
  )
  return inconsistencies
    .filter(({ whole }) => !failing.has(whole.id))
    .map(({ whole, role }) => `${whole.id}: inconsistent in ${role}, unreported`)
}
