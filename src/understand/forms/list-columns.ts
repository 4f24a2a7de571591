/** The header of a list -> whose each row is, its money and goals, and the columns of its indicators. */
import type { NameField } from '../../../schemas/forms/names.js'
import type { PerformanceGoal } from '../../../schemas/performance.js'
import { apart, type Columns, readColumns } from './columns.js'
import { isIndicatorHeader, isListHeader, middleOf } from './line.js'
import type { FormLine, Part } from './sheet.js'
import {
  columnRole,
  framesIndicators,
  goalPhase,
  type MoneyLabel,
  moneyLabel,
  moneyUnit,
  nameField,
} from './words.js'

export interface ListColumns {
  part: Part
  names: { field: NameField; header: string; x: number }[]
  money: { label: MoneyLabel; header: string; x: number }[]
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
    goals: [],
    runOn: null,
    indicators,
    others: [],
    moneyUnit: null,
  }
  for (const [i, cell] of cells.entries()) {
    const x = middleOf(cell)
    const header = cell.text.replaceAll(' ', '')
    const field = nameField(cell.text)
    const money = moneyLabel(cell.text)
    const phase = goalPhase(cell.text)
    columns.moneyUnit ??= money ? moneyUnit(cell.text) : null
    if (i >= from) continue
    if (field !== null) columns.names.push({ field, header, x })
    else if (money !== null) columns.money.push({ label: money, header, x })
    else if (phase !== null) columns.goals.push({ phase, x })
    else if (framesIndicators(cell.text) && indicators === null) columns.runOn = x
    else columns.others.push({ header, x })
  }
  return columns
}

const LEADING = new Set(['level1', 'level2', 'level3', 'target', 'sign'])

function firstIndicator(texts: readonly string[]): number {
  const first = texts.findIndex(
    (text) => LEADING.has(columnRole(text) ?? '') || framesIndicators(text),
  )
  return first < 0 ? texts.length : first
}
