/** The money of a form: labels with amounts beside or below them, in one period, two halves, or a review's columns. */
import { type MoneyPhase, POINT_NAMES } from '../../../schemas/forms/money.js'
import type { PerformanceFunding } from '../../../schemas/performance.js'
import type { RawCell } from '../../../schemas/stages.js'
import { AMOUNT, DASH, fold } from '../../../schemas/text.js'
import { cellOver, isFilled, middleOf } from './line.js'
import type { FormLine } from './part.js'
import {
  type MoneyColumn,
  type MoneyLabel,
  moneyColumn,
  moneyLabel,
  moneyUnit,
  nameField,
} from './words.js'

export interface Money {
  funding: PerformanceFunding[]
  unit: string | null
  /** Points for carrying the budget out, in a review; their weight elsewhere. */
  scores: Record<string, string>
  used: Set<RawCell>
}

interface Entry {
  label: MoneyLabel
  labelCell: RawCell
  phase: MoneyPhase | null
  value: RawCell | null
}

interface Column {
  cell: RawCell
  of: MoneyColumn
}

/** @param taken cells that names hold: a project may be called after money */
export function readMoney(lines: readonly FormLine[], taken: ReadonlySet<RawCell>): Money {
  const used = new Set<RawCell>()
  const scores: Record<string, string> = {}
  const entries: Entry[] = []
  let columns: Column[] = []
  let above: RawCell[] = []
  let unit: string | null = null
  for (const line of lines) {
    const cells = line.cells.filter((cell) => !taken.has(cell))
    const header = reviewColumns(cells)
    if (header.length > 0) {
      columns = header
      for (const { cell } of header) used.add(cell)
      unit ??= unitIn(cells)
      continue
    }
    unit ??= unitIn(cells)
    if (above.length > 0 && readBelow(above, cells, entries, used)) above = []
    else if (columns.length > 0 && readReview(cells, columns, entries, scores, used)) above = []
    else above = readBeside(cells, entries, scores, used)
  }
  const unitBeside = entries.map(({ value }) => /[千百万亿]?元$/.exec(value?.text ?? '')?.[0])
  unit ??= unitBeside.find((found) => found !== undefined) ?? null
  return { funding: toFunding(entries), unit, scores, used }
}

function unitIn(cells: readonly RawCell[]): string | null {
  for (const { text } of cells) {
    const isMoney =
      moneyLabel(text) !== null || moneyColumn(text) !== null || UNIT_ALONE.test(fold(text))
    const unit = isMoney ? moneyUnit(text) : null
    if (unit !== null) return unit
  }
  return null
}

const UNIT_ALONE = /^(?:金额)?单位:/

/** 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分, and no amount in the line. */
function reviewColumns(cells: readonly RawCell[]): Column[] {
  const columns = cells.flatMap((cell): Column[] => {
    const of = moneyColumn(cell.text)
    return of ? [{ cell, of }] : []
  })
  const states = columns.filter(({ of }) => of.phase !== undefined).length
  const plain = cells.every(({ text }) => !isAmount(text))
  return plain && columns.length > 1 && states > 0 ? columns : []
}

const VALUE = /^([-+]?[\d,]+(?:\.\d+)?|\.\d+)(?:[千百万亿]?元)?$/

function isAmount(text: string): boolean {
  return VALUE.test(fold(text))
}

/** An amount, a dash, or nothing where an amount is to stand. */
function mayBeAmount({ text }: RawCell): boolean {
  return text === '' || isAmount(text) || DASH.test(fold(text))
}

/** A row of a review: its item, and an amount under each state of the budget. */
function readReview(
  cells: readonly RawCell[],
  columns: readonly Column[],
  entries: Entry[],
  scores: Record<string, string>,
  used: Set<RawCell>,
): boolean {
  const first = columns[0].cell.box[0]
  const labelCell = cells.findLast(
    (cell) => moneyLabel(cell.text) !== null && cell.box[0] < first + 1,
  )
  const label = moneyLabel(labelCell?.text ?? '')
  if (!labelCell || !label || used.has(labelCell)) return false
  const found = columns.flatMap(({ cell, of }) => {
    const value = cellOver(cells, middleOf(cell))
    return value && value !== labelCell ? [{ of, value }] : []
  })
  if (!found.some(({ value }) => isAmount(value.text)) && !found.every(isBlank)) return false
  used.add(labelCell)
  for (const { of, value } of found) {
    used.add(value)
    if (of.phase !== undefined) entries.push({ label, labelCell, phase: of.phase, value })
    else if (label.item === 'total' && !isBlankText(value.text))
      scores[POINT_NAMES[of.point]] ??= fold(value.text)
  }
  return true
}

const isBlank = ({ value }: { value: RawCell }) => isBlankText(value.text)
const isBlankText = (text: string) => text === '' || /^[-—–－/]+$/.test(text.trim())

/** Labels with their amounts beside them; what is left are labels whose amounts may stand below. */
function readBeside(
  cells: readonly RawCell[],
  entries: Entry[],
  scores: Record<string, string>,
  used: Set<RawCell>,
): RawCell[] {
  const open: RawCell[] = []
  for (const [i, cell] of cells.entries()) {
    if (used.has(cell) || !isFilled(cell)) continue
    readExecutionWeight(cell, scores, used)
    const inline = readInline(cell, entries, used)
    const label = inline ? null : moneyLabel(cell.text)
    if (label === null || nameField(cell.text) !== null) continue
    const value = cells[i + 1]
    if (value && mayBeAmount(value) && !(label.frame && value.text === '')) {
      entries.push({ label, labelCell: cell, phase: label.phase, value })
      used.add(cell)
      used.add(value)
    } else open.push(cell)
  }
  return open.filter((cell) => cell.rowSpan === 1).length > 1 ? open : []
}

/** 执行率分值（10分） beside the money has no figure of its own: a weight, no rate. */
function readExecutionWeight(
  cell: RawCell,
  scores: Record<string, string>,
  used: Set<RawCell>,
): void {
  const match = /^(?:预算)?执行率?(?:分值|权重)\(?(\d+(?:\.\d+)?)分?\)?/.exec(fold(cell.text))
  if (!match) return
  scores.execution_weight ??= match[1]
  used.add(cell)
}

/** 资金总额：120.00 in one cell. */
function readInline(cell: RawCell, entries: Entry[], used: Set<RawCell>): boolean {
  const match = /^(?:其中[：:])?(.{2,20}?)[：:]\s*([-+]?[\d,]+(?:\.\d+)?(?:[千百万亿]?元)?)$/.exec(
    cell.text.trim(),
  )
  const label = match ? moneyLabel(match[1]) : null
  if (!match || label === null) return false
  const value = { ...cell, text: match[2] }
  entries.push({ label, labelCell: cell, phase: label.phase, value })
  used.add(cell)
  return true
}

/** Amounts below the labels of the line before. */
function readBelow(
  labels: readonly RawCell[],
  cells: readonly RawCell[],
  entries: Entry[],
  used: Set<RawCell>,
): boolean {
  const found = labels.flatMap((labelCell) => {
    const value = cellOver(cells, middleOf(labelCell))
    return value && value !== labelCell && mayBeAmount(value) ? [{ labelCell, value }] : []
  })
  if (!found.some(({ value }) => isAmount(value.text))) return false
  for (const { labelCell, value } of found) {
    const label = moneyLabel(labelCell.text)
    if (label) entries.push({ label, labelCell, phase: label.phase, value })
    used.add(labelCell)
    used.add(value)
  }
  return true
}

/**
 * The labels of the right half repeat those of the left, so a part is of the time of the total above
 * it in its half; of two totals side by side the one without a period is the whole project's.
 */
function toFunding(entries: readonly Entry[]): PerformanceFunding[] {
  const totals = entries.filter(({ label }) => label.item === 'total')
  const yearly = totals.some(({ phase }) => phase === 'annual')
  const bare = yearly && totals.some(({ phase }) => phase === null)
  const phaseOf = (entry: Entry): MoneyPhase => {
    if (entry.phase !== null) return entry.phase
    if (entry.label.item === 'total') return bare ? 'implementation_period' : 'annual'
    const before = totals.filter((total) => entries.indexOf(total) <= entries.indexOf(entry))
    const total = before.findLast((other) => overlaps(other.labelCell, entry.labelCell))
    return total ? phaseOf(total) : (before.at(-1)?.phase ?? 'annual')
  }
  return entries.map((entry) => fundingOf(entry, phaseOf(entry)))
}

function overlaps(a: RawCell, b: RawCell): boolean {
  return Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]) > 1
}

function fundingOf({ label, labelCell, value }: Entry, phase: MoneyPhase): PerformanceFunding {
  const at = value ?? labelCell
  return {
    item: label.item,
    label: labelCell.text.replaceAll(' ', ''),
    phase,
    value: amountOf(value?.text ?? ''),
    text: value?.text ?? '',
    page: at.page,
    bbox: at.box,
  }
}

export function amountOf(text: string): string | null {
  const digits = VALUE.exec(fold(text))?.[1]
  if (digits === undefined) return null
  const bare = digits.replaceAll(',', '').replace(/^\+/, '').replace(/^\./, '0.')
  return AMOUNT.test(bare) ? bare : null
}

export function fundingFrom(label: MoneyLabel, header: string, value: RawCell): PerformanceFunding {
  const phase = label.phase ?? 'annual'
  const { text, page, box } = value
  return { item: label.item, label: header, phase, value: amountOf(text), text, page, bbox: box }
}
