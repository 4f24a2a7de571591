/** The columns of amounts that say a meaning. */

import type { Column } from '../../../schemas/document.js'
import type { Meaning } from '../../../schemas/meaning.js'

/**
 * The columns that say a meaning: its own, else its total's, else those below it.
 * Null where two columns say the same: then nothing can be said.
 */
export function resolve(
  columns: readonly Column[],
  meaning: Meaning,
  deep: boolean,
): string[] | null {
  for (const wanted of [meaning, `${meaning}.total`]) {
    const found = columns.filter((column) => column.meaning === wanted)
    if (found.length > 1) return null
    if (found.length === 1) return [found[0].id]
  }
  return deep ? columnsBelow(columns, meaning) : []
}

export function columnsBelow(columns: readonly Column[], meaning: Meaning): string[] {
  return columns.filter((column) => column.meaning?.startsWith(`${meaning}.`)).map(({ id }) => id)
}

/**
 * The one column of a table that a figure stands in. A heading over all amounts (一般公共预算支出/
 * 合计) says what the title says; the expenditure of a table of movements is 本年支出.
 */
export function columnOf(columns: readonly Column[], meaning: Meaning): string | null {
  const amounts = columns.filter((column) => column.type === 'amount')
  if (meaning === 'total' && amounts.length === 1) return amounts[0].id
  const heads = new Set(amounts.map((column) => column.meaning?.split('.')[0]))
  const head = heads.size === 1 ? [...heads][0] : 'current_expenditure'
  const wanted = [meaning, `${meaning}.total`, `${head}.${meaning}`]
  if (meaning === 'total') wanted.push(`${head}`)
  const found = wanted.map((each) => amounts.find((column) => column.meaning === each))
  return found.find((column) => column !== undefined)?.id ?? null
}
