/** One row of a table -> the cells of its block of columns. */
import type { BudgetRow, ColumnKey } from '../../../schemas/document.js'
import type { SheetCell } from '../xlsx/sheet.js'
import { amountCell } from './cells.js'
import { isClassRow } from './classes.js'
import { isFigure, type Names } from './columns.js'
import { noted } from './corrected.js'
import { cellKey, type Remarks } from './failures.js'
import type { Block } from './layout.js'
import { type Accent, textLook } from './looks.js'

/** Fills the rows of one block, whose columns are the same for all of them. */
export class RowFiller {
  constructor(
    private readonly block: Block,
    private readonly remarks: Remarks | undefined,
  ) {}

  fill(row: BudgetRow): SheetCell[] {
    const bold = row.role === 'total' || row.role === 'subtotal'
    const cells: SheetCell[] = []
    let codeWritten = false
    for (const [c, column] of this.block.columns.entries()) {
      const fails = this.remarks?.has(cellKey({ row: row.id, column: column.id })) ?? false
      const printed = row.cells[column.id]
      const corrected = printed?.corrected ?? (column.type === 'code' ? row.corrected : undefined)
      const accent: Accent = { bold, fails, corrected: corrected !== undefined }
      if (printed && isFigure(column)) cells.push(noted(amountCell(printed, accent), corrected))
      else if (printed || isFigure(column))
        cells.push(
          noted({ value: printed?.text ?? null, look: textLook(accent, 'left') }, corrected),
        )
      else if (column.type === 'code') {
        const value = codeFor(column.key, row, codeWritten)
        codeWritten ||= value !== '' && column.key !== 'unit_code'
        cells.push(noted({ value, look: textLook(accent, 'center') }, corrected))
      } else cells.push(this.#nameCell(row, c, column.key, accent))
    }
    return cells
  }

  #nameCell(row: BudgetRow, c: number, key: ColumnKey | null, accent: Accent): SheetCell {
    const { names, classes } = this.block
    if (c === names.outer)
      return { value: classes.get(row.id)?.labelParts[0] ?? '', look: textLook(accent, 'left') }
    const indent = c === names.own && row.role !== 'total' ? Math.max(0, row.level - 1) : 0
    const isOwn = c === names.own
    const value = isOwn ? this.#ownName(row) : otherName(key, row, names)
    return { value, look: textLook(accent, 'left', indent) }
  }

  /** A row that is called after its cells shows each of them already (the forms of 烟台: 年度预算资金总额 8.00). */
  #ownName(row: BudgetRow): string {
    if (isCalledByCells(row)) return ''
    return this.#isClassPrinted(row) ? row.labelParts[1] : ownName(row, this.block.names)
  }

  /** 小计 beside a cell that names its class, which has no code (江苏, income by fund). */
  #isClassPrinted(row: BudgetRow): row is BudgetRow & { labelParts: [of: string, own: string] } {
    const { columns, names } = this.block
    return (
      row.labelParts?.length === 2 &&
      row.cells[columns[names.outer]?.id]?.text === row.labelParts[0]
    )
  }
}

/** One cell alone may say what the name says too (无 and 无). */
function isCalledByCells({ cells, label }: BudgetRow): boolean {
  const printed = Object.values(cells).flatMap(({ text }) => text || [])
  return printed.length > 1 && printed.join('').replace(/\s/g, '') === label.replace(/\s/g, '')
}

/** With two classifications the label is that of the other one; a unit has a column of its own, where there is one. */
function ownName(row: BudgetRow, { hasUnits, hasCodes, outer }: Names): string {
  if (row.role === 'unit' && hasUnits) return ''
  if (outer >= 0 && isClassRow(row)) return row.labelParts[1]
  const labelled = row.code === null || !hasCodes
  return labelled && !row.governmentCode ? row.label : row.name
}

function otherName(key: ColumnKey | null, row: BudgetRow, { hasUnits }: Names): string {
  if (key === 'government_name') return row.governmentCode ? row.label : ''
  if (key !== 'unit_name' || !hasUnits) return ''
  return row.role === 'unit' ? row.name : (row.unitName ?? '')
}

/** Which digits of which code a column shows: 类, 款 and 项 apart, or the whole. */
const DIGITS: Partial<Record<ColumnKey, readonly ['code' | 'governmentCode', number, number?]>> = {
  class: ['code', 0, 3],
  section: ['code', 3, 5],
  item: ['code', 5],
  code: ['code', 0],
  government_class: ['governmentCode', 0, 3],
  government_section: ['governmentCode', 3, 5],
  government_code: ['governmentCode', 0],
}

function codeFor(key: ColumnKey | null, row: BudgetRow, written: boolean): string {
  if (key === 'unit_code') return row.unitCode ?? ''
  const digits = key && DIGITS[key]
  if (!digits || (key === 'code' && written)) return ''
  const [code, from, to] = digits
  return (row[code] ?? '').slice(from, to)
}
