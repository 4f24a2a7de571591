/** A flat list as a sheet: one header row that stays in sight, a filter, columns that fit. */
import type { BudgetDocument } from '../../../schemas/document.js'
import type { Label } from '../../../schemas/labels.js'
import type { Place } from '../xlsx/address.js'
import type { Sheet } from '../xlsx/sheet.js'
import type { Workbook } from '../xlsx/workbook.js'
import type { ListCell } from './cells.js'
import { LOOKS } from './looks.js'
import { printed } from './print.js'
import type { Source } from './source.js'
import type { TableSheet } from './table-sheet.js'
import { rowHeight } from './width.js'

/** What the lists of a workbook are filled from. */
export interface Book {
  document: BudgetDocument
  source: Source
  /** In the order of their sheets. */
  tables: ReadonlyMap<string, TableSheet>
  /** Where the figures of the narrative stand, by their ids. */
  facts: ReadonlyMap<string, Place>
  /** The lists that this workbook has. */
  lists: readonly ListSheet[]
}

export interface ListColumn {
  title: string
  /** In characters. */
  width: number
  /** For the 数据字典. */
  about: string
  type: 'text' | 'number'
}

export interface ListSheet {
  name: string
  columns: readonly ListColumn[]
  /** Where nothing is said, every document has one. */
  isIn?(document: BudgetDocument): boolean
  rows(book: Book): Iterable<ListCell[]>
}

/** The values that a column can hold, for the 数据字典. */
export function listed(labels: Readonly<Record<string, Label>>): string {
  return Object.values(labels)
    .map(({ zh }) => zh)
    .join('、')
}

/** A megabyte or less. */
const ROWS_AT_ONCE = 200

/** What a full sheet cannot hold goes on on a further one. */
export async function addList(workbook: Workbook, list: ListSheet, book: Book): Promise<void> {
  const widths = list.columns.map(({ width }) => width)
  let sheet = begin(workbook, list, widths)
  for (const cells of list.rows(book)) {
    if (sheet.isFull(cells.length)) {
      sheet.close(widths.length)
      sheet = begin(workbook, list, widths)
    }
    sheet.add(cells, rowHeight(cells, widths))
    if (sheet.rows % ROWS_AT_ONCE === 0) await sheet.packed()
  }
  sheet.close(widths.length)
}

function begin(workbook: Workbook, { name, columns }: ListSheet, widths: number[]): Sheet {
  const sheet = workbook.open({
    name: workbook.names.take(name),
    frozen: { rows: 1, columns: 0 },
    ...printed({ widths }, 1),
  })
  sheet.add(columns.map(({ title }) => ({ value: title, look: LOOKS.header })))
  return sheet
}
