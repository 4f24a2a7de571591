/** A table as it is laid out: the workbook's own layout, so that both show the same. */
import type { Corrected } from '../../../../schemas/corrected.js'
import type { BudgetRow, BudgetTable, Column } from '../../../../schemas/document.js'
import { isFigure } from '../../../publish/workbook/columns.js'
import { headerSpans, type Span } from '../../../publish/workbook/header.js'
import { type Layout, layoutOf } from '../../../publish/workbook/layout.js'
import { RowFiller } from '../../../publish/workbook/row.js'
import { spannedRuns } from '../../../publish/workbook/spans.js'
import { cellKey } from './place.js'

export interface BodyCell {
  /** Null where its list has no row on this line. */
  key: string | null
  text: string
  look: 'figure' | 'name' | 'code'
  indent: number
  /** What a person has put right in it. */
  corrected: Corrected | null
  /** Lines that it takes; 0 where one above takes this. */
  rowSpan: number
}

export interface TableLayout {
  columns: readonly Column[]
  depth: number
  heads: readonly Span[]
  body: BodyCell[][]
  /** Of each line: whether it is a total or subtotal. */
  sums: boolean[]
}

export function tableLayout(table: BudgetTable): TableLayout {
  const layout = layoutOf(table)
  const { depth, spans } = headerSpans(layout.columns)
  const body = bodyOf(layout)
  for (const { column, from, to } of spannedRuns(layout)) {
    body[from][column].rowSpan = to - from + 1
    for (let line = from + 1; line <= to; line++) body[line][column].rowSpan = 0
  }
  const sums = layout.body.map((line) => line.some((row) => row !== null && isSum(row)))
  return { columns: layout.columns, depth, heads: spans, body, sums }
}

const isSum = ({ role }: BudgetRow) => role === 'total' || role === 'subtotal'

function bodyOf({ blocks, body }: Layout): BodyCell[][] {
  const fillers = blocks.map((block) => new RowFiller(block, undefined))
  return body.map((line) =>
    line.flatMap((row, i) => {
      const { columns } = blocks[i]
      const filled = row ? fillers[i].fill(row) : []
      return columns.map((column, c): BodyCell => {
        const text = row?.cells[column.id]?.text ?? filled[c]?.value ?? ''
        return {
          key: row ? cellKey(row.id, column.id) : null,
          text: String(text),
          look: lookOf(column),
          indent: isFigure(column) ? 0 : (filled[c]?.look.alignment?.indent ?? 0),
          corrected: row?.cells[column.id]?.corrected ?? codeCorrected(row, column),
          rowSpan: 1,
        }
      })
    }),
  )
}

function codeCorrected(row: BudgetRow | null, { type }: Column): Corrected | null {
  return (type === 'code' && row?.corrected) || null
}

function lookOf(column: Column): BodyCell['look'] {
  if (isFigure(column)) return 'figure'
  return column.type === 'code' ? 'code' : 'name'
}

/** Names of the cells, line by line, without the gaps beside shorter lists. */
export function tableGrid(table: BudgetTable): string[][] {
  const { body } = tableLayout(table)
  return body.map((line) => line.map(({ key }) => key ?? ''))
}
