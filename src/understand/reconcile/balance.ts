/** What was there + what came in - what was spent = what is left, row by row. */

import { checkSum, takenOff, termOf } from '../../../schemas/check.js'
import type { Check } from '../../../schemas/document.js'
import type { Identity } from '../../../schemas/kind.js'
import { resolve } from './columns.js'
import { unlessMostDiffer } from './referee.js'
import type { Sheet } from './sheet.js'

export function balances(
  { table, fixed }: Sheet,
  { opening, revenue, expenditure, closing }: Extract<Identity, { rule: 'balance' }>,
): Check[] {
  const amounts = table.columns.filter(({ type }) => type === 'amount')
  const ids = [opening, revenue, expenditure, closing].map((meaning) =>
    resolve(amounts, meaning, false),
  )
  if (ids.some((found) => found?.length !== 1)) return []
  const [before, received, spent, left] = ids.flatMap((found) => found ?? [])
  const identity = `${closing} = ${opening} + ${revenue} - ${expenditure}`
  const checks = table.rows.flatMap((row) => {
    const of = (column: string) => termOf(table, row, column)
    const right = [of(before), of(received), takenOff(of(spent))]
    return checkSum('balance', identity, of(left), right, fixed) ?? []
  })
  return unlessMostDiffer(checks)
}
