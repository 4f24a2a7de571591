/** A department's tasks: what each costs, and in a review what was spent on it. The last row is their sum. */
import { MONEY_STATES, type MoneyPhase, POINT_NAMES } from '../../../schemas/forms/money.js'
import type { PerformanceFunding, PerformanceRecord } from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { placeOn } from './columns.js'
import { beginsIn, cellOver, filledCells, isTaskHeader, middleOf } from './line.js'
import { fundingFrom } from './money.js'
import type { FormLine, Part } from './part.js'
import {
  framesTasks,
  type MoneyLabel,
  moneyColumn,
  moneyLabel,
  moneyUnit,
  plainLabel,
  taskRole,
} from './words.js'

type Task = PerformanceRecord['tasks'][number]

interface TaskColumn {
  x: number
  header: string
  /** Null of a text that no field is for. */
  of:
    | 'name'
    | 'content'
    | 'label'
    | { money: MoneyLabel }
    | { point: 'rate' | 'weight' | 'score' }
    | null
}

export interface Tasks {
  tasks: Task[]
  /** Of the row 金额合计. */
  funding: PerformanceFunding[]
  scores: Record<string, string>
  unit: string | null
  used: Set<RawCell>
}

const SUM = /^(?:金额|预算|资金)?(?:合计|总计|小计)$/

export function readTasks(lines: readonly FormLine[]): Tasks {
  const read: Tasks = { tasks: [], funding: [], scores: {}, unit: null, used: new Set() }
  let columns: TaskColumn[] = []
  let part: Part | null = null
  for (const [i, line] of lines.entries()) {
    if (isTaskHeader(line.cells)) {
      for (const { text } of line.cells) read.unit ??= moneyUnit(text)
      columns = columnsOf(line, lines.slice(Math.max(0, i - 2), i))
      part = line.part
      for (const cell of line.cells) read.used.add(cell)
    } else if (part) readTask(line, columns, part, read)
  }
  return read
}

/** The leaf of each column, with the state of the budget that stands over it. */
function columnsOf(line: FormLine, above: readonly FormLine[]): TaskColumn[] {
  // 预算金额 alone is the year's money; only beside 执行数 it is a state of the budget.
  const reviewed = [...above.filter(({ part }) => part === line.part), line].some(({ cells }) =>
    cells.some(({ text }) => stateOf(text) === 'executed'),
  )
  return filledCells(line.cells).map((cell) => {
    const x = middleOf(cell)
    const over = above.flatMap(({ cells, part }) =>
      part === line.part ? (cellOver(cells, x) ?? []) : [],
    )
    const states = [...over, cell]
      .map(({ text }) => stateOf(text))
      .filter((state) => state !== null)
    return {
      x,
      header: cell.text.replaceAll(' ', ''),
      of: columnOf(cell, reviewed ? (states.at(-1) ?? null) : null),
    }
  })
}

function stateOf(text: string): MoneyPhase | null {
  const label = plainLabel(text)
  return MONEY_STATES.find(([words]) => words.test(label))?.[1] ?? null
}

function columnOf({ text }: RawCell, state: MoneyPhase | null): TaskColumn['of'] {
  if (framesTasks(text) && taskRole(text) !== 'name') return 'label'
  const role = taskRole(text)
  if (role !== null) return role
  const point = moneyColumn(text)?.point
  if (point) return { point }
  const money = moneyLabel(text)
  return money && { money: { ...money, phase: state ?? money.phase } }
}

function readTask(line: FormLine, columns: TaskColumn[], part: Part, read: Tasks): void {
  const at = (column: TaskColumn) => cellOver(line.cells, placeOn(column.x, part, line.part))
  // 年度主要任务 at the left frames them; the name is nearer to what it costs.
  const nameColumn = columns.findLast(({ of }) => of === 'name')
  const name = nameColumn ? at(nameColumn) : null
  if (name === null || !beginsIn(name, line) || read.used.has(name)) return
  const funding = columns.flatMap((column) => {
    const cell = at(column)
    if (
      cell === null ||
      column.of === null ||
      typeof column.of === 'string' ||
      !('money' in column.of)
    )
      return []
    return [fundingFrom(column.of.money, column.header, cell)]
  })
  for (const column of columns) {
    const cell = at(column)
    if (cell) read.used.add(cell)
  }
  const label = filledCells(line.cells).find(({ text }) => SUM.test(fold(text)))
  if (label) readSum(label, funding, columns, at, read)
  else if (name.text !== '' && !/^(?:任务\d*[:：]?|[.…]+)$/.test(fold(name.text)))
    read.tasks.push({
      name: name.text,
      content: contentOf(columns, at),
      funding: funding.filter(isPrinted),
    })
}

function contentOf(
  columns: TaskColumn[],
  at: (column: TaskColumn) => RawCell | null,
): string | null {
  const column = columns.find(({ of }) => of === 'content')
  return (column && at(column)?.text) || null
}

const isPrinted = ({ text }: PerformanceFunding) => text !== ''

function readSum(
  label: RawCell,
  funding: PerformanceFunding[],
  columns: TaskColumn[],
  at: (column: TaskColumn) => RawCell | null,
  read: Tasks,
): void {
  read.used.add(label)
  read.funding.push(...funding)
  for (const column of columns) {
    const { of } = column
    const text = fold(at(column)?.text ?? '')
    if (of !== null && typeof of === 'object' && 'point' in of && /\d/.test(text))
      read.scores[POINT_NAMES[of.point]] ??= text
  }
}
