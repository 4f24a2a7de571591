/** One table -> one sheet, laid out like the publication. */
import type { BudgetTable, Column } from '../../../schemas/document.js'
import { FIELD_LABELS } from '../../../schemas/labels.js'
import type { Place } from '../xlsx/address.js'
import { MOST_ROWS, type Sheet, type SheetCell } from '../xlsx/sheet.js'
import type { Remarks } from './failures.js'
import { addHeader } from './header.js'
import { type Layout, layoutOf } from './layout.js'
import { LOOKS } from './looks.js'
import { RowFiller } from './row.js'
import { type Run, spannedRuns } from './spans.js'
import { amountWidth, LINE_HEIGHT, lines, rowHeight, textWidth, Widths } from './width.js'

/** A table on its sheet: where its columns and each of its cells stand. */
export interface TableSheet {
  table: BudgetTable
  sheet: Sheet
  columns: { column: Column; number: number; header: Place }[]
  place(row: string, column: string): Place | null
}

/** Beyond so many characters a page is turned. */
const PORTRAIT = 88

export function addTable(
  sheet: Sheet,
  table: BudgetTable,
  remarks: Remarks | undefined,
): TableSheet {
  const layout = layoutOf(table)
  const body = bodyCells(layout, remarks)
  const widths = widthsOf(layout, body)
  sheet.widths = widths
  addHeading(sheet, table, widths.length)
  const leaves = addHeader(sheet, layout.columns, widths)
  const header = sheet.rows
  const runs = spannedRuns(layout)
  addBody(sheet, body, runs)
  addNotes(sheet, table, body.length - (sheet.rows - header))
  const amounts = layout.columns.findIndex(({ type }) => type === 'amount')
  sheet.frozen = { rows: header, columns: layout.blocks.length === 1 ? Math.max(0, amounts) : 0 }
  sheet.landscape = widths.reduce((sum, width) => sum + width, 0) > PORTRAIT
  sheet.titleRows = [1, header]
  const place = placesOf(sheet, layout, runs, header)
  addRemarks(sheet, remarks, place)
  return { table, sheet, columns: columnsOf(sheet, layout, leaves), place }
}

function bodyCells({ blocks, body }: Layout, remarks: Remarks | undefined): SheetCell[][] {
  const fillers = blocks.map((block) => new RowFiller(block, remarks))
  const empty = blocks.map(({ columns }) => columns.map(() => EMPTY))
  const cells: SheetCell[][] = []
  for (const line of body) {
    const own: SheetCell[] = []
    for (const [i, row] of line.entries()) own.push(...(row ? fillers[i].fill(row) : empty[i]))
    cells.push(own)
  }
  return cells
}

const EMPTY: SheetCell = { value: null, look: LOOKS.listed }

/** Keeps a few rows for the notes; what no sheet can hold is in the long list. */
const KEPT = 2_000

function addBody(sheet: Sheet, body: readonly SheetCell[][], runs: readonly Run[]): void {
  const first = sheet.rows + 1
  for (const { column, from, to } of runs) {
    for (let line = from + 1; line <= to; line++)
      body[line][column] = { ...body[line][column], value: null }
    sheet.merge(first + from, column + 1, first + to, column + 1)
  }
  for (const cells of body.slice(0, MOST_ROWS - KEPT - sheet.rows))
    sheet.add(cells, rowHeight(cells, sheet.widths))
}

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

/** Below the table: its notes, the text that found no cell, and what was left out. */
function addNotes(sheet: Sheet, table: BudgetTable, missing: number): void {
  const width = sheet.widths.reduce((sum, one) => sum + one, 0)
  const notes = [
    ...table.notes,
    ...table.leftover.map(
      ({ text, page }) => `${FIELD_LABELS.leftover.zh}（第 ${page} 页）：${text}`,
    ),
    ...(missing > 0 ? [`另有 ${missing} 行，工作表放不下，见“长表”`] : []),
  ]
  for (const note of notes.slice(0, KEPT)) {
    const height = Math.min(400, lines(note, width) * LINE_HEIGHT)
    const row = sheet.add([{ value: note, look: LOOKS.prose }], height)
    sheet.merge(row, 1, row, sheet.widths.length)
  }
}

function widthsOf({ columns }: Layout, body: readonly SheetCell[][]): number[] {
  const widths = new Widths(6, 46)
  for (const [i, { path }] of columns.entries())
    widths.see(i, Math.min(12, textWidth(path.at(-1) ?? '')))
  for (const cells of body) for (let i = 0; i < cells.length; i++) widths.see(i, widthOf(cells[i]))
  return widths.list(Math.max(1, columns.length))
}

function widthOf({ value, look }: SheetCell): number {
  if (typeof value === 'string') return textWidth(value) + 2 * (look.indent ?? 0)
  return value === null ? 0 : amountWidth(value, look.format ?? '')
}

function columnsOf(
  { name }: Sheet,
  { columns }: Layout,
  leaves: readonly Pick<Place, 'row' | 'column'>[],
): TableSheet['columns'] {
  return columns.map((column, i) => ({
    column,
    number: i + 1,
    header: { sheet: name, ...leaves[i] },
  }))
}

/** A cell within a span stands where the span begins. */
function placesOf(
  sheet: Sheet,
  { columns, body }: Layout,
  runs: readonly Run[],
  header: number,
): TableSheet['place'] {
  const lineOf = new Map<string, number>()
  body.forEach((line, i) => {
    for (const row of line) if (row) lineOf.set(row.id, i)
  })
  const columnOf = new Map(columns.map(({ id }, i) => [id, i]))
  return (row, column) => {
    const [line, c] = [lineOf.get(row), columnOf.get(column)]
    if (line === undefined || c === undefined || header + 1 + line > sheet.rows) return null
    const run = runs.find((run) => run.column === c && run.from <= line && line <= run.to)
    return { sheet: sheet.name, row: header + 1 + (run?.from ?? line), column: c + 1 }
  }
}

function addRemarks(sheet: Sheet, remarks: Remarks | undefined, place: TableSheet['place']): void {
  for (const [key, texts] of remarks ?? []) {
    const [row, column] = key.split('\n')
    const at = place(row, column)
    if (at) for (const text of texts) sheet.comments.add(at.row, at.column, text)
  }
}
