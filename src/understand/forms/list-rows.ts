/**
 * Lines of a list -> groups: the lines of one project each, over page breaks too.
 *
 * A list prints a project's own cells again for its part on the next page (长沙/信访局 p22–23), or
 * leaves them empty there; a group goes on where nothing that is printed contradicts it.
 */
import type { NameField } from '../../../schemas/forms/names.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { placeOn } from './columns.js'
import { cellOver } from './line.js'
import { type ListColumns, readListHeader } from './list-columns.js'
import type { FormLine } from './sheet.js'
import type { PlacedLine } from './split.js'

export interface Group {
  columns: ListColumns
  lines: FormLine[]
  /** Cells that name it, one on each page. */
  keys: Set<RawCell>
  names: Partial<Record<NameField, RawCell>>
  money: (RawCell | null)[]
  goals: (RawCell | null)[]
  others: (RawCell | null)[]
}

/** What names a row, the surest first. */
const ROW_KEYS: readonly NameField[] = ['project', 'unitOrProject', 'unit', 'department']

export function readGroups(lines: readonly PlacedLine[]): Group[] {
  const groups: Group[] = []
  let columns: ListColumns | null = null
  let header: FormLine[] = []
  for (const { line, block } of lines) {
    if (block === 'listHeader') {
      header.push(line)
      continue
    }
    if (header.length > 0) columns = readListHeader(header)
    header = []
    if (columns) place(line, columns, groups)
  }
  return groups
}

function place(line: FormLine, columns: ListColumns, groups: Group[]): void {
  const group = groupOf(line, columns)
  const last = groups.at(-1)
  if (!last) groups.push(group)
  else if (sameCell(last, group) || (isBreak(last, line) && goesOn(last, group)))
    extend(last, group)
  else groups.push(group)
}

function groupOf(line: FormLine, columns: ListColumns): Group {
  const at = (x: number) => cellOver(line.cells, placeOn(x, columns.part, line.part))
  const names: Group['names'] = {}
  for (const { field, x } of columns.names) {
    const cell = at(x)
    if (cell) names[field] ??= cell
  }
  const key = keyOf({ columns, names })
  return {
    columns,
    lines: [line],
    keys: new Set(key ? [key] : []),
    names,
    money: columns.money.map(({ x }) => at(x)),
    goals: columns.goals.map(({ x }) => at(x)),
    others: columns.others.map(({ x }) => at(x)),
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
  if (b === '') return !hasMoney(lower)
  if (a === '') return true
  const agrees = agree(upper.money, lower.money) && agree(upper.goals, lower.goals)
  return agrees && (a === b || isCutName(upper, lower))
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

/** The rest of a name, and neither money nor goal beside it. */
function isCutName(upper: Group, lower: Group): boolean {
  return hasMoney(upper) && !hasMoney(lower) && lower.goals.every((cell) => textOf(cell) === '')
}

function extend(group: Group, { lines, keys, names, money, goals, others }: Group): void {
  group.lines.push(...lines)
  for (const cell of keys) group.keys.add(cell)
  const key = keyOf(group)
  for (const [field, cell] of Object.entries(names) as [NameField, RawCell][]) {
    const own = group.names[field]
    if (own === undefined || own.text === '') group.names[field] = cell
    else if (own === key && cell.text !== '' && cell !== own && fold(cell.text) !== fold(own.text))
      group.names[field] = { ...own, text: own.text + cell.text }
  }
  group.money = filledFrom(group.money, money)
  group.goals = filledFrom(group.goals, goals)
  group.others = filledFrom(group.others, others)
}

function filledFrom(own: (RawCell | null)[], other: (RawCell | null)[]): (RawCell | null)[] {
  return own.map((cell, i) => (textOf(cell) === '' ? (other[i] ?? cell) : cell))
}
