/** 问题: what a person should look at, linked to the cell where one is known. */
import type { Issue } from '../../../schemas/document.js'
import { FIELD_LABELS, SEVERITY_LABELS } from '../../../schemas/labels.js'
import type { Place } from '../xlsx/address.js'
import type { SheetCell } from '../xlsx/sheet.js'
import { count, text } from './cells.js'
import { type Book, type ListSheet, listed } from './list.js'
import type { TableSheet } from './table-sheet.js'

const COLUMNS: ListSheet['columns'] = [
  {
    title: FIELD_LABELS.severity.zh,
    width: 8,
    about: listed(SEVERITY_LABELS),
    type: 'text',
  },
  { title: FIELD_LABELS.issueCode.zh, width: 24, about: '供程序辨认，各版本不变', type: 'text' },
  { title: FIELD_LABELS.message.zh, width: 90, about: '程序所写的说明', type: 'text' },
  { title: '位置', width: 30, about: '所在的表，点击到单元格；单元格不明时到表', type: 'text' },
  { title: '页', width: 6, about: 'PDF 的页，从 1 起；点击打开 PDF', type: 'number' },
]

export const ISSUES: ListSheet = { name: '问题', columns: COLUMNS, rows }

function* rows({ document, tables, source }: Book): Generator<SheetCell[]> {
  for (const issue of document.issues) {
    const home = issue.table === null ? undefined : tables.get(issue.table)
    yield [
      text(SEVERITY_LABELS[issue.severity].zh),
      text(issue.code),
      text(issue.message.zh),
      text(home?.name ?? issue.table, home && placeOf(issue, home)),
      count(issue.page, source.page(issue.page)),
    ]
  }
}

/** The cell that was read from the issue's box, else the top of the table. */
function placeOf({ page, bbox }: Issue, { table, name, place }: TableSheet): Place {
  const box = bbox?.join()
  for (const row of box === undefined ? [] : table.rows) {
    for (const [column, cell] of Object.entries(row.cells)) {
      const found = cell.page === page && cell.bbox?.join() === box && place(row.id, column)
      if (found) return found
    }
  }
  return { sheet: name, row: 1, column: 1 }
}
