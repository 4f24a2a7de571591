import type { BudgetDocument, BudgetRow, BudgetTable } from '../../schemas/document.js'
import { fold } from '../../schemas/text.js'
import type { Tally } from './tally.js'

/** An amount as another reader saw it, with the label and codes left of it and the header above. */
export interface PrintedCell {
  page: number
  kind: string
  label: string
  codes: string
  header: string
  amount: string
}

const bare = (text: string) => fold(text).replace(/[^\p{Script=Han}\w]/gu, '')

/** Counts the other reader's amounts that stand in a row and a column that bear its label and header. */
export function compareCells(
  file: string,
  printed: PrintedCell[],
  document: BudgetDocument,
  tally: Tally,
): string[] {
  const notes: string[] = []
  for (const cell of printed) {
    tally.cells += 1
    if (document.tables.some((table) => table.kind === cell.kind && holds(table, cell)))
      tally.cellsAgree += 1
    else
      notes.push(
        `CELL ${file} p${cell.page} ${cell.kind} "${cell.label}" [${cell.codes}] "${cell.header}" ${cell.amount}`,
      )
  }
  return notes
}

function holds(table: BudgetTable, cell: PrintedCell): boolean {
  const amount = fold(cell.amount)
  return table.rows.some((row) =>
    table.columns.some((column) => {
      const read = row.cells[column.id]
      return (
        read &&
        read.page === cell.page &&
        fold(read.text) === amount &&
        sameRow(table, row, cell) &&
        sameColumn(column.path, cell)
      )
    }),
  )
}

/** The nearest label may be a second name of the row: the government's, where both classifications stand. */
function sameRow(table: BudgetTable, row: BudgetRow, cell: PrintedCell): boolean {
  const label = bare(cell.label)
  if (label === '' || /^[\d]+$/.test(label)) return true
  const words = table.columns.filter(({ type }) => type === 'name' || type === 'text')
  const texts = words.map(({ id }) => row.cells[id]?.text ?? '')
  const own = bare([row.label, row.name, ...texts].join(''))
  return (
    own.includes(label) ||
    bare(row.name) === label ||
    (row.name !== '' && label.includes(bare(row.name)))
  )
}

function sameColumn(path: string[], cell: PrintedCell): boolean {
  const header = bare(cell.header)
  if (header === '' || !/\p{Script=Han}/u.test(header)) return true
  const own = bare(path.join(''))
  return own.includes(header) || path.some((part) => header.includes(bare(part)))
}
