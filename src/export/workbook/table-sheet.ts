/** One table -> one sheet, laid out like the publication. */
import type { BudgetTable, Column } from '../../../schemas/document.js'
import type { Place } from '../xlsx/address.js'
import type { Sheet, SheetCell } from '../xlsx/sheet.js'
import { addHeader } from './header.js'
import { type Layout, layoutOf } from './layout.js'
import { LOOKS } from './looks.js'
import { rowCells } from './row.js'
import { amountWidth, textWidth, Widths } from './width.js'

/** A table on its sheet: where each of its cells stands. */
export interface TableSheet {
  table: BudgetTable
  sheet: Sheet
  place(row: string, column: string): Place | null
}

export function addTable(sheet: Sheet, table: BudgetTable): TableSheet {
  const layout = layoutOf(table)
  const width = Math.max(1, layout.columns.length)
  const body = layout.body.map((line) =>
    line.flatMap((row, block) => {
      const { columns } = layout.blocks[block]
      return row ? rowCells(columns, row, () => false) : columns.map(() => EMPTY)
    }),
  )
  sheet.widths = widthsOf(layout, body)
  addHeading(sheet, table, width)
  addHeader(sheet, layout.columns, sheet.widths)
  const header = sheet.rows
  for (const cells of body) sheet.add(cells)
  for (const note of table.notes) sheet.add([{ value: note, look: LOOKS.plain }])
  const amounts = layout.columns.findIndex((column) => column.type === 'amount')
  sheet.frozen = { rows: header, columns: layout.blocks.length === 1 ? Math.max(0, amounts) : 0 }
  sheet.landscape = width > 6
  sheet.titleRows = [1, header]
  return { table, sheet, place: placesOf(sheet.name, layout, header) }
}

const EMPTY: SheetCell = { value: null, look: LOOKS.listed }

function addHeading(sheet: Sheet, table: BudgetTable, width: number): void {
  sheet.add([{ value: table.title || '（无标题）', look: LOOKS.title }], 24)
  sheet.merge(1, 1, 1, width)
  const owner = [table.ordinal, table.owner].filter((part) => part !== null).join('  ')
  const unit = table.unit ? `单位：${table.unit}` : ''
  const line: (SheetCell | null)[] = Array.from({ length: width }, () => null)
  line[width - 1] = { value: unit, look: LOOKS.right }
  line[0] = { value: width === 1 ? `${owner}  ${unit}` : owner, look: LOOKS.plain }
  sheet.add(line)
}

function widthsOf({ columns }: Layout, body: readonly SheetCell[][]): number[] {
  const widths = new Widths(6, 40)
  columns.forEach((column, i) => {
    widths.see(i, Math.min(12, textWidth(column.path.at(-1) ?? '')))
  })
  for (const cells of body) {
    cells.forEach(({ value, look }, i) => {
      if (typeof value === 'string') widths.see(i, textWidth(value) + 2 * (look.indent ?? 0))
      else if (value !== null) widths.see(i, amountWidth(value.toFixed(2)))
    })
  }
  return widths.list(Math.max(1, columns.length))
}

function placesOf(sheet: string, { columns, body }: Layout, header: number): TableSheet['place'] {
  const rows = new Map<string, number>()
  body.forEach((line, i) => {
    for (const row of line) if (row) rows.set(row.id, header + 1 + i)
  })
  const places = new Map(columns.map((column: Column, i) => [column.id, i + 1]))
  return (row, column) => {
    const [r, c] = [rows.get(row), places.get(column)]
    return r === undefined || c === undefined ? null : { sheet, row: r, column: c }
  }
}
