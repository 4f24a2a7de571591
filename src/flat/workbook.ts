/** Rows -> one sheet, row by row: numbers where a double is exactly the figure, codes as text, the page as a link. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Row as SheetRow, Worksheet } from 'exceljs'
import { exactNumber } from '../../schemas/decimal.js'
import type { PanelColumn } from '../../schemas/panel/column.js'
import { UsageError } from '../files/errors.js'
import type { Row, Value } from '../panel/table.js'
import { MOST_LINKS, MOST_ROWS } from '../publish/xlsx/sheet.js'
import { cellText } from '../publish/xlsx/text.js'
import { DatedWriter } from '../publish/xlsx/workbook.js'

/** Rows between two breaths, in which what is written so far leaves memory. */
const BREATH = 500

/** @param part a file that is not there yet */
export async function writeWorkbook(
  part: string,
  name: string,
  columns: readonly PanelColumn[],
  rows: Iterable<Row>,
): Promise<void> {
  const target = createWriteStream(part, { flags: 'wx' })
  try {
    const book = new DatedWriter({ stream: target, useStyles: true })
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
    cell.value = name === 'link' && canLink ? linkTo(String(value)) : (number ?? written(value))
    if (number !== null) cell.numFmt = formatOf(String(value))
    else if (type === 'text') cell.numFmt = '@'
  }
  line.commit()
}

function written(value: Value): Value {
  return typeof value === 'string' ? cellText(value) : value
}

function linkTo(link: string): { text: string; hyperlink: string } {
  return { text: cellText(link.split('/').map(decoded).join('/')), hyperlink: link }
}

/** What `--links` names may be no address (`50%`): that part is shown as it is. */
function decoded(part: string): string {
  try {
    return decodeURI(part)
  } catch {
    return part
  }
}

/** As many decimals as the figure has: nothing is rounded to the eye. */
function formatOf(value: string): string {
  const decimals = value.split('.')[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}
