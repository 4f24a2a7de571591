/** What a row is known by, as typed members: its codes, else its name; and the unit it belongs to. */
import type { BudgetRow } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'
import { TYPED, type TypedKey } from './shapes.js'
import { token } from './text.js'

export type TypedMembers = Partial<Record<TypedKey, string>>

const PATTERNS = Object.fromEntries(
  Object.entries(TYPED).map(([key, { pattern }]) => [key, new RegExp(`^(?:${pattern})$`, 'u')]),
) as Record<TypedKey, RegExp>

/** A total that is one of nothing in particular; 本年收入合计 and the like keep their name. */
const PLAIN_TOTAL = /^(?:合计|总计|共计|小计)?$/

/** Where nothing is printed beside the figures: in a key, brackets never stand alone as a name. */
export const BLANK_NAME = '(blank)'

export function matches(key: TypedKey, text: string | null | undefined): text is string {
  return typeof text === 'string' && PATTERNS[key].test(text)
}

/** @param rows of the table by id: a row below a unit's own row is that unit's */
export function rowMembers(row: BudgetRow, rows: ReadonlyMap<string, BudgetRow>): TypedMembers {
  const own = codeMembers(row)
  const unit = unitMembers(row, rows)
  if (Object.keys(own).length > 0) return { ...own, ...unit }
  const isTotal = row.role === 'total' && row.panel === null && PLAIN_TOTAL.test(fold(row.name))
  if (isTotal || row.role === 'unit') return unit
  return { name: token(row.name) || token(row.label) || BLANK_NAME, ...unit }
}

/** By the code's first digit, as the classifications have it; what fits none is another code. */
function codeMembers(row: BudgetRow): TypedMembers {
  const government = matches('government', row.governmentCode)
    ? { government: row.governmentCode }
    : {}
  const { code } = row
  if (matches('function', code)) return { function: code, ...government }
  if (matches('department', code)) return { department: code, ...government }
  if (matches('government', code)) return { government: code }
  if (matches('code', code)) return { code, ...government }
  return government
}

function unitMembers(row: BudgetRow, rows: ReadonlyMap<string, BudgetRow>): TypedMembers {
  if (matches('unit', row.unitCode)) return { unit: row.unitCode }
  const name = token(row.unitName ?? '') || (row.role === 'unit' ? token(row.name) : '')
  if (name !== '') return { unitName: name }
  const above = row.parent === null ? undefined : rows.get(row.parent)
  return above ? unitMembers(above, rows) : {}
}
