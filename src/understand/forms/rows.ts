/** Lines of an indicator table -> its rows, panel by panel; what a page break cut is joined. */
import { type ColumnRole, LEVEL1, LEVEL2, SCORE_TOTAL } from '../../../schemas/forms/columns.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { type Columns, headerAt, type Panel, placeOn, readColumns } from './columns.js'
import { cellOver, filledCells, isIndicatorHeader } from './line.js'
import type { FormLine } from './part.js'
import { plainLabel } from './words.js'

export interface IndicatorRow {
  line: FormLine
  panel: Panel
  cells: Partial<Record<ColumnRole, RawCell>>
  /** Texts of columns that no field is for, under their header. */
  details: { header: string; cell: RawCell }[]
}

export interface Rows {
  rows: IndicatorRow[]
  /** The last row of a review. */
  totals: IndicatorRow[]
  /** Texts over the whole width among the rows: 主要政策任务1：… */
  banners: RawCell[]
  used: Set<RawCell>
}

export function readRows(lines: readonly FormLine[], known: Columns | null = null): Rows {
  const read: Rows = { rows: [], totals: [], banners: [], used: new Set() }
  let columns = known
  let skipTo = -1
  for (const [i, line] of lines.entries()) {
    if (i <= skipTo) continue
    if (isIndicatorHeader(line.cells)) {
      const { at, over } = headerAt(lines, i)
      columns = readColumns(lines[at], over)
      for (const cell of columns.header) read.used.add(cell)
      skipTo = at
    } else if (columns) readLine(line, columns, read)
  }
  // Sorting is stable: within a panel the order of the lines stays.
  return { ...read, rows: read.rows.toSorted((a, b) => a.panel.index - b.panel.index) }
}

function readLine(line: FormLine, columns: Columns, read: Rows): void {
  for (const panel of columns.panels) {
    const row = rowOf(line, panel, columns)
    const named = namingCells(row)
    if (isTotal(row)) {
      if (read.totals.every((other) => other.line !== line)) read.totals.push(row)
      use(row, read.used)
    } else if (isBanner(row, panel)) {
      const [cell] = named
      if (!read.used.has(cell)) read.banners.push(cell)
      read.used.add(cell)
    } else if (named.some((cell) => !read.used.has(cell))) {
      if (!joinTail(row, read)) read.rows.push(row)
      use(row, read.used)
    } else use(row, read.used)
  }
}

function rowOf(line: FormLine, panel: Panel, columns: Columns): IndicatorRow {
  const row: IndicatorRow = { line, panel, cells: {}, details: [] }
  const first = columns.panels[0].columns.find(({ role }) => role === 'level1')
  if (panel.index > 0 && panel.level1 === null && first)
    row.cells.level1 = cellOver(line.cells, placeOn(first.x, columns.part, line.part)) ?? undefined
  for (const { role, header, x } of panel.columns) {
    const cell = cellOver(line.cells, placeOn(x, columns.part, line.part))
    if (cell === null) continue
    if (role === 'detail' || (row.cells[role] !== undefined && role !== 'level1')) {
      if (cell.text !== '') row.details.push({ header, cell })
    } else row.cells[role] ??= cell
  }
  return merged(spread(row))
}

/**
 * Texts of two cells that the page paints as one string stand in the first: a level that the standard
 * has, then the name (烟台/市场监督管理局 p45), or a name and its target, told by the sign.
 */
function spread(row: IndicatorRow): IndicatorRow {
  const { level1, level2, level3, target } = row.cells
  cut(row, ['level1', level1], ['level2', level2], (text) => prefixOf(text, LEVEL1))
  cut(row, ['level2', level2], ['level3', level3], (text) => prefixOf(text, LEVEL2))
  cut(row, ['level3', level3], ['target', target], (text) => text.search(/[≥≤≧≦＞＜＝>=<]/))
  return row
}

type Held = [role: ColumnRole, cell: RawCell | undefined]

function cut(row: IndicatorRow, [a, left]: Held, [b, right]: Held, at: (text: string) => number) {
  if (!left || right?.text !== '' || left === right || left.row !== right.row) return
  const i = at(left.text)
  if (i <= 0 || i >= left.text.length) return
  row.cells[a] = { ...left, text: left.text.slice(0, i).trim() }
  row.cells[b] = { ...right, text: left.text.slice(i).trim() }
}

/** Length of the longest level that a text begins with; 0 where it begins with none or is one. */
function prefixOf(text: string, levels: RegExp): number {
  if (levels.test(fold(text))) return 0
  for (let i = text.length - 1; i > 3; i--)
    if (/指标$/.test(text.slice(0, i)) && levels.test(fold(text.slice(0, i)))) return i
  return 0
}

/** A cell that reaches over several levels is the first of them, or the name where it reaches that far. */
function merged(row: IndicatorRow): IndicatorRow {
  const { level1, level2, level3 } = row.cells
  if (level2 !== undefined && level2 === level3) row.cells.level2 = undefined
  if (level1 !== undefined && level1 === level2) row.cells.level2 = undefined
  if (level1 !== undefined && level1 === level3) row.cells.level1 = undefined
  return row
}

/** What makes a row: its name and its target, filled. */
function namingCells({ cells: { level3, target } }: IndicatorRow): RawCell[] {
  return [level3, target].filter((cell) => cell !== undefined).filter(({ text }) => text !== '')
}

function isTotal({ cells: { level1, level2, level3 } }: IndicatorRow): boolean {
  return [level1, level2, level3].some((cell) => cell && SCORE_TOTAL.test(plainLabel(cell.text)))
}

/** One text over name and target alike is no indicator. */
function isBanner({ cells: { level3, target } }: IndicatorRow, panel: Panel): boolean {
  return panel.columns.length > 1 && level3 !== undefined && level3 === target && level3.text !== ''
}

function use({ line, cells, details }: IndicatorRow, used: Set<RawCell>): void {
  for (const cell of Object.values(cells)) if (cell) used.add(cell)
  for (const { cell } of details) used.add(cell)
  for (const cell of line.cells) if (LEVEL1.test(fold(cell.text))) used.add(cell)
}

/**
 * The first line of a page can be the rest of the row before the break: the last character of a
 * target or of a name alone, all other cells of the line empty.
 */
function joinTail(row: IndicatorRow, read: Rows): boolean {
  const before = read.rows.findLast(({ panel }) => samePanel(panel, row.panel))
  if (!before || !mayGoOn(before, row)) return false
  const tails = tailsOf(row)
  if (tails === null) return false
  for (const role of tails) {
    const cut = before.cells[role]
    const tail = row.cells[role]
    if (tail) before.cells[role] = cut ? { ...cut, text: cut.text + tail.text } : tail
  }
  return true
}

/** The first row of a page, below its heads, against the last one of the page before. */
function mayGoOn(before: IndicatorRow, { line }: IndicatorRow): boolean {
  return line.part !== before.line.part && before.line.row + 1 === before.line.part.bottom
}

function samePanel(a: Panel, b: Panel): boolean {
  return a.index === b.index && a.columns.length === b.columns.length
}

/** Roles of the texts that end in this line, where they cannot be a row; null where they can. */
function tailsOf({ line, cells }: IndicatorRow): ColumnRole[] | null {
  const own = (Object.entries(cells) as [ColumnRole, RawCell][]).filter(
    ([, cell]) => cell && cell.text !== '' && cell.rowSpan === 1,
  )
  const roles = own.map(([role]) => role)
  if (roles.includes('level3') && roles.includes('target')) return null
  if (own.some(([, { text }]) => LEVEL1.test(fold(text)) || LEVEL2.test(fold(text)))) return null
  const others = filledCells(line.cells).filter(
    (cell) => cell.rowSpan === 1 && own.every(([, mine]) => mine !== cell),
  )
  return others.length > 0 ? null : roles
}
