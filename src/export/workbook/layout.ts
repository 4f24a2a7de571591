/** Where each column and each row of a table stands on its sheet. */
import type { BudgetRow, BudgetTable, Cell, Column } from '../../../schemas/document.js'

/** Columns of a sheet: a list's own columns, and which rows fill them. */
export interface Block {
  panel: BudgetRow['panel']
  columns: Column[]
  rows: BudgetRow[]
}

export interface Layout {
  columns: Column[]
  blocks: Block[]
  /** For each line of the body, the row of each block that stands on it. */
  body: (BudgetRow | null)[][]
}

export function layoutOf(table: BudgetTable): Layout {
  const blocks = blocksOf(table)
  return { columns: blocks.flatMap(({ columns }) => columns), blocks, body: abreast(blocks) }
}

/** Side-by-side lists stand beside each other as published; other tables are one block. */
function blocksOf(table: BudgetTable): Block[] {
  const panels = [...new Set(table.rows.map((row) => row.panel))]
  const blocks = panels.map((panel) => ({
    panel,
    columns: table.columns.filter((column) => panelOf(column, panels) === panel),
    rows: table.rows.filter((row) => row.panel === panel),
  }))
  const whole = blocks.every(({ columns, rows }) => {
    const ids = new Set(columns.map(({ id }) => id))
    return rows.every((row) => Object.keys(row.cells).every((id) => ids.has(id)))
  })
  const placed = blocks.reduce((sum, { columns }) => sum + columns.length, 0)
  return panels.length > 1 && whole && placed === table.columns.length
    ? blocks
    : [{ panel: null, columns: table.columns, rows: table.rows }]
}

/** The panel that a column is of: `expenditure_by_nature_name` begins with `expenditure_` too. */
function panelOf(column: Column, panels: readonly (string | null)[]): string | null {
  const found = panels.filter((panel) => panel !== null && column.id.startsWith(`${panel}_`))
  return found.toSorted((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0] ?? null
}

/** Rows of side-by-side lists that were printed on one line stand on one line. */
function abreast(blocks: Block[]): (BudgetRow | null)[][] {
  if (blocks.length === 1) return blocks[0].rows.map((row) => [row])
  const at = blocks.map(() => 0)
  const body: (BudgetRow | null)[][] = []
  for (;;) {
    const heads = blocks.map(({ rows }, i) => rows[at[i]] ?? null)
    const first = heads
      .filter((head) => head !== null)
      .reduce<BudgetRow | null>((a, b) => (a === null || isAbove(b, a) ? b : a), null)
    if (first === null) return body
    const line = heads.map((head) => (head !== null && isBeside(head, first) ? head : null))
    line.forEach((row, i) => {
      if (row !== null) at[i]++
    })
    body.push(line)
  }
}

function positionOf(row: BudgetRow): Cell | null {
  return Object.values(row.cells).find(({ bbox }) => bbox !== null) ?? null
}

function isAbove(a: BudgetRow, b: BudgetRow): boolean {
  const [one, other] = [positionOf(a), positionOf(b)]
  if (!one?.bbox || !other?.bbox) return false
  return one.page < other.page || (one.page === other.page && one.bbox[3] < other.bbox[3])
}

/** One line: the middle of the one lies within the other. What has no place stands where it comes. */
function isBeside(a: BudgetRow, b: BudgetRow): boolean {
  const [one, other] = [positionOf(a), positionOf(b)]
  if (a === b || !one?.bbox || !other?.bbox) return true
  const within = (x: readonly number[], y: readonly number[]) =>
    (x[1] + x[3]) / 2 > y[1] && (x[1] + x[3]) / 2 < y[3]
  return one.page === other.page && (within(one.bbox, other.bbox) || within(other.bbox, one.bbox))
}
