/** Parent = Σ children, 合计 = Σ of the rows that it stands over, column by column. */

import type { BudgetRow, Check } from '../../../schemas/document.js'
import { isMemo } from '../../../schemas/list-rows.js'
import { isUncoded, otherReadings } from './below.js'
import { decide, dismissed } from './referee.js'
import { closes, isTelling, type Sheet } from './sheet.js'
import { totalChecks } from './totals.js'

export interface Rollup {
  checks: Check[]
  /** Rows that the kept readings put below another row than the codes, or their lack, did. */
  parents: ReadonlyMap<string, string | null>
}

export function rollup(sheet: Sheet): Rollup {
  const children = groupByParent(sheet.table.rows)
  const parents = new Map<string, string | null>()
  const sure: Check[] = []
  const inferred: Check[][] = []
  for (const row of sheet.table.rows) {
    if (row.code === null && row.role !== 'unit') continue
    const own = (children.get(row.id) ?? []).filter((child) => !parents.has(child.id))
    if (own.length === 0) continue
    const { checks, reading } = decide(sheet, {
      ...{ rule: 'rollup', identity: identityOf(own), whole: row },
      plain: { name: null, parts: own, printed: true },
      others: () => otherReadings(sheet, children, row, own),
    })
    if (reading.name !== null)
      for (const part of reading.parts) if (part.parent !== row.id) parents.set(part.id, row.id)
    if (row.code !== null && own.every(isUncoded)) inferred.push(checks)
    else sure.push(...checks)
  }
  return { checks: [...sure, ...details(inferred), ...totalChecks(sheet)], parents }
}

/**
 * Rows without a code below an item with one (its projects, by indentation) may be all of it or
 * some: where another item of the table is their sum, all; else a difference proves nothing.
 */
function details(sums: readonly Check[][]): Check[] {
  const proven = sums.some((checks) => closes(checks) && checks.some(isTelling))
  return sums.flat().map((check) => (proven ? check : dismissed(check, 'order_unproven')))
}

function groupByParent(rows: readonly BudgetRow[]): Map<string, BudgetRow[]> {
  const groups = new Map<string, BudgetRow[]>()
  for (const row of rows) {
    if (row.parent === null || row.role === 'blank') continue
    if (isUncoded(row) && isMemo(row.label)) continue
    groups.set(row.parent, [...(groups.get(row.parent) ?? []), row])
  }
  return groups
}

function identityOf(parts: readonly BudgetRow[]): string {
  return parts.every((part) => part.role === 'unit')
    ? 'department = Σ units'
    : 'parent = Σ children'
}
