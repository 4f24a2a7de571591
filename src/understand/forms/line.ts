/** What a line of a form is: a header of indicators, of tasks or of a list, or one that a label opens. */
import { NAME_INSTEAD, TARGET_INSTEAD } from '../../../schemas/forms/columns.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import type { FormLine } from './part.js'
import {
  columnRole,
  framesIndicators,
  framesTasks,
  goalPhase,
  isLabel,
  moneyLabel,
  nameField,
  plainLabel,
  taskRole,
} from './words.js'

export const isFilled = ({ text }: RawCell) => text !== ''

export function filledCells(cells: readonly RawCell[]): RawCell[] {
  return cells.filter(isFilled)
}

/** Whether a cell's first row is this line's. */
export function beginsIn(cell: RawCell, { row }: Pick<FormLine, 'row'>): boolean {
  return cell.row === row
}

/** A cell that nothing stands below on its page. */
export const isAtFoot = (cell: RawCell, { part }: FormLine) =>
  cell.row + cell.rowSpan >= part.bottom

export function middleOf({ box }: RawCell): number {
  return (box[0] + box[2]) / 2
}

/** The cell of a line that lies over a place. */
export function cellOver(cells: readonly RawCell[], x: number): RawCell | null {
  return cells.find(({ box }) => box[0] <= x && x < box[2]) ?? null
}

/**
 * 一级指标 | 二级指标 | 三级指标 | 指标值, in any wording and order: what an indicator is called and
 * what it is to reach, or at least two more of its columns.
 */
export function isIndicatorHeader(cells: readonly RawCell[]): boolean {
  const roles = new Set(cells.map(({ text }) => columnRole(text)))
  const named = roles.has('level3') || cells.some(({ text }) => NAME_INSTEAD.test(plainLabel(text)))
  const levels = [roles.has('level1'), roles.has('level2'), roles.has('level3')].filter(Boolean)
  const aimed =
    roles.has('target') ||
    roles.has('periodTarget') ||
    roles.has('actual') ||
    cells.some(({ text }) => TARGET_INSTEAD.test(plainLabel(text)))
  if (levels.length > 1) return aimed || levels.length === 3 || named
  const more = ['sign', 'unit', 'weight', 'actual', 'score'] as const
  const beside = more.filter((role) => roles.has(role)).length
  return named && aimed && (roles.has('target') || levels.length > 0 || beside > 0)
}

/** 任务名称 | 主要内容 | 预算金额: what a department's form lists in place of its money. */
export function isTaskHeader(cells: readonly RawCell[]): boolean {
  const filled = filledCells(cells)
  const roles = filled.map(({ text }) => taskRole(text))
  const money = filled.some(({ text }) => moneyLabel(text) !== null)
  // 年度主要任务 at the left frames the rows, too.
  const named = roles.some((role, i) => role === 'name' && (i > 0 || !framesTasks(filled[i].text)))
  return named && (roles.includes('content') || money)
}

const ROW_NAMES = new Set(['project', 'unitOrProject'])

/** A header with the project among its columns, nothing but labels in it: its rows are records. */
export function isListHeader(cells: readonly RawCell[]): boolean {
  const filled = filledCells(cells)
  const names = filled.filter(({ text }) => ROW_NAMES.has(nameField(text) ?? ''))
  const units = filled.filter(({ text }) => namesUnit(text))
  if (names.length + units.length === 0) return false
  if (isIndicatorHeader(cells)) return true
  const labels = filled.filter(({ text }) => isLabel(text) || isNumbering(text)).length
  const aims = filled.some(({ text }) => goalPhase(text) !== null || framesIndicators(text))
  const others = filled.some(({ text }) => moneyLabel(text) !== null || framesIndicators(text))
  return names.length > 0 && aims && others && filled.length > 2 && labels >= filled.length - 1
}

const isNumbering = (text: string) => /^(?:序号|编号|行次)$/.test(fold(text))

/** 单位 alone is a column of measures, not of bodies. */
function namesUnit(text: string): boolean {
  const field = nameField(text)
  return (field === 'unit' || field === 'department') && fold(text).length > 2
}

/** The label that opens a line: the first filled cell that begins in it, nothing filled to its left. */
export function openingOf(line: FormLine): RawCell | null {
  for (const cell of line.cells) {
    if (!isFilled(cell)) continue
    return beginsIn(cell, line) ? cell : null
  }
  return null
}

/** The one text of a line, where it stands over most of the form. */
export function bannerOf({ cells, part }: FormLine): RawCell | null {
  const filled = filledCells(cells)
  if (filled.length !== 1) return null
  const [{ box }] = filled
  return box[2] - box[0] > 0.6 * (part.right - part.left) ? filled[0] : null
}

const TITLE = /(?:绩效|自评|目标).*表(?:\([^()]*\)?)*$/
const YEAR = /^\(?(?:19|20)\d\d年?度?\)?$/

/** A title or what belongs to it, inside the frame: its year, its unit of money. */
export function isHeading(line: FormLine): boolean {
  const banner = bannerOf(line)
  if (banner === null) return false
  const texts = headingTexts(banner.text)
  const [first] = texts
  if (isTitle(first) || (texts.length > 1 && line.row === line.part.top)) return true
  return YEAR.test(fold(first)) || /^(?:金额)?单位:[千百万亿]?元$/.test(fold(first))
}

/** A title, its year, its owner and its unit, which a frame without rules between them holds in one cell. */
export function headingTexts(text: string): string[] {
  const title = /^.{0,60}?(?:绩效|自评).{0,12}?表(?:\([^()]*\)|（[^（）]*）)*/.exec(text)?.[0]
  if (title === undefined || !isTitle(title)) return [text]
  const rest = text.slice(title.length)
  return [title, ...rest.split(/(?=(?:部门|单位|填报|金额|主管)[^:：]{0,8}[:：])/)].filter(
    (each) => each !== '',
  )
}

export function isTitle(text: string): boolean {
  const folded = fold(text)
  return folded.length < 80 && TITLE.test(folded) && !/[。;]/.test(folded)
}

/** The year of a line that prints nothing else: （2031年度）. */
export function yearOf(text: string): number | null {
  const folded = fold(text)
  return YEAR.test(folded) ? Number(/\d{4}/.exec(folded)?.[0]) : null
}
