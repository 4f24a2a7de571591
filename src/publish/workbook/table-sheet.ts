/** One table -> one sheet, laid out like the publication. */
import type { BudgetTable, Column } from '../../../schemas/document.js'
import { FIELD_LABELS } from '../../../schemas/labels.js'
import type { Place } from '../xlsx/address.js'
import { MOST_ROWS, type Sheet, type SheetCell } from '../xlsx/sheet.js'
import type { Workbook } from '../xlsx/workbook.js'
import type { Remarks } from './failures.js'
import { addHeader, headerSpans } from './header.js'
import { addHeading, widened } from './heading.js'
import { type Layout, layoutOf } from './layout.js'
import { LOOKS } from './looks.js'
import { printed } from './print.js'
import { RowFiller } from './row.js'
import { type Run, spannedRuns } from './spans.js'
import { LINE_HEIGHT, lines, rowHeight, widthsOf } from './width.js'

/** A table on its sheet: where its columns and each of its cells stand. */
export interface TableSheet {
  table: BudgetTable
  name: string
  columns: { column: Column; number: number; header: Place }[]
  place(row: string, column: string): Place | null
}

/** Title, and the line of owner and unit. */
const HEADING_ROWS = 2
/** Keeps a few rows for the notes; what no sheet can hold is in the long list. */
const KEPT = 2_000

export function addTable(
  workbook: Workbook,
  name: string,
  table: BudgetTable,
  remarks: Remarks | undefined,
): TableSheet {
  const layout = layoutOf(table)
  const { columns, blocks } = layout
  const header = HEADING_ROWS + headerSpans(columns).depth
  const runs = spannedRuns(layout)
  const place = placesOf(name, layout, runs, header)
  const body = bodyCells(layout, remarks)
  const widths = widened(widthsOf(columns, body), table)
  const naming = Math.max(
    0,
    columns.findIndex(({ type }) => type === 'amount'),
  )
  const named = blocks.length === 1 ? naming : 0
  const frozen = { rows: header, columns: named }
  const { breaks, ...paper } = printed({ widths, naming: named }, header)
  const sheet = workbook.open({ name, frozen, ...paper })
  const first = widths.slice(0, breaks[0])
  addHeading(sheet, table, first)
  const leaves = addHeader(sheet, columns, widths, breaks)
  addRemarks(body, remarks, place, header)
  const left = addBody(sheet, body, runs, widths)
  addNotes(sheet, table, left, first)
  sheet.close()
  return { table, name, columns: columnsOf(name, columns, leaves), place }
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

/** @returns how many lines found no room */
function addBody(
  sheet: Sheet,
  body: readonly SheetCell[][],
  runs: readonly Run[],
  widths: readonly number[],
): number {
  const first = sheet.rows + 1
  for (const { column, from, to } of runs) {
    for (let line = from + 1; line <= to; line++)
      body[line][column] = { ...body[line][column], value: null }
    sheet.merge(first + from, column + 1, first + to, column + 1)
  }
  const room = MOST_ROWS - KEPT - sheet.rows
  for (const cells of body.slice(0, room)) sheet.add(cells, rowHeight(cells, widths))
  return Math.max(0, body.length - room)
}

/** Below the table: its notes, the text that found no cell, and what was left out. */
function addNotes(
  sheet: Sheet,
  table: BudgetTable,
  missing: number,
  widths: readonly number[],
): void {
  const width = widths.reduce((sum, one) => sum + one, 0)
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
    sheet.merge(row, 1, row, widths.length)
  }
}

function columnsOf(
  sheet: string,
  columns: readonly Column[],
  leaves: readonly Pick<Place, 'row' | 'column'>[],
): TableSheet['columns'] {
  return columns.map((column, i) => ({ column, number: i + 1, header: { sheet, ...leaves[i] } }))
}

/** A cell within a span stands where the span begins. */
function placesOf(
  sheet: string,
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
    if (line === undefined || c === undefined || header + line >= MOST_ROWS - KEPT) return null
    const run = runs.find((run) => run.column === c && run.from <= line && line <= run.to)
    return { sheet, row: header + 1 + (run?.from ?? line), column: c + 1 }
  }
}

/** What is said of a cell; one that is said more of has all of it. */
function addRemarks(
  body: SheetCell[][],
  remarks: Remarks | undefined,
  place: TableSheet['place'],
  header: number,
): void {
  for (const [key, texts] of remarks ?? []) {
    const [row, column] = key.split('\n')
    const at = place(row, column)
    if (at === null) continue
    const [line, c] = [at.row - header - 1, at.column - 1]
    const cell = body[line][c]
    const note = [...(cell.note ? [cell.note] : []), ...texts].join('\n\n')
    body[line][c] = { ...cell, note }
  }
}
