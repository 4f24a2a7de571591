/** One row of a table -> the cells of its block of columns. */
import type { BudgetRow, Column } from '../../../schemas/document.js'
import type { SheetCell } from '../xlsx/sheet.js'
import { classAndOwn } from './classes.js'
import { cellKey, type Remarks } from './failures.js'
import type { Block } from './layout.js'
import { type Accent, amountCell, textLook } from './looks.js'

/** What a column says of a row: `expenditure_name_2` is a `name`. */
type Key = string

/** Fills the rows of one block, whose columns are the same for all of them. */
export class RowFiller {
  readonly #names: Names

  constructor(
    private readonly block: Block,
    private readonly remarks: Remarks | undefined,
  ) {
    this.#names = namesOf(block.columns, block.panel)
  }

  fill(row: BudgetRow): SheetCell[] {
    const bold = row.role === 'total' || row.role === 'subtotal'
    const cells: SheetCell[] = []
    let codeWritten = false
    for (const [c, column] of this.block.columns.entries()) {
      const fails = this.remarks?.has(cellKey({ row: row.id, column: column.id })) ?? false
      const accent: Accent = { bold, fails }
      const printed = row.cells[column.id]
      if (printed && isFigure(column)) cells.push(amountCell(printed, accent))
      else if (printed || isFigure(column))
        cells.push({ value: printed?.text ?? null, look: textLook(accent, 'left') })
      else if (column.type === 'code') {
        const value = codeFor(this.#names.keys[c], row, codeWritten)
        codeWritten ||= value !== '' && this.#names.keys[c] !== 'unit_code'
        cells.push({ value, look: textLook(accent, 'center') })
      } else cells.push(this.#nameCell(row, c, accent))
    }
    return cells
  }

  #nameCell(row: BudgetRow, c: number, accent: Accent): SheetCell {
    const { keys, own, outer } = this.#names
    if (c === outer)
      return { value: this.block.classes.get(row.id)?.label ?? '', look: textLook(accent, 'left') }
    const indent = c === own && row.role !== 'total' ? Math.max(0, row.level - 1) : 0
    const value = c === own ? ownName(row, this.#names) : otherName(keys[c], row, this.#names)
    return { value, look: textLook(accent, 'left', indent) }
  }
}

/** Which columns say what a row is called. */
interface Names {
  keys: readonly Key[]
  /** The column that speaks for the row, and the one of its class, where it has one. */
  own: number
  outer: number
  hasUnits: boolean
  hasCodes: boolean
}

function namesOf(columns: readonly Column[], panel: string | null): Names {
  const keys = columns.map(({ id }) => keyOf(id, panel))
  const own = namedColumn(columns, keys)
  const first = keys.indexOf('name')
  return {
    keys,
    own,
    outer: first === own ? -1 : first,
    hasUnits: keys.includes('unit_name') && keys[own] !== 'unit_name',
    hasCodes: columns.some(({ type }, c) => type === 'code' && keys[c] !== 'unit_code'),
  }
}

/** Whether a column holds figures: a code is never one, however it is printed. */
export function isFigure({ type }: Column): boolean {
  return type === 'amount' || type === 'percent' || type === 'count'
}

export function keyOf(id: string, panel: string | null): Key {
  return (panel === null ? id : id.slice(panel.length + 1)).replace(/_\d+$/, '')
}

/** Of several name columns the rightmost that is not of another list speaks for the row. */
function namedColumn(columns: readonly Column[], keys: readonly Key[]): number {
  const plain = keys.lastIndexOf('name')
  const any = columns.findLastIndex(
    ({ type }, c) => type === 'name' && keys[c] !== 'government_name',
  )
  return plain >= 0 ? plain : any
}

/** With two classifications the label is that of the other one; a unit has a column of its own, where there is one. */
function ownName(row: BudgetRow, { hasUnits, hasCodes, outer }: Names): string {
  if (row.role === 'unit' && hasUnits) return ''
  const words = outer < 0 ? null : classAndOwn(row)
  if (words) return words[1]
  const labelled = row.code === null || !hasCodes
  return labelled && !row.governmentCode ? row.label : row.name
}

function otherName(key: Key, row: BudgetRow, { hasUnits }: Names): string {
  if (key === 'government_name') return row.governmentCode ? row.label : ''
  if (key !== 'unit_name' || !hasUnits) return ''
  return row.role === 'unit' ? row.name : (row.unitName ?? '')
}

/** The part of the row's code that a code column shows: 类, 款 and 项 apart, or the whole. */
function codeFor(key: Key, row: BudgetRow, written: boolean): string {
  if (key === 'unit_code') return /\d/.test(row.unitCode ?? '') ? (row.unitCode ?? '') : ''
  const government = key.startsWith('government')
  const code = (government ? row.governmentCode : row.code) ?? ''
  if (key.endsWith('class')) return code.slice(0, 3)
  if (key.endsWith('section')) return code.slice(3, 5)
  if (key.endsWith('item')) return code.slice(5)
  return written && !government ? '' : code
}
