/** 问题: what a person should look at, linked to the cell where one is known. */
import type { BudgetDocument, Issue } from '../../../schemas/document.js'
import { FIELD_LABELS, SEVERITY_LABELS } from '../../../schemas/labels.js'
import type { Place } from '../xlsx/address.js'
import type { Workbook } from '../xlsx/package.js'
import { count, List, type ListColumn, listed, text } from './list.js'
import type { TableSheet } from './table-sheet.js'

export const ISSUE_COLUMNS: readonly ListColumn[] = [
  {
    title: FIELD_LABELS.severity.zh,
    width: 8,
    about: listed(SEVERITY_LABELS),
    type: 'text',
  },
  { title: FIELD_LABELS.issueCode.zh, width: 24, about: '供程序辨认，各版本不变', type: 'text' },
  { title: FIELD_LABELS.message.zh, width: 90, about: '程序所写的说明', type: 'text' },
  { title: '位置', width: 30, about: '所在的表，点击到单元格；单元格不明时到表', type: 'text' },
  { title: '页', width: 6, about: 'PDF 的页，从 1 起', type: 'number' },
]

export function addIssues(
  workbook: Workbook,
  document: BudgetDocument,
  tables: ReadonlyMap<string, TableSheet>,
): void {
  const list = new List(workbook, '问题', ISSUE_COLUMNS)
  for (const issue of document.issues) {
    const home = issue.table === null ? undefined : tables.get(issue.table)
    list.add([
      text(SEVERITY_LABELS[issue.severity].zh),
      text(issue.code),
      text(issue.message.zh),
      text(home?.sheet.name ?? issue.table, home && placeOf(issue, home)),
      count(issue.page),
    ])
  }
  list.end()
}

/** The cell that was read from the issue's box, else the top of the table. */
function placeOf({ page, bbox }: Issue, { table, sheet, place }: TableSheet): Place {
  const box = bbox?.join()
  for (const row of box === undefined ? [] : table.rows) {
    for (const [column, cell] of Object.entries(row.cells)) {
      const found = cell.page === page && cell.bbox?.join() === box && place(row.id, column)
      if (found) return found
    }
  }
  return { sheet: sheet.name, row: 1, column: 1 }
}
