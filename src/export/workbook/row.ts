/** One row of a table -> the cells of its block of columns. */
import type { BudgetRow, Column } from '../../../schemas/document.js'
import type { SheetCell } from '../xlsx/sheet.js'
import { type Accent, amountCell, textLook } from './looks.js'

/** @param failing whether a check that a column's cell is part of fails */
export function rowCells(
  columns: readonly Column[],
  row: BudgetRow,
  failing: (column: string) => boolean,
): SheetCell[] {
  const bold = row.role === 'total' || row.role === 'subtotal'
  const names = columns.findLastIndex((column) => column.type === 'name')
  let codeWritten = false
  return columns.map((column, c) => {
    const accent: Accent = { bold, fails: failing(column.id) }
    const printed = row.cells[column.id]
    if (column.type === 'name' && c === names) {
      const indent = row.role === 'total' ? 0 : Math.max(0, row.level - 1)
      const value = row.code === null ? row.label : row.name
      return { value, look: textLook(accent, 'left', indent) }
    }
    if (column.type === 'code' && printed === undefined) {
      const value = codeFor(column, row, codeWritten)
      codeWritten ||= value !== '' && !column.id.includes('unit')
      return { value, look: textLook(accent, 'center') }
    }
    return printed ? amountCell(printed, accent) : { value: null, look: textLook(accent, 'left') }
  })
}

/** The part of the row's code that a code column shows: 类, 款 and 项 apart, or the whole. */
function codeFor(column: Column, row: BudgetRow, written: boolean): string {
  const id = column.id.replace(/_\d+$/, '')
  if (id.endsWith('unit_code')) return row.unitCode ?? ''
  const government = id.includes('government')
  const code = (government ? row.governmentCode : row.code) ?? ''
  if (id.endsWith('class')) return code.slice(0, 3)
  if (id.endsWith('section')) return code.slice(3, 5)
  if (id.endsWith('item')) return code.slice(5)
  return written && !government ? '' : code
}
