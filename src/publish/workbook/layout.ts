/** Where each column and each row of a table stands on its sheet. */
import type { BudgetRow, BudgetTable, Cell, Column } from '../../../schemas/document.js'
import { type ClassRow, classesOf } from './classes.js'
import { isFigure, type Names, namesOf } from './columns.js'

/** Columns of a sheet: a list's own columns, and which rows fill them. */
export interface Block {
  panel: BudgetRow['panel']
  columns: Column[]
  rows: BudgetRow[]
  names: Names
  /** By row, the class whose cell stands beside it. */
  classes: ReadonlyMap<string, ClassRow>
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
  const parts = partsOf(table)
  const blocks: Block[] = []
  for (const part of parts) {
    const rows = parts.length === 1 ? table.rows : table.rows.filter((row) => isWithin(row, part))
    blocks.push({ ...part, rows, names: namesOf(part.columns), classes: classesOf(rows) })
  }
  return blocks
}

function partsOf(table: BudgetTable): Part[] {
  const byPanel = byPanels(table)
  if (isDivision(table, byPanel)) return byPanel
  const byRepetition = repeated(table.columns)
  return isDivision(table, byRepetition) ? byRepetition : [{ panel: null, columns: table.columns }]
}

function byPanels({ rows, columns }: BudgetTable): Part[] {
  const parts = new Map<Block['panel'], Part>()
  for (const { panel } of rows) if (!parts.has(panel)) parts.set(panel, { panel, columns: [] })
  for (const column of columns) parts.get(column.panel)?.columns.push(column)
  return [...parts.values()]
}

type Part = Pick<Block, 'panel' | 'columns'>

/** Whether each column and each row is in one part. */
function isDivision(table: BudgetTable, parts: readonly Part[]): boolean {
  let placed = 0
  for (const { columns } of parts) placed += columns.length
  if (parts.length < 2 || placed !== table.columns.length) return false
  for (const row of table.rows) {
    let homes = 0
    for (const part of parts) if (isWithin(row, part)) homes += 1
    if (homes !== 1) return false
  }
  return true
}

function isWithin(row: BudgetRow, { panel, columns }: Part): boolean {
  if (row.panel !== panel) return false
  for (const id in row.cells) if (!hasColumn(columns, id)) return false
  return true
}

function hasColumn(columns: readonly Column[], id: string): boolean {
  for (const column of columns) if (column.id === id) return true
  return false
}

/** A list begins anew where what names a row stands behind figures (决算 tables in two halves). */
function repeated(columns: readonly Column[]): Part[] {
  const lists: Part[] = []
  for (const [i, column] of columns.entries()) {
    if (i === 0 || (column.key !== null && isFigure(columns[i - 1])))
      lists.push({ panel: null, columns: [] })
    lists.at(-1)?.columns.push(column)
  }
  return lists
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
