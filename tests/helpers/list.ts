/**
 * A list as text -> its rows, as normalize reads them. The first line names the columns by their keys
 * (`code`, `name`, `unit_code` …, with the head behind a colon; `*` where codes stand before the names), `#` opens an amount, `"` a column of
 * words, `+` another list. In a row `_` indents by an em, `^` is the cell above (it spans both rows),
 * `<` the cell on the left; `---` is a page break.
 */
import type { BudgetTable, ColumnKey, Issue, Panel } from '../../schemas/document.js'
import type { ColumnRole, RawCell, RawRow, RecognizedTable } from '../../schemas/stages.js'
import { normalizeTables } from '../../src/understand/normalize/table.js'

const WIDTH = 100
const HEIGHT = 20

export interface ListOptions {
  owner?: string
  /** The list that each group of columns is; none where they are one. */
  panels?: readonly Panel[]
  /** How far in names begin, in ems, where `_` is too coarse. */
  indents?: Readonly<Record<string, number>>
}

export interface ReadList {
  table: BudgetTable
  issues: Issue[]
  /** A line a row, indented below its parent: code or unit, name, and what it is if it is no item. */
  tree: string
}

export function list(text: string, options: ListOptions = {}): ReadList {
  const { table, issues } = normalizeTables([recognized(text, options)])[0]
  return { table, issues, tree: `\n${treeOf(table).join('\n')}\n` }
}

export function recognized(text: string, options: ListOptions = {}): RecognizedTable {
  const [header, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const groups = groupsOf(header, options.panels ?? [])
  const columns = groups.flat()
  const rows = rowsOf(lines, columns.length, options)
  return {
    raw: {
      title: '一般公共预算支出表',
      ordinal: null,
      ownerLine: options.owner ? `部门：${options.owner}` : null,
      unitLine: '单位：万元',
      pages: [...new Set(rows.map(({ page }) => page))],
      columns: columns.map(({ path }, i) => ({ path, x0: i * WIDTH, x1: (i + 1) * WIDTH })),
      rows,
      lines: [],
      notes: [],
      leftover: [],
      boxes: [{ page: 1, box: [0, 0, columns.length * WIDTH, HEIGHT] }],
    },
    kind: null,
    inferred: false,
    groups,
    issues: [],
  }
}

function groupsOf(header: string, panels: readonly Panel[]): ColumnRole[][] {
  const groups: ColumnRole[][] = [[]]
  for (const [index, printed] of header.split('|').entries()) {
    const token = printed.trim()
    if (token.startsWith('+')) groups.push([])
    const panel = panels[groups.length - 1] ?? null
    groups[groups.length - 1].push(roleOf(token.replace('+', ''), index, panel))
  }
  return groups
}

function roleOf(token: string, index: number, panel: Panel | null): ColumnRole {
  const [printed, head] = token.split(':')
  const sign = printed.replace('*', '')
  const coded = sign !== printed
  const base = { index, id: `${sign}_${index}`, meaning: null, key: null, panel, coded }
  if (token.startsWith('#')) return { ...base, path: [token.slice(1)], type: 'amount' }
  if (token.startsWith('"'))
    return { ...base, path: token === '"' ? [] : [token.slice(1)], type: 'text' }
  const isName = sign.endsWith('name') || sign === 'period'
  return { ...base, path: [head ?? sign], type: isName ? 'name' : 'code', key: sign as ColumnKey }
}

function rowsOf(lines: readonly string[], columns: number, options: ListOptions): RawRow[] {
  const rows: RawRow[] = []
  let page = 1
  for (const line of lines) {
    if (line === '---') {
      page += 1
      continue
    }
    const cells: (RawCell | null)[] = []
    const texts = line.split('|').map((text) => text.trim())
    for (let c = 0; c < columns; c++) {
      const text = texts[c] ?? ''
      if (text === '^') cells.push(spanned(rows[rows.length - 1].cells[c]))
      else if (text === '<') cells.push(null)
      else cells.push(cellOf(text, rows.length, c, page, options))
    }
    widen(cells)
    rows.push({ cells, page })
  }
  return rows
}

function spanned(cell: RawCell | null): RawCell | null {
  if (cell) cell.rowSpan += 1
  return cell
}

function cellOf(
  printed: string,
  row: number,
  col: number,
  page: number,
  { indents }: ListOptions,
): RawCell {
  const text = printed.replace(/^_+/, '')
  const typed = printed.length - text.length
  return {
    ...{ row, col, rowSpan: 1, colSpan: 1, text, page, runs: text === '' ? 0 : 1 },
    ...{ centred: false, room: 0, isOpen: false },
    indent: indents?.[text] ?? typed,
    box: [col * WIDTH, row * HEIGHT, (col + 1) * WIDTH, (row + 1) * HEIGHT],
  }
}

/** A cell reaches over the columns that it covers. */
function widen(cells: readonly (RawCell | null)[]): void {
  cells.forEach((cell, c) => {
    if (cell === null) return
    let end = c + 1
    while (end < cells.length && cells[end] === null) end += 1
    cell.colSpan = end - c
    cell.box = [cell.box[0], cell.box[1], end * WIDTH, cell.box[3]]
  })
}

function treeOf({ rows }: BudgetTable): string[] {
  const depths = new Map<string, number>()
  return rows.map((row) => {
    const depth = row.parent === null ? 0 : (depths.get(row.parent) ?? -99) + 1
    depths.set(row.id, depth)
    const code = row.code ?? row.governmentCode ?? (row.role === 'unit' ? row.unitCode : null)
    const parts = [code, row.name, row.role === 'item' ? null : `(${row.role})`]
    return '  '.repeat(depth) + parts.filter((part) => part).join(' ')
  })
}

/** The codes of the findings, in order. */
export function codesOf(issues: readonly Issue[]): string[] {
  return issues.map(({ code }) => code)
}
