/** Cells that were printed once over several rows: they are read into each, and shown once again. */
import type { BudgetRow, Cell } from '../../../schemas/document.js'
import type { Layout } from './layout.js'

/** A column, and the first and last line of the body that one printed cell takes. */
export interface Run {
  column: number
  from: number
  to: number
}

export function spannedRuns({ blocks, body }: Layout): Run[] {
  const runs: Run[] = []
  let offset = 0
  for (const [at, { columns, names, classes }] of blocks.entries()) {
    const rows = body.map((line) => line[at])
    for (const [c, { id, key }] of columns.entries()) {
      const groups = c === names.outer || key === 'class' ? classes : null
      addRuns(runs, rows, id, offset + c, groups)
    }
    offset += columns.length
  }
  return runs
}

type Rows = readonly (BudgetRow | null | undefined)[]

function addRuns(
  runs: Run[],
  rows: Rows,
  id: string,
  column: number,
  groups: Layout['blocks'][number]['classes'] | null,
): void {
  let from = 0
  for (let line = 1; line <= rows.length; line++) {
    const above = rows[line - 1]
    const row = rows[line]
    const group = above ? groups?.get(above.id) : undefined
    if (row && group && groups?.get(row.id) === group) continue
    if (above && row && isSpanned(above, row, id)) continue
    if (line - 1 > from) runs.push({ column, from, to: line - 1 })
    from = line
  }
}

/** One box with something in it, in two rows that otherwise have boxes of their own. */
function isSpanned(above: BudgetRow, row: BudgetRow, column: string): boolean {
  if (!row.cells[column]?.text || !isSameBox(above.cells[column], row.cells[column])) return false
  for (const id of Object.keys(row.cells)) {
    const a = above.cells[id]
    const b = row.cells[id]
    if (a?.bbox && b?.bbox && !isSameBox(a, b)) return true
  }
  return false
}

function isSameBox(a: Cell | undefined, b: Cell | undefined): boolean {
  if (!a?.bbox || !b?.bbox || a.page !== b.page || a.bbox[1] !== b.bbox[1]) return false
  return a.bbox[0] === b.bbox[0] && a.bbox[2] === b.bbox[2] && a.bbox[3] === b.bbox[3]
}
