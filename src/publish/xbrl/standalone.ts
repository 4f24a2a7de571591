/**
 * A calculation link binds wherever its whole and a part share a context, checked or
 * not. So a whole stays beside its parts only where, in every row, the table's own
 * checks sum exactly the parts that the link would: then what is inconsistent to a
 * calculation processor has failed in `checks` too. Any other whole stands alone, as
 * a member of AdditionDimension says.
 */
import { isRounded } from '../../../schemas/check.js'
import type { BudgetRow, Check } from '../../../schemas/document.js'
import type { ColumnFact } from './columns.js'
import { CALCULATIONS } from './sums.js'

const BY_WHOLE = new Map<string, (readonly string[])[]>()
for (const { whole, items } of CALCULATIONS)
  BY_WHOLE.set(whole, [...(BY_WHOLE.get(whole) ?? []), items])

/**
 * The row sums that were checked, and proved something; one that only cutting digits off explains
 * holds for us and not for a processor, which knows rounding alone: `row column` of the whole ->
 * the columns of its parts, sorted.
 */
export type CheckedSums = ReadonlyMap<string, readonly string[]>

export function checkedSums(checks: readonly Check[]): CheckedSums {
  const sums = new Map<string, string[]>()
  for (const check of checks) {
    const { rule, left, right, outcome } = check
    if (rule !== 'row_sum' || outcome === 'not_applicable' || right.length === 0) continue
    if (outcome === 'rounding' && !isRounded(check)) continue
    const key = `${left.row} ${left.column}`
    const parts = right.flatMap((term) => term.column ?? [])
    sums.set(key, [...(sums.get(key) ?? []), setKey(parts)])
  }
  return sums
}

function setKey(columns: readonly string[]): string {
  return columns.toSorted().join(' ')
}

/** @returns the ids of the columns that stand alone in this list */
export function standaloneColumns(
  columns: readonly ColumnFact[],
  rows: readonly BudgetRow[],
  checked: CheckedSums,
): Set<string> {
  const alone = new Set<string>()
  const named = columns.filter(({ header }) => header === null)
  for (let before = -1; before < alone.size; ) {
    before = alone.size
    for (const column of named) {
      if (!alone.has(column.id) && !isChecked(column, named, alone, rows, checked))
        alone.add(column.id)
    }
  }
  return alone
}

function isChecked(
  whole: ColumnFact,
  columns: readonly ColumnFact[],
  alone: ReadonlySet<string>,
  rows: readonly BudgetRow[],
  checked: CheckedSums,
): boolean {
  return (BY_WHOLE.get(whole.concept) ?? []).every((items) => {
    const parts = columns.filter(
      ({ id, concept, phase }) =>
        phase === whole.phase && !alone.has(id) && items.includes(concept),
    )
    if (parts.length === 0) return true
    return rows.every((row) => {
      const printed = parts.filter(({ id }) => hasValue(row, id)).map(({ id }) => id)
      if (printed.length === 0 || !hasValue(row, whole.id)) return true
      return checked.get(`${row.id} ${whole.id}`)?.includes(setKey(printed)) ?? false
    })
  })
}

function hasValue(row: BudgetRow, column: string): boolean {
  const value = row.cells[column]?.value
  return value !== null && value !== undefined
}
