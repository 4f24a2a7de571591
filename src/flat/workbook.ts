/** Rows -> one sheet, row by row: numbers where a double is exactly the figure, codes as text, the page as a link. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Row as SheetRow, stream as Streams, Worksheet } from 'exceljs'
import type { PanelColumn } from '../../schemas/panel/column.js'
import { UsageError } from '../files/errors.js'
import type { Row, Value } from '../panel/table.js'

/** What a sheet holds, its head included, and of links. */
const MOST_ROWS = 1_048_576
const MOST_LINKS = 65_530
/** So many digits come back from a double as they went in; it is also all that Excel shows. */
const MOST_DIGITS = 15
/** Rows between two breaths, in which what is written so far leaves memory. */
const BREATH = 500
/** No clock is read: the same documents make the same bytes. */
const NO_DAY = new Date(Date.UTC(1980, 0, 1))

/** @param part a file that is not there yet */
export async function writeWorkbook(
  part: string,
  name: string,
  columns: readonly PanelColumn[],
  rows: Iterable<Row>,
): Promise<void> {
  const { default: excel } = await import('exceljs')
  const target = createWriteStream(part, { flags: 'wx' })
  try {
    const book = new excel.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true })
    datesFixed(book)
    await fillSheet(
      book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] }),
      columns,
      rows,
    )
    await book.commit()
    await finished(target)
  } catch (cause) {
    // A file that is not open yet would be made after it was taken away.
    target.destroy()
    if (!target.closed) await once(target, 'close')
    throw cause
  }
}

async function fillSheet(
  sheet: Worksheet,
  columns: readonly PanelColumn[],
  rows: Iterable<Row>,
): Promise<void> {
  sheet.columns = columns.map(({ name: key, type }) => ({ header: key, key, width: WIDTHS[type] }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  let count = 1
  for (const row of rows) {
    count += 1
    if (count > MOST_ROWS)
      throw new UsageError(
        `a sheet holds ${MOST_ROWS} rows: give -o a name that ends in .csv or .parquet`,
      )
    fill(sheet.addRow([]), columns, row, count <= MOST_LINKS)
    if (count % BREATH === 0) await setImmediate()
  }
}

const WIDTHS: Record<PanelColumn['type'], number> = {
  text: 16,
  integer: 8,
  decimal: 20,
  boolean: 8,
  points: 8,
}

function fill(line: SheetRow, columns: readonly PanelColumn[], row: Row, canLink: boolean): void {
  for (const [i, { name, type }] of columns.entries()) {
    const value = row[name] ?? null
    if (value === null) continue
    const cell = line.getCell(i + 1)
    const number = type === 'decimal' ? exactNumber(String(value)) : null
    cell.value = name === 'link' && canLink ? linkTo(value) : (number ?? value)
    if (number !== null) cell.numFmt = formatOf(String(value))
    else if (type === 'text') cell.numFmt = '@'
  }
  line.commit()
}

function linkTo(value: Value): { text: string; hyperlink: string } {
  return { text: decodeURI(String(value)), hyperlink: String(value) }
}

/** The number that is exactly the figure, or null where there is none: then its digits stay, as text. */
export function exactNumber(value: string): number | null {
  const digits = value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
  return digits.length <= MOST_DIGITS ? Number(value) : null
}

/** As many decimals as the figure has: nothing is rounded to the eye. */
function formatOf(value: string): string {
  const decimals = value.split('.')[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

interface Archive {
  append: (source: unknown, entry: { name: string; date?: Date }) => unknown
}

/** The archive of the writer dates its entries by the clock, and has no way to be told otherwise. */
function datesFixed(book: Streams.xlsx.WorkbookWriter): void {
  const { zip } = book as unknown as { zip: Archive }
  const append = zip.append.bind(zip)
  zip.append = (source, entry) => append(source, { ...entry, date: NO_DAY })
  book.created = NO_DAY
  book.modified = NO_DAY
}
