/** One table -> one sheet, laid out like the publication. */
import type { Worksheet } from 'exceljs'
import type { BudgetRow, BudgetTable, Column } from '../../schemas/document.js'
import { BORDER, fitColumns, HEADER_FILL, writeAmount, writeText } from './style.js'

/** Columns of a sheet: a list's own columns, and which rows fill them. */
interface Block {
  columns: Column[]
  rows: BudgetRow[]
}

export function fillSheet(sheet: Worksheet, table: BudgetTable): void {
  const blocks = blocksOf(table)
  const columns = blocks.flatMap((block) => block.columns)
  const width = Math.max(1, columns.length)
  writeHeading(sheet, table, width)
  const header = writeHeader(sheet, columns, sheet.rowCount + 1)
  writeBody(sheet, blocks, header + 1)
  fitColumns(sheet, 6, 48, header)
  for (const note of table.notes) writeText(sheet.addRow([]).getCell(1), note, { wrapText: false })
  const frozen = columns.findIndex((column) => column.type === 'amount')
  sheet.views = [
    { state: 'frozen', ySplit: header, xSplit: blocks.length === 1 ? Math.max(0, frozen) : 0 },
  ]
  sheet.pageSetup = {
    orientation: width > 6 ? 'landscape' : 'portrait',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `1:${header}`,
  }
}

/** Side-by-side lists stand beside each other as published; other tables are one block. */
function blocksOf(table: BudgetTable): Block[] {
  const panels = [...new Set(table.rows.map((row) => row.panel))].filter((panel) => panel !== null)
  if (panels.length < 2) return [{ columns: table.columns, rows: table.rows }]
  return panels.map((panel) => ({
    columns: table.columns.filter(
      (column) => column.id.startsWith(`${panel}_`) && !isOtherPanel(column, panel, panels),
    ),
    rows: table.rows.filter((row) => row.panel === panel),
  }))
}

/** `expenditure_by_nature_name` begins with `expenditure_` too. */
function isOtherPanel(column: Column, panel: string, panels: readonly string[]): boolean {
  return panels.some(
    (other) =>
      other.length > panel.length && other.startsWith(panel) && column.id.startsWith(`${other}_`),
  )
}

function writeHeading(sheet: Worksheet, table: BudgetTable, width: number): void {
  const title = sheet.addRow([])
  writeText(title.getCell(1), table.title || '（无标题）', {
    horizontal: 'center',
    wrapText: false,
  })
  title.getCell(1).font = { bold: true, size: 14 }
  title.height = 24
  if (width > 1) sheet.mergeCells(1, 1, 1, width)
  const line = sheet.addRow([])
  const owner = [table.ordinal, table.owner].filter((part) => part !== null).join('  ')
  const unit = table.unit ? `单位：${table.unit}` : ''
  writeText(line.getCell(1), width === 1 ? `${owner}  ${unit}` : owner, { wrapText: false })
  if (width > 1) writeText(line.getCell(width), unit, { horizontal: 'right', wrapText: false })
}

/** Header rows from the columns' paths; equal neighbours merge, short paths reach down. @returns its last row */
function writeHeader(sheet: Worksheet, columns: Column[], top: number): number {
  const depth = Math.max(1, ...columns.map((column) => column.path.length))
  const grid = Array.from({ length: depth }, (_, level) =>
    columns.map((column) => column.path[level] ?? null),
  )
  for (let level = 0; level < depth; level++) {
    for (let c = 0; c < columns.length; c++) {
      const text = grid[level][c]
      const last = level === columns[c].path.length - 1
      const cell = sheet.getCell(top + level, c + 1)
      cell.border = BORDER
      cell.fill = HEADER_FILL
      if (text === null && !(level === 0 && columns[c].path.length === 0)) continue
      if (c > 0 && samePrefix(columns[c - 1], columns[c], level)) continue
      writeText(cell, text ?? '', { horizontal: 'center' })
      cell.font = { bold: true }
      let right = c
      while (
        !last &&
        right + 1 < columns.length &&
        samePrefix(columns[c], columns[right + 1], level)
      )
        right++
      const bottom = last ? depth - 1 : level
      if (right > c || bottom > level) sheet.mergeCells(top + level, c + 1, top + bottom, right + 1)
    }
  }
  return top + depth - 1
}

/** Whether two columns share a header cell at a level: the same words down to it, with more below. */
function samePrefix(a: Column, b: Column, level: number): boolean {
  if (a.path.length <= level + 1 || b.path.length <= level + 1) return false
  return a.path.slice(0, level + 1).join('/') === b.path.slice(0, level + 1).join('/')
}

function writeBody(sheet: Worksheet, blocks: Block[], top: number): void {
  let offset = 0
  for (const { columns, rows } of blocks) {
    rows.forEach((row, i) => {
      writeRow(sheet, top + i, offset, columns, row)
    })
    offset += columns.length
  }
}

function writeRow(
  sheet: Worksheet,
  at: number,
  offset: number,
  columns: Column[],
  row: BudgetRow,
): void {
  const nameColumn = columns.findLastIndex((column) => column.type === 'name')
  let codeWritten = false
  columns.forEach((column, c) => {
    const cell = sheet.getCell(at, offset + c + 1)
    cell.border = BORDER
    const printed = row.cells[column.id]
    if (column.type === 'name' && c === nameColumn) {
      writeText(cell, row.code === null ? row.label : row.name, {
        indent: row.role === 'total' ? 0 : Math.max(0, row.level - 1),
      })
    } else if (column.type === 'code') {
      const code = codeFor(column, row, codeWritten)
      codeWritten ||= code !== '' && !column.id.includes('unit')
      writeText(cell, code, { horizontal: 'center' })
    } else if (printed) writeAmount(cell, printed)
    if (row.role === 'total' || row.role === 'subtotal') cell.font = { bold: true }
  })
}

/** The part of the row's code that a code column shows: 类, 款 and 项 apart, or the whole. */
function codeFor(column: Column, row: BudgetRow, written: boolean): string {
  const id = column.id.replace(/_\d+$/, '')
  if (id.endsWith('unit_code')) return row.unitCode ?? ''
  if (id.includes('government')) {
    const code = row.governmentCode ?? ''
    return id.endsWith('section')
      ? code.slice(3, 5)
      : id.endsWith('class')
        ? code.slice(0, 3)
        : code
  }
  const code = row.code ?? ''
  if (id.endsWith('class')) return code.slice(0, 3)
  if (id.endsWith('section')) return code.slice(3, 5)
  if (id.endsWith('item')) return code.slice(5)
  return written ? '' : code
}
