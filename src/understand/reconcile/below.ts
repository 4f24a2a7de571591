/** What a row with a code, or a unit, may sum besides the rows that its code puts below it. */

import type { BudgetRow } from '../../../schemas/document.js'
import { isMemo } from '../../../schemas/list-rows.js'
import type { Reading } from './referee.js'
import { hasFigure, type Sheet } from './sheet.js'

/** The readings that the page allows besides the plain one, the likelier first. */
export function otherReadings(
  sheet: Sheet,
  children: ReadonlyMap<string, BudgetRow[]>,
  whole: BudgetRow,
  own: BudgetRow[],
): Reading[] {
  const readings: Reading[] = []
  const coded = own.filter((row) => !isUncoded(row))
  if (coded.length > 0 && coded.length < own.length)
    readings.push({ name: 'details', parts: coded, printed: true })
  const beside = besideChildren(children, own)
  if (beside.length > 0)
    readings.push({ name: 'beside', parts: [...own, ...beside], printed: true })
  const elsewhere = orphansOf(sheet.table.rows, whole)
  if (elsewhere.length > 0)
    readings.push({ name: 'other_block', parts: [...own, ...elsewhere], printed: true })
  const once = withoutRepeats(own)
  if (once.length < own.length) readings.push({ name: 'repeated_row', parts: once, printed: true })
  const uncoded = uncodedWithin(sheet, whole)
  for (const added of [uncoded, ...uncoded.map((row) => [row])]) {
    if (added.length === 0) continue
    const printed = added.every((row) => isFollowed(sheet.table.rows, whole, row))
    const parts = [...new Set([...own, ...beside, ...added])]
    readings.push({ name: 'uncoded_rows', parts, printed })
  }
  return readings
}

export const codeOf = ({ code, unitCode }: BudgetRow) => code ?? unitCode ?? ''
export const isUncoded = (row: BudgetRow) => codeOf(row) === '' && row.role !== 'unit'

/**
 * Rows below a child whose code is as long as its own: a unit's code that is printed twice makes
 * the second unit no part of the first.
 */
function besideChildren(
  children: ReadonlyMap<string, BudgetRow[]>,
  own: readonly BudgetRow[],
): BudgetRow[] {
  return own
    .filter((child) => codeOf(child) !== '')
    .flatMap((child) =>
      (children.get(child.id) ?? []).filter((row) => codeOf(row).length === codeOf(child).length),
    )
}

/** Rows that stand below nothing, though a code of the table opens theirs: this one's, and no longer one. */
function orphansOf(rows: readonly BudgetRow[], { id, code }: BudgetRow): BudgetRow[] {
  if (code === null) return []
  const opens = (row: BudgetRow, by: string | null) =>
    by !== null && by !== row.code && row.code?.startsWith(by) === true
  const closer = rows.filter((row) => opens(row, code)).map((row) => row.code)
  return rows.filter(
    (row) =>
      row.parent === null &&
      row.id !== id &&
      opens(row, code) &&
      !closer.some((other) => opens(row, other)),
  )
}

/** A row cut by a page break can be printed on both pages, with its figures: 2080505 and 2080505 again. */
function withoutRepeats(own: readonly BudgetRow[]): BudgetRow[] {
  return own.filter((row, i) => i === 0 || !isAgain(own[i - 1], row))
}

function isAgain(before: BudgetRow, row: BudgetRow): boolean {
  const ids = Object.keys(row.cells)
  const pageOf = ({ cells }: BudgetRow) => cells[ids[0]]?.page
  return (
    codeOf(row) === codeOf(before) &&
    row.name === before.name &&
    pageOf(row) !== pageOf(before) &&
    ids.every((id) => row.cells[id].value === before.cells[id]?.value)
  )
}

/** Rows without a code between a row and the next that its code does not open: perhaps its parts. */
function uncodedWithin(sheet: Sheet, whole: BudgetRow): BudgetRow[] {
  const role = whole.role === 'unit' ? 'unit' : 'item'
  return blockOf(sheet.table.rows, whole).filter(
    (row) =>
      codeOf(row) === '' &&
      row.role === role &&
      row.parent !== whole.id &&
      !isMemo(row.label) &&
      hasFigure(sheet, row),
  )
}

function blockOf(rows: readonly BudgetRow[], whole: BudgetRow): BudgetRow[] {
  const code = codeOf(whole)
  if (code === '') return []
  const after = rows.slice(rows.findIndex((row) => row.id === whole.id) + 1)
  const isEnd = (row: BudgetRow) =>
    row.role === 'total' ||
    (row.role === 'unit' && whole.role !== 'unit') ||
    (codeOf(row) !== '' && (codeOf(row) === code || !codeOf(row).startsWith(code)))
  const end = after.findIndex(isEnd)
  return end < 0 ? after : after.slice(0, end)
}

/** Whether one of a row's own rows comes after another row: that stands between them then. */
function isFollowed(rows: readonly BudgetRow[], whole: BudgetRow, row: BudgetRow): boolean {
  const block = blockOf(rows, whole)
  return block.slice(block.indexOf(row) + 1).some((next) => codeOf(next) !== '')
}
