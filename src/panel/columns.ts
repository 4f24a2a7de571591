/** Which columns are sums of others, as the table's own checks state it. */
import type { Check } from '../../schemas/document.js'
import type { ColumnKind } from '../../schemas/panel/values.js'

/** By column id; a column that no check of a row names is not there. */
export function columnKinds(checks: readonly Check[]): Map<string, ColumnKind> {
  const wholes = new Set<string>()
  const parts = new Set<string>()
  for (const { rule, left, right, outcome } of checks) {
    if (rule !== 'row_sum' || right.length === 0 || outcome === 'not_applicable') continue
    if (left.column !== null) wholes.add(left.column)
    for (const { column } of right) if (column !== null) parts.add(column)
  }
  const kindOf = (column: string): ColumnKind => {
    if (!wholes.has(column)) return 'part'
    return parts.has(column) ? 'whole_and_part' : 'whole'
  }
  return new Map([...wholes, ...parts].map((column) => [column, kindOf(column)]))
}
