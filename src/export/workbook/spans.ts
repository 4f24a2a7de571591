/** Cells that were printed once over several rows: they are read into each, and shown once again. */
import type { BudgetRow, Cell } from '../../../schemas/document.js'
import type { Layout } from './layout.js'
import { keyOf } from './row.js'

/** A column, and the first and last line of the body that one printed cell takes. */
export interface Run {
  column: number
  from: number
  to: number
}

export function spannedRuns({ blocks, body }: Layout): Run[] {
  const runs: Run[] = []
  let offset = 0
  blocks.forEach(({ columns, panel, classes }, block) => {
    const keys = columns.map(({ id }) => keyOf(id, panel))
    const outer = keys.indexOf('name') === keys.lastIndexOf('name') ? -1 : keys.indexOf('name')
    columns.forEach(({ id }, c) => {
      const ofClass = c === outer || keys[c] === 'class'
      let from = 0
      for (let line = 1; line <= body.length; line++) {
        const [above, row] = [body[line - 1][block], body[line]?.[block]]
        const group = above && ofClass ? classes.get(above.id) : undefined
        if (row && group && classes.get(row.id) === group) continue
        if (above && row && isSpanned(above, row, id)) continue
        if (line - 1 > from) runs.push({ column: offset + c, from, to: line - 1 })
        from = line
      }
    })
    offset += columns.length
  })
  return runs
}

/** One box in two rows that otherwise have boxes of their own. */
function isSpanned(above: BudgetRow, row: BudgetRow, column: string): boolean {
  if (!isSameBox(above.cells[column], row.cells[column])) return false
  return Object.keys(row.cells).some((id) => {
    const [a, b] = [above.cells[id], row.cells[id]]
    return a?.bbox && b?.bbox && !isSameBox(a, b)
  })
}

function isSameBox(a: Cell | undefined, b: Cell | undefined): boolean {
  if (!a?.bbox || !b?.bbox || a.page !== b.page || a.bbox[1] !== b.bbox[1]) return false
  return a.bbox.every((edge, i) => edge === b.bbox?.[i])
}
