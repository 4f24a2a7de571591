/** The header of a list -> whose each row is, its money and goals, and the columns of its indicators. */
import type { MoneyPhase, POINT_NAMES } from '../../../schemas/forms/money.js'
import type { NameField } from '../../../schemas/forms/names.js'
import type { PerformanceGoal } from '../../../schemas/performance.js'
import { apart, type Columns, readColumns } from './columns.js'
import { isIndicatorHeader, isListHeader, middleOf } from './line.js'
import type { FormLine, Part } from './part.js'
import {
  columnRole,
  framesIndicators,
  goalPhase,
  type MoneyLabel,
  moneyColumn,
  moneyLabel,
  moneyUnit,
  nameField,
} from './words.js'

export interface ListColumns {
  part: Part
  names: { field: NameField; header: string; x: number }[]
  money: { label: MoneyLabel; header: string; x: number }[]
  /** Of a review: points for carrying the budget out. */
  points: { name: keyof typeof POINT_NAMES; header: string; x: number }[]
  goals: { phase: PerformanceGoal['phase']; x: number }[]
  /** The column of indicators that are written one after another in a cell. */
  runOn: number | null
  indicators: Columns | null
  /** Columns that no field is for. */
  others: { header: string; x: number }[]
  moneyUnit: string | null
}

/** @param lines of one header: 年度预算申请 over 按收入性质分 over 其他资金, 一级指标 and so on */
export function readListHeader(lines: readonly FormLine[]): ListColumns {
  const { part } = lines[lines.length - 1]
  const own = lines.filter((line) => line.part === part)
  const at = own.findLastIndex(({ cells }) => isListHeader(cells))
  return columnsOf(own[at], own.slice(0, at))
}

function columnsOf(line: FormLine, over: readonly FormLine[]): ListColumns {
  const cells = apart(line.cells)
  const indicators = isIndicatorHeader(cells) ? readColumns(line, over) : null
  const from = indicators ? firstIndicator(cells.map(({ text }) => text)) : cells.length
  const columns: ListColumns = {
    part: line.part,
    names: [],
    money: [],
    points: [],
    goals: [],
    runOn: null,
    indicators,
    others: [],
    moneyUnit: null,
  }
  const reviewed = cells.some(({ text }) => moneyColumn(text)?.phase === 'executed')
  for (const [i, cell] of cells.entries()) {
    const x = middleOf(cell)
    const header = cell.text.replaceAll(' ', '')
    const field = nameField(cell.text)
    const money = moneyLabel(cell.text)
    const phase = goalPhase(cell.text)
    const state = reviewed ? moneyColumn(cell.text) : null
    columns.moneyUnit ??= money || state ? moneyUnit(cell.text) : null
    if (i >= from) continue
    if (state?.point) columns.points.push({ name: state.point, header, x })
    else if (state?.phase) columns.money.push({ label: ofState(state.phase), header, x })
    else if (field !== null) columns.names.push({ field, header, x })
    else if (money !== null) columns.money.push({ label: money, header, x })
    else if (phase !== null) columns.goals.push({ phase, x })
    else if (framesIndicators(cell.text) && indicators === null) columns.runOn = x
    else columns.others.push({ header, x })
  }
  return columns
}

/** 全年预算数 over a list of reviews is the whole money in one state of the budget. */
function ofState(phase: MoneyPhase): MoneyLabel {
  return { item: 'total', phase, frame: false, unit: null }
}

const LEADING = new Set(['level1', 'level2', 'level3', 'target', 'sign'])

function firstIndicator(texts: readonly string[]): number {
  const first = texts.findIndex(
    (text) => LEADING.has(columnRole(text) ?? '') || framesIndicators(text),
  )
  return first < 0 ? texts.length : first
}
