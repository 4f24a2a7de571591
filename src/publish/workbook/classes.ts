/** 类 printed once beside all its 款: "301 工资福利支出" over the rows 小计, 01, 02 … (reference, table 6). */
import type { BudgetRow } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'
import { SUBTOTAL_WORDS } from '../../../schemas/vocabulary.js'

export interface ClassGroup {
  code: string
  /** The cell's own words. */
  label: string
}

/** The words of its class, and those of the row itself, of a row whose label has both. */
export function classAndOwn(row: BudgetRow): [label: string, own: string] | null {
  const [, label, own] = /^(.*\S)\s+(\S+)$/.exec(row.label) ?? []
  const speaks =
    row.role === 'subtotal' && row.code !== null && own && SUBTOTAL_WORDS.test(fold(own))
  return speaks ? [label, own] : null
}

/** The class of each row: it begins with the 小计 that names it and ends where the codes leave it. */
export function classGroups(rows: readonly BudgetRow[]): ReadonlyMap<string, ClassGroup> {
  const groups = new Map<string, ClassGroup>()
  let current: ClassGroup | null = null
  for (const row of rows) {
    const words = classAndOwn(row)
    if (words && row.code !== null) current = { code: row.code, label: words[0] }
    else if (current && !row.code?.startsWith(current.code)) current = null
    if (current) groups.set(row.id, current)
  }
  return groups
}
