/** A list as text -> a table of the core kind. */
import type { BudgetRow, BudgetTable } from '../../schemas/document.js'
import { cell, column, row, table } from './document.js'

/** A line a row, the first r0: `role|parent|code|label|figure|figure|figure`, the parent by its id. */
export function listing(lines: string, overrides: Partial<BudgetTable> = {}): BudgetTable {
  const rows = lines
    .trim()
    .split('\n')
    .map((line, i): BudgetRow => {
      const [role, parent, code, label, ...figures] = line.split('|').map((part) => part.trim())
      return row(`r${i}`, {
        ...{ parent: parent || null, role: role as BudgetRow['role'], code: code || null, label },
        name: label.replace(/^(?:其中[:：]|[一二三]、|（[一二三]）)+/, ''),
        cells: Object.fromEntries(
          COLUMNS.slice(0, Math.max(1, figures.length)).map((id, c) => [
            id,
            cell(figures[c] ?? ''),
          ]),
        ),
      })
    })
  const columns = COLUMNS.map((id) => column(id, { meaning: id }))
  return table({ rows, columns, ...overrides })
}

const COLUMNS = ['total', 'basic', 'project']
