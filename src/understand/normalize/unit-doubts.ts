/** What a table's figures are in, where the page states two units for them, or none: a wrong scale is a wrong figure. */
import type { BudgetTable, Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'

const STATED = /[千万亿]?元/g

export function unitDoubts(raw: RawTable, table: BudgetTable): Issue[] {
  const amounts = table.columns.filter((column) => column.type === 'amount')
  const hasFigures = table.rows.some(({ cells }) =>
    amounts.some(({ id }) => (cells[id]?.value ?? null) !== null),
  )
  // Of a table of no known kind nothing is known, its unit neither: 單位：新臺幣千元.
  if (!hasFigures || table.kind === 'unrecognized') return []
  const others = amounts.map(({ unit }) => unit).filter((unit) => unit !== undefined)
  if (table.unit === null)
    return others.length < amounts.length ? [finding('unit_unknown', {})] : []
  // A header with a unit of its own overrides the table's; where most have one, the table's is in doubt.
  const inHeaders = others.length > 1 && 2 * others.length > amounts.length ? others : []
  const stated = new Set([...(fold(raw.unitLine ?? '').match(STATED) ?? []), ...inHeaders])
  return stated.size > 1 ? [finding('unit_conflict', { units: [...stated] })] : []
}
