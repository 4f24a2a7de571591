/** The grand totals of lists that stand side by side. */

import { termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Term } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'

/** The grand total of each list, in its first amount column; or what this year alone comes to, where the list says it. */
export function panelTotals(table: BudgetTable, thisYear = false): Term[] {
  const panels = [...new Set(table.rows.map((row) => row.panel))]
  return panels.flatMap((panel) => {
    const rows = table.rows.filter((row) => row.panel === panel && row.role === 'total')
    const current = thisYear ? rows.find((row) => /^[本当]年/.test(fold(row.name))) : undefined
    const total = current ?? rows.findLast((row) => /总计$/.test(fold(row.name))) ?? rows.at(-1)
    return total ? (firstTerm(table, total) ?? []) : []
  })
}

function firstTerm(table: BudgetTable, row: BudgetRow): Term | null {
  for (const column of Object.keys(row.cells)) {
    const term = termOf(table, row, column)
    if (term) return term
  }
  return null
}

export function panelOf(table: BudgetTable, term: Term): string | null {
  return table.rows.find((row) => row.id === term.row)?.panel ?? null
}
