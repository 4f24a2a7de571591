/** The unit of a table, by the figures that the narrative prints too. */

import { Exact } from '../../../../schemas/decimal.js'
import type { BudgetTable, Check, Issue } from '../../../../schemas/document.js'
import { finding } from '../../../../schemas/findings.js'
import type { ReadFact } from '../facts.js'
import { placeOf } from './place.js'

/** A table none of whose figures agrees with the narrative, and each would in another unit. */
export function unitFindings(
  read: readonly ReadFact[],
  tables: readonly BudgetTable[],
  checks: readonly Check[],
): Issue[] {
  return tables.flatMap(({ id, title, unit }) => {
    const own = checks.filter(({ rule, left }) => rule === 'prose' && left.table === id)
    const said = own.filter(({ left }) => /[1-9]/.test(left.value))
    const cells = new Set(said.map(({ left }) => left.value))
    if (unit === null || cells.size < ENOUGH || !said.every(isScaled)) return []
    const [{ left, right }] = said
    const fact = read.find((each) => each.fact.id === right[0].fact)?.fact
    const params = { title, unit, cell: left.value, said: `${fact?.value}${fact?.unit}` }
    return [finding('prose_unit_differs', params, { table: id, ...placeOf(fact) })]
  })
}

/** One figure that is ten thousand times another may be a slip of its own. */
const ENOUGH = 2

/** Powers of ten that one unit is of another: 元, 千元, 万元, 亿元. */
const SCALES = [3, 4, 1, 8, 5].map((power) => new Exact(10).pow(power))

/** Whether the two figures of a failed check are one figure in two units. */
function isScaled({ outcome, left, right, tolerance }: Check): boolean {
  if (outcome !== 'fails' || right.length !== 1) return false
  const [cell, fact] = [new Exact(left.value), new Exact(right[0].value)]
  if (cell.isZero() || fact.isZero()) return false
  return SCALES.some(
    (scale) =>
      cell.times(scale).minus(fact).abs().lessThanOrEqualTo(scale.times(tolerance)) ||
      fact.times(scale).minus(cell).abs().lessThanOrEqualTo(scale.times(tolerance)),
  )
}
