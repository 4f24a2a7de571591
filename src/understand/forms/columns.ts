/** The header of an indicator table -> its columns, in one panel or in several side by side. */
import {
  type ColumnRole,
  LEVEL1,
  NAME_INSTEAD,
  TARGET_INSTEAD,
} from '../../../schemas/forms/columns.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { beginsIn, cellOver, filledCells, isIndicatorHeader, middleOf } from './line.js'
import type { FormLine, Part } from './part.js'
import { columnRole, framesIndicators, isLabel, plainLabel } from './words.js'

export interface IndicatorColumn {
  role: ColumnRole
  /** The header as printed. */
  header: string
  /** Its middle. */
  x: number
}

export interface Panel {
  /** Its place from the left. */
  index: number
  columns: IndicatorColumn[]
  /** The level that stands over all of its columns: 河南 prints one panel for each. */
  level1: string | null
  phase: 'annual' | 'implementation_period' | null
}

export interface Columns {
  part: Part
  panels: Panel[]
  header: RawCell[]
}

/** @param over lines above the header that only name parts of it */
export function readColumns(line: FormLine, over: readonly FormLine[] = []): Columns {
  const cells = apart(line.cells)
  const roles = rolesOf(cells)
  const columns = cells.flatMap((cell, i): (IndicatorColumn & { cell: RawCell })[] => {
    const role = roles[i]
    return role ? [{ role, header: cell.text.replaceAll(' ', ''), x: middleOf(cell), cell }] : []
  })
  const panels: Panel[] = []
  const seen = new Set<ColumnRole>()
  for (const { cell, ...column } of columns) {
    const again = seen.has(column.role) && SPLITTING.has(column.role)
    if (panels.length === 0 || again) {
      panels.push({ index: panels.length, columns: [], ...overheadOf(cell, over) })
      seen.clear()
    }
    seen.add(column.role)
    panels[panels.length - 1].columns.push(column)
  }
  return { part: line.part, panels: inTime(panels), header: cells }
}

/**
 * Headers that fill their cells run together where the page paints them as one string: 长沙/信访局 p30
 * has 一级指标二级指标 in one cell and nothing in the next.
 */
export function apart(cells: readonly RawCell[]): RawCell[] {
  const found: RawCell[] = []
  for (const [i, cell] of cells.entries()) {
    const next = cells[i + 1]
    const cut = next?.text === '' ? cutOf(cell.text) : null
    if (cut === null) found.push(cell)
    else found.push({ ...cell, text: cut[0] }, { ...next, text: cut[1] })
  }
  return filledCells(found)
}

/** Two labels of columns in one text. */
function cutOf(text: string): [string, string] | null {
  if (columnRole(text) !== null) return null
  for (let i = 2; i < text.length - 1; i++) {
    const [left, right] = [text.slice(0, i), text.slice(i)]
    if (columnRole(left) !== null && columnRole(right) !== null) return [left, right]
  }
  return null
}

const SPLITTING = new Set<ColumnRole>(['level1', 'level2', 'level3'])

/** Where no column is called 三级指标 or 指标值, another word stands for it: 指标内容, 年度目标. */
function rolesOf(cells: readonly RawCell[]): (ColumnRole | null)[] {
  const roles = cells.map(({ text }) => columnRole(text))
  if (!roles.includes('level3')) for (const i of namesIn(cells, roles)) roles[i] = 'level3'
  if (!roles.includes('target') && !roles.includes('periodTarget')) {
    const from = roles.indexOf('level3')
    const aimed = cells.findIndex(
      ({ text }, i) => i > from && isInstead(TARGET_INSTEAD, text) && !FIXED.has(roles[i]),
    )
    if (aimed >= 0) roles[aimed] = 'target'
  }
  if (!roles.includes('target')) {
    const only = roles.indexOf('periodTarget')
    if (only >= 0) roles[only] = 'target'
  }
  return roles
}

/** 绩效指标 is the frame at the left where another column says 指标内容. */
function namesIn(cells: readonly RawCell[], roles: readonly (ColumnRole | null)[]): number[] {
  const named = [...cells.keys()].filter(
    (i) => isInstead(NAME_INSTEAD, cells[i].text) && !FIXED.has(roles[i]),
  )
  const sure = named.filter((i) => !framesIndicators(cells[i].text))
  return sure.length > 0 ? sure : named.slice(-1)
}

const FIXED = new Set<ColumnRole | null>(['level1', 'level2', 'level3', 'sign', 'unit', 'weight'])
const isInstead = (pattern: RegExp, text: string) => pattern.test(plainLabel(text))

/** What stands over a panel: a first level, or a time. */
function overheadOf(cell: RawCell, over: readonly FormLine[]): Pick<Panel, 'level1' | 'phase'> {
  let level1: string | null = null
  let phase: Panel['phase'] = null
  for (const { cells } of over) {
    const text = cellOver(cells, middleOf(cell))?.text ?? ''
    if (LEVEL1.test(fold(text))) level1 = text.replaceAll(' ', '')
    if (/实施期|实施周期|总体|中长期/.test(text)) phase = 'implementation_period'
    else if (/年度|当年/.test(text)) phase = 'annual'
  }
  return { level1, phase }
}

/** Two panels alike are the whole period at the left and the year at the right; one alone is of no time beside another. */
function inTime(panels: Panel[]): Panel[] {
  if (panels.length === 1) return [{ ...panels[0], phase: null }]
  const isBare = ({ level1, phase }: Panel) => level1 === null && phase === null
  if (panels.length !== 2 || !panels.every(isBare)) return panels
  const [left, right] = panels
  return [
    { ...left, phase: 'implementation_period' },
    { ...right, phase: 'annual' },
  ]
}

/** The deepest line of a header, and the lines above it that are nothing but header. */
export function headerAt(lines: readonly FormLine[], i: number): { at: number; over: FormLine[] } {
  let at = i
  while (at + 1 < lines.length && isDeeper(lines[at], lines[at + 1])) at++
  let from = at
  while (from > 0 && namesParts(lines[from - 1], lines[at])) from--
  return { at, over: lines.slice(from, at) }
}

function isDeeper(line: FormLine, next: FormLine): boolean {
  if (next.part !== line.part || !isIndicatorHeader(next.cells)) return false
  return (
    line.cells.some((cell) => next.cells.includes(cell)) &&
    filledCells(next.cells).some((cell) => beginsIn(cell, next) && isLabel(cell.text))
  )
}

function namesParts(line: FormLine, header: FormLine): boolean {
  if (line.part !== header.part) return false
  const own = filledCells(line.cells).filter((cell) => !header.cells.includes(cell))
  return (
    own.length > 0 &&
    own.every(
      ({ text }) =>
        LEVEL1.test(fold(text)) ||
        framesIndicators(text) ||
        /^(?:实施期|年度|当年).{0,8}$/.test(fold(text)) ||
        isLabel(text),
    )
  )
}

/** Where a column lies on another page of the form: frames of nearly one width are laid over one another. */
export function placeOn(x: number, from: Part, to: Part): number {
  if (from === to) return x
  const scale = (to.right - to.left) / (from.right - from.left)
  return Math.abs(scale - 1) < SAME_WIDTH ? to.left + (x - from.left) * scale : x
}

/** Pages of one form differ in width by less than this part of it. */
const SAME_WIDTH = 0.1
