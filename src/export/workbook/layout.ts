/** Where each column and each row of a table stands on its sheet. */
import type { BudgetRow, BudgetTable, Cell, Column } from '../../../schemas/document.js'
import { type ClassGroup, classGroups } from './classes.js'
import { isFigure } from './row.js'

/** Columns of a sheet: a list's own columns, and which rows fill them. */
export interface Block {
  panel: BudgetRow['panel']
  columns: Column[]
  rows: BudgetRow[]
  /** By row, the class whose cell stands beside it. */
  classes: ReadonlyMap<string, ClassGroup>
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

/** Lists side by side stand beside each other as published; other tables are one block. */
function blocksOf(table: BudgetTable): Block[] {
  const panels = [...new Set(table.rows.map((row) => row.panel))]
  const byPanel = panels.map((panel) => ({
    panel,
    columns: table.columns.filter((column) => panelOf(column, panels) === panel),
  }))
  const byRepetition = repeated(table.columns).map((columns) => ({ panel: null, columns }))
  const whole = [{ panel: null, columns: table.columns }]
  const parts = [byPanel, byRepetition].find((parts) => isDivision(table, parts)) ?? whole
  return parts.map((part) => {
    const rows = parts.length === 1 ? table.rows : table.rows.filter((row) => isWithin(row, part))
    return { ...part, rows, classes: classGroups(rows) }
  })
}

type Part = Pick<Block, 'panel' | 'columns'>

/** Whether each column and each row is in one part. */
function isDivision(table: BudgetTable, parts: readonly Part[]): boolean {
  const placed = parts.reduce((sum, { columns }) => sum + columns.length, 0)
  return (
    parts.length > 1 &&
    placed === table.columns.length &&
    table.rows.every((row) => parts.filter((part) => isWithin(row, part)).length === 1)
  )
}

function isWithin(row: BudgetRow, { panel, columns }: Part): boolean {
  const ids = Object.keys(row.cells)
  return row.panel === panel && ids.every((id) => columns.some((column) => column.id === id))
}

/** A list begins anew where what names a row stands behind figures (决算 tables in two halves). */
function repeated(columns: readonly Column[]): Column[][] {
  const lists: Column[][] = []
  columns.forEach((column, i) => {
    const names = column.type === 'code' || column.type === 'name'
    if (i === 0 || (names && isFigure(columns[i - 1]))) lists.push([])
    lists.at(-1)?.push(column)
  })
  return lists
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
