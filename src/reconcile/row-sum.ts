/** In each row, one column = the sum of others, at the top of the header and within each group of columns. */
import type { BudgetTable, Check, Column } from '../../schemas/document.js'
import { checkSum, termOf } from './check.js'

export function rowSums(table: BudgetTable, whole: string, parts: readonly string[]): Check[] {
  const columns = table.columns.filter(
    (column) => column.type === 'amount' && column.meaning !== null,
  )
  return groupsOf(columns).flatMap((group) => groupSums(table, columns, group, whole, parts))
}

/** The prefixes of the meanings: '' for the top, `basic.` for what stands under 基本支出. */
function groupsOf(columns: Column[]): string[] {
  const prefixes = columns.flatMap(({ meaning }) => {
    const atoms = meaning?.split('.') ?? []
    return atoms.map((_, i) =>
      atoms
        .slice(0, i)
        .map((atom) => `${atom}.`)
        .join(''),
    )
  })
  return [...new Set(prefixes)]
}

function groupSums(
  table: BudgetTable,
  columns: Column[],
  group: string,
  whole: string,
  parts: readonly string[],
): Check[] {
  const left = resolve(columns, group + whole, false)
  const right = parts.map((part) => resolve(columns, group + part, true))
  if (left?.length !== 1 || right.includes(null)) return []
  const ids = [...new Set(right.flatMap((found) => found ?? []))].filter((id) => id !== left[0])
  if (ids.length < 2) return []
  const identity = `${group}${whole} = ${parts.join(' + ')}`
  return table.rows.flatMap(
    (row) =>
      checkSum(
        identity,
        termOf(table, row, left[0]),
        ids.map((id) => termOf(table, row, id)),
      ) ?? [],
  )
}

/**
 * The columns that say a meaning: its own, else its total's, else those below it.
 * Null where two columns say the same: then nothing can be said.
 */
function resolve(columns: Column[], meaning: string, deep: boolean): string[] | null {
  for (const wanted of [meaning, `${meaning}.total`]) {
    const found = columns.filter((column) => column.meaning === wanted)
    if (found.length > 1) return null
    if (found.length === 1) return [found[0].id]
  }
  if (!deep) return []
  return columns.filter((column) => column.meaning?.startsWith(`${meaning}.`)).map(({ id }) => id)
}
