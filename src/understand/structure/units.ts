/** The unit of each row: its own, or that of the unit's row that it stands below. */
import type { BudgetRow } from '../../../schemas/document.js'

interface Unit {
  name: string | null
  code: string | null
}

/** A row's own column is believed first, and code and name are of one unit. */
export function unitsOf(rows: readonly BudgetRow[]): BudgetRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = new Map<BudgetRow, Unit | null>()
  const unitOf = (row: BudgetRow): Unit | null => {
    const before = known.get(row)
    if (before !== undefined) return before
    known.set(row, null)
    const above = byId.get(row.parent ?? '')
    const unit = within(ownUnit(row), above ? unitOf(above) : null)
    known.set(row, unit)
    return unit
  }
  return rows.map((row) => {
    const unit = unitOf(row)
    if (unit !== null) return { ...row, ...said(unit) }
    return row.role === 'total' && row.unitName ? { ...row, unitName: null } : row
  })
}

/** What is not printed beside a row is that of the unit above it, where it is the same one. */
function within(own: Unit | null, above: Unit | null): Unit | null {
  if (own === null || above === null) return own ?? above
  const isSame = own.code === null ? own.name === above.name : own.code === above.code
  return isSame ? { name: own.name ?? above.name, code: own.code ?? above.code } : own
}

/** 合计 in the column of units names none. */
function ownUnit({ role, name, unitName, unitCode }: BudgetRow): Unit | null {
  if (role === 'total') return null
  if (role === 'unit') return { name: name || unitName || null, code: unitCode || null }
  return unitName || unitCode ? { name: unitName || null, code: unitCode || null } : null
}

function said({ name, code }: Unit): Pick<BudgetRow, 'unitName' | 'unitCode'> {
  return {
    ...(name === null ? {} : { unitName: name }),
    ...(code === null ? {} : { unitCode: code }),
  }
}
