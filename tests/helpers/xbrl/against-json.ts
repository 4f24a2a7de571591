/** The instance against the document's JSON: every amount is exactly one fact, with the same value. */
import type { BudgetDocument } from '../../../schemas/document.js'
import type { Report } from './instance.js'

const ZEROS: Record<string, number> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 }

export function jsonErrors(document: BudgetDocument, { facts, inconsistencies }: Report): string[] {
  const errors: string[] = []
  const byCell = new Map(
    facts.filter(({ unit }) => unit !== null).map((fact) => [cellOf(fact.note), fact]),
  )
  const amounts = facts.filter(({ unit }) => unit !== null).length
  if (byCell.size !== amounts) errors.push(`${amounts} facts of ${byCell.size} cells`)
  let expected = 0
  for (const table of document.tables) {
    const columns = table.columns.filter(({ type }) => type === 'amount')
    for (const row of table.rows) {
      for (const { id } of columns) {
        const cell = row.cells[id]
        if (!cell || cell.value === null) continue
        expected += 1
        const fact = byCell.get(`${row.id}/${id}`)
        const { value, decimals } = shifted(cell.value, table.unit === null ? 0 : ZEROS[table.unit])
        const unit = table.unit === null ? 'kemu:UnstatedUnit' : 'iso4217:CNY'
        if (fact?.value !== value || fact.decimals !== String(decimals) || fact.unit !== unit)
          errors.push(`${row.id}/${id}: ${cell.value} ${table.unit} is ${fact?.value}`)
        if (fact?.note?.startsWith(`page=${cell.page};`) === false)
          errors.push(`${row.id}/${id}: ${fact.note}`)
      }
    }
  }
  if (expected !== amounts) errors.push(`${expected} amounts, ${amounts} facts`)
  return [...errors, ...unreported(document, inconsistencies)]
}

function cellOf(note: string | null): string {
  return /cell=(.*)$/.exec(note ?? '')?.[1] ?? ''
}

/** By moving the point in the text, not by arithmetic. */
function shifted(value: string, zeros: number): { value: string; decimals: number } {
  const [whole, fraction = ''] = value.replace('-', '').split('.')
  const moved = fraction.padEnd(zeros, '0')
  const head = (whole + moved.slice(0, zeros)).replace(/^0+(?=\d)/, '')
  const tail = moved.slice(zeros).replace(/0+$/, '')
  const plain = tail === '' ? head : `${head}.${tail}`
  const sign = value.startsWith('-') && /[1-9]/.test(plain) ? '-' : ''
  return { value: sign + plain, decimals: fraction.length - zeros }
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
      .map(({ left }) => `${left.row}/${left.column}`),
  )
  return inconsistencies
    .filter(({ whole }) => !failing.has(cellOf(whole.note)))
    .map(({ whole, role }) => `${cellOf(whole.note)}: inconsistent in ${role}, unreported`)
}
