/**
 * Lines of a list -> groups: the lines of one project each, over page breaks too.
 *
 * A list prints a project's own cells again for its part on the next page (长沙/信访局 p22–23), or
 * leaves them empty there; a group goes on where nothing that is printed contradicts it.
 */
import { LEVEL1_ORDER } from '../../../schemas/forms/columns.js'
import type { NameField } from '../../../schemas/forms/names.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { placeOn } from './columns.js'
import { cellOver } from './line.js'
import { type ListColumns, readListHeader } from './list-columns.js'
import type { FormLine } from './part.js'
import type { PlacedLine } from './split.js'

export interface Group {
  columns: ListColumns
  lines: FormLine[]
  /** Cells that name it, one on each page. */
  keys: Set<RawCell>
  /** All cells of its own, as the pages print them. */
  cells: Set<RawCell>
  names: Partial<Record<NameField, RawCell>>
  money: (RawCell | null)[]
  goals: (RawCell | null)[]
  others: (RawCell | null)[]
  points: (RawCell | null)[]
}

/** What names a row, the surest first. */
const ROW_KEYS: readonly NameField[] = ['project', 'unitOrProject', 'unit', 'department']

export function readGroups(lines: readonly PlacedLine[]): Group[] {
  const rows: Group[] = []
  let columns: ListColumns | null = null
  let header: FormLine[] = []
  for (const { line, block } of lines) {
    if (block === 'listHeader') {
      header.push(line)
      continue
    }
    if (header.length > 0) columns = readListHeader(header)
    header = []
    if (columns) rows.push(groupOf(line, columns))
  }
  return joinRows(rows)
}

function joinRows(rows: readonly Group[]): Group[] {
  const merges = rows.some((row) => (keyOf(row)?.rowSpan ?? 1) > 1 && textOf(keyOf(row)) !== '')
  const groups: Group[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && isMore(last, row, merges)) extend(last, row)
    else groups.push(row)
  }
  return groups
}

/**
 * @param merges the list merges the cells of a project over its rows: an empty cell of its own is
 * another project, named on the next page; elsewhere it is the project above
 */
function isMore(last: Group, row: Group, merges: boolean): boolean {
  if (sameCell(last, row)) return true
  if (isBreak(last, row.lines[0])) return goesOn(last, row)
  return !merges && isBlank(row) && !isTotalName(textOf(keyOf(last)))
}

/** Neither name nor money nor goal. */
function isBlank({ names, money, goals }: Group): boolean {
  return [...Object.values(names), ...money, ...goals].every((cell) => textOf(cell) === '')
}

function groupOf(line: FormLine, columns: ListColumns): Group {
  const at = (x: number) => cellOver(line.cells, placeOn(x, columns.part, line.part))
  const names: Group['names'] = {}
  for (const { field, x } of columns.names) {
    const cell = at(x)
    if (cell) names[field] ??= cell
  }
  const key = keyOf({ columns, names })
  const [money, goals, others, points] = [
    columns.money,
    columns.goals,
    columns.others,
    columns.points,
  ].map((them) => them.map(({ x }) => at(x)))
  const cells = [...Object.values(names), ...money, ...goals, ...others, ...points].filter(
    (cell) => cell !== null,
  )
  return {
    columns,
    lines: [line],
    keys: new Set(key ? [key] : []),
    cells: new Set(cells),
    names,
    money,
    goals,
    others,
    points,
  }
}

function keyOf({ columns, names }: Pick<Group, 'columns' | 'names'>): RawCell | undefined {
  const key = ROW_KEYS.find((field) => columns.names.some((column) => column.field === field))
  return key && names[key]
}

function sameCell(group: Group, line: Group): boolean {
  const key = keyOf(line)
  return key !== undefined && group.keys.has(key)
}

/** The first rows of a page, below its heads, against the last ones of the page before. */
function isBreak(group: Group, line: FormLine): boolean {
  const last = group.lines[group.lines.length - 1]
  return last.part !== line.part && last.row + 1 === last.part.bottom
}

/** Whether the rows below a page break are of the project above it. */
function goesOn(upper: Group, lower: Group): boolean {
  const [a, b] = [textOf(keyOf(upper)), textOf(keyOf(lower))]
  if (isTotalName(a) || (a === '' && b === '')) return a === '' && b === '' && !hasMoney(lower)
  if (b === '') return !hasMoney(lower) && !beginsAnew(upper, lower)
  if (a === '') return true
  if (a !== b) return isCutName(upper, lower)
  return agree(upper.money, lower.money) && agree(upper.goals, lower.goals)
}

/** Its first level stands before the last of the project above: 成本指标 behind 满意度指标. */
function beginsAnew(upper: Group, lower: Group): boolean {
  const [last, first] = [
    upper.lines.map((line) => orderIn(line, upper)),
    orderIn(lower.lines[0], lower),
  ]
  const before = last.findLast((order) => order >= 0) ?? -1
  return first >= 0 && first < before
}

function orderIn(line: FormLine, { columns }: Group): number {
  const [panel] = columns.indicators?.panels ?? []
  const level1 = panel?.columns.find(({ role }) => role === 'level1')
  if (!level1) return -1
  const text = textOf(cellOver(line.cells, placeOn(level1.x, columns.part, line.part)))
  return LEVEL1_ORDER.findIndex((level) => level.test(text))
}

const textOf = (cell: RawCell | null | undefined) => fold(cell?.text ?? '')
const hasMoney = ({ money }: Group) => money.some((cell) => textOf(cell) !== '')
const isTotalName = (text: string) => /^(?:合计|总计|小计)$/.test(text)

/** Texts that are printed on both sides are the same. */
function agree(upper: (RawCell | null)[], lower: (RawCell | null)[]): boolean {
  return lower.every((cell, i) => {
    const [a, b] = [textOf(upper[i]), textOf(cell)]
    return a === '' || b === '' || a === b
  })
}

/** The rest of a name, and no money beside it; a goal that goes on does so in the middle of a sentence. */
function isCutName(upper: Group, lower: Group): boolean {
  const goesOn = lower.goals.every(
    (cell, i) => textOf(cell) === '' || !/[。；;.!！]$/.test(textOf(upper.goals[i]) || '。'),
  )
  return hasMoney(upper) && !hasMoney(lower) && goesOn
}

/** A tail adds to the texts that the page break cut; what is printed again adds nothing. */
function extend(group: Group, lower: Group): void {
  const isTail = textOf(keyOf(lower)) === '' || isCutName(group, lower)
  const join = isTail ? joined : firstFilled
  for (const [field, cell] of Object.entries(lower.names) as [NameField, RawCell][])
    group.names[field] = join(group.names[field], cell) ?? cell
  group.money = group.money.map((cell, i) => firstFilled(cell, lower.money[i]))
  group.goals = group.goals.map((cell, i) => join(cell, lower.goals[i]))
  group.others = group.others.map((cell, i) => join(cell, lower.others[i]))
  group.points = group.points.map((cell, i) => firstFilled(cell, lower.points[i]))
  group.lines.push(...lower.lines)
  for (const cell of lower.keys) group.keys.add(cell)
  for (const cell of lower.cells) group.cells.add(cell)
}

type MaybeCell = RawCell | null | undefined

function firstFilled(upper: MaybeCell, lower: MaybeCell): RawCell | null {
  return (textOf(upper) === '' ? (lower ?? upper) : upper) ?? null
}

function joined(upper: MaybeCell, lower: MaybeCell): RawCell | null {
  if (!upper || !lower || textOf(upper) === '') return firstFilled(upper, lower)
  const adds = lower !== upper && lower.text !== '' && textOf(lower) !== textOf(upper)
  return adds && lower.page !== upper.page ? { ...upper, text: upper.text + lower.text } : upper
}
