/** In a list of named rows: one row = the sum of others, found by the key words of their names. */

import type { BudgetRow, Check } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'
import { type Sheet, sumRows } from './sheet.js'

export function rowNames(sheet: Sheet, whole: string, parts: readonly string[]): Check[] {
  const total = findRow(sheet, whole)
  const rows = parts.flatMap((part) => findRow(sheet, part) ?? [])
  if (!total || rows.length < parts.length) return []
  return sumRows(sheet, 'row_names', `${whole} = ${parts.join(' + ')}`, total, rows)
}

/** 公务用车购置 also opens 公务用车购置及运行维护费: the shortest name is meant. */
function findRow({ table }: Sheet, word: string): BudgetRow | undefined {
  return table.rows
    .filter((row) => row.panel === null && bare(row.name).startsWith(bare(word)))
    .toSorted((a, b) => a.name.length - b.name.length)[0]
}

function bare(text: string): string {
  return fold(text).replaceAll('"', '')
}
