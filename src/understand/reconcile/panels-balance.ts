/** The grand totals of lists that stand side by side are one figure. */

import { checkSum, takenOff } from '../../../schemas/check.js'
import type { BudgetTable, Check, Panel, Term } from '../../../schemas/document.js'
import { THIS_YEAR } from '../../../schemas/list-rows.js'
import { fold } from '../../../schemas/text.js'
import { carryOvers } from './carry-over.js'
import { totalsOfList } from './figures.js'
import { fails, type Sheet } from './sheet.js'

export function panelsBalance(sheet: Sheet): Check[] {
  const panels = [...new Set(sheet.table.rows.map(({ panel }) => panel))]
  const ends = panels.flatMap((panel) => {
    const [end] = totalsOfList(sheet, panel)
    return end ? [{ panel, end }] : []
  })
  const [first, ...rest] = ends
  if (!first) return []
  return rest.flatMap((other) => {
    const identity = `${first.panel} = ${other.panel}`
    return balance(sheet, identity, first.end, other) ?? []
  })
}

/** A list that ends in this year's total leaves the carry-over out, which the other side counts in. */
function balance(
  sheet: Sheet,
  identity: string,
  left: Term,
  { end }: { panel: Panel | null; end: Term },
): Check | null {
  const check = (right: (Term | null)[], words = identity) =>
    checkSum('panels_balance', words, left, right, sheet.fixed)
  const plain = check([end])
  if (!plain || !fails(plain) || isCurrent(sheet.table, left) === isCurrent(sheet.table, end))
    return plain
  const carried = carryOvers(sheet, [left, end], null)
    .flatMap((term) => [term, takenOff(term)])
    .map((term) => check([end, term], `${identity} + carry-over`))
    .find((each) => each !== null && !fails(each))
  return carried ? { ...carried, reading: 'carry_over' } : plain
}

function isCurrent({ rows }: BudgetTable, term: Term): boolean {
  return THIS_YEAR.test(fold(rows.find(({ id }) => id === term.row)?.name ?? ''))
}
