/** The rows of a table's lists, in the order in which a reader goes through them. */
import type { ColumnRole, RawRow, RecognizedTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { CodeContext } from './code.js'
import type { Directory } from './directory.js'
import type { Draft } from './draft.js'
import { factsOf } from './facts.js'
import { isIndexRow, noteOf } from './furniture.js'
import { keysOf } from './keys.js'
import { type Contexts, toDraft } from './row.js'
import { settleRoles } from './settle.js'
import { markClasses } from './speaker.js'

export interface Lists {
  /** By group of columns. */
  lists: Draft[][]
  /** Groups that are one list, printed in blocks side by side: its rows in the order of reading. */
  series: Draft[][]
  notes: string[]
}

export function readLists({ raw, groups }: RecognizedTable, directory: Directory): Lists {
  const { rows, notes } = withoutFurniture(raw.rows)
  const lists = groups.map((): Draft[] => [])
  const series = seriesOf(groups).flatMap((members) => {
    const { blocks, order } = readSeries(rows, members, groups, directory)
    for (const [index, drafts] of blocks) lists[index].push(...drafts)
    // Without codes nothing says that a block goes on where the one before it ends.
    return order.some(({ row }) => row.code !== null) ? [order] : [...blocks.values()]
  })
  return { lists, series, notes }
}

function withoutFurniture(raws: readonly RawRow[]): { rows: RawRow[]; notes: string[] } {
  const rows: RawRow[] = []
  const notes: string[] = []
  let afterNote = false
  for (const raw of raws) {
    const note = noteOf(raw, afterNote)
    afterNote = note !== null
    if (note !== null) notes.push(note)
    else if (!isIndexRow(raw)) rows.push(raw)
  }
  return { rows, notes }
}

type Member = readonly [index: number, group: ColumnRole[]]

/** Blocks with the same keys and of the same panel are one list: 301 to 399 in three blocks of one page. */
function seriesOf(groups: readonly ColumnRole[][]): Member[][] {
  const series = new Map<string, Member[]>()
  for (const [index, group] of groups.entries()) {
    const keys = group.flatMap(({ key }) => key ?? [])
    const sign = `${group[0]?.panel ?? ''}|${keys.join(',')}`
    series.set(sign, [...(series.get(sign) ?? []), [index, group]])
  }
  return [...series.values()]
}

interface ReadSeries {
  blocks: Map<number, Draft[]>
  order: Draft[]
}

/** Page by page, block by block: what a row prints of its code goes on from the row read before it. */
function readSeries(
  rows: readonly RawRow[],
  members: readonly Member[],
  groups: readonly ColumnRole[][],
  directory: Directory,
): ReadSeries {
  const contexts: Contexts = { unit: null, own: new CodeContext(), government: new CodeContext() }
  const pages = [...new Set(rows.map(({ page }) => page))]
  const turns = pages.flatMap((page) => members.map((member) => ({ page, member })))
  const printed = turns.flatMap(({ page, member: [index, group] }) =>
    rows.filter((raw) => raw.page === page).map((raw) => ({ raw, index, group })),
  )
  const keysOfRows = markClasses(printed.map(({ raw, group }) => keysOf(raw, group)))
  const facts = factsOf(keysOfRows, directory)
  const blocks = new Map(members.map(([index]): [number, Draft[]] => [index, []]))
  const order: Draft[] = []
  for (const [i, { raw, index, group }] of printed.entries()) {
    if (belongsToNext(raw, group, groups)) continue
    const draft = toDraft(raw, keysOfRows[i], { group, facts, contexts }, facts.namedUnits.has(i))
    const block = blocks.get(index) as Draft[]
    if (!draft || isRepeatedTotal(draft, block)) continue
    draft.row.panel = group[0]?.panel ?? null
    block.push(draft)
    order.push(draft)
  }
  for (const block of blocks.values()) settleRoles(block, facts)
  return { blocks, order }
}

/**
 * Whether a label reaches over its list's amounts into the next list: there its amount stands, and
 * there it belongs. A label over all of the table heads the rows below it.
 */
function belongsToNext(
  { cells }: RawRow,
  group: readonly ColumnRole[],
  groups: readonly ColumnRole[][],
): boolean {
  const isBlank = ({ index }: ColumnRole) => (cells[index]?.text ?? '') === ''
  const amounts = group.filter(isAmount)
  if (amounts.length === 0 || amounts.some(({ index }) => cells[index] !== null)) return false
  if (!group.every((role) => role.key !== null || isBlank(role))) return false
  const last = Math.max(...amounts.map(({ index }) => index))
  return groups
    .flat()
    .some((role) => isAmount(role) && role.index > last && cells[role.index] !== null)
}

const isAmount = ({ type }: ColumnRole) => type === 'amount'

/** Some documents print the total row again on each page; it must not count twice. */
function isRepeatedTotal(draft: Draft, before: readonly Draft[]): boolean {
  const [first] = before
  if (draft.row.role !== 'total' || first?.row.role !== 'total') return false
  const opensPage = first.page !== draft.page && before[before.length - 1].page !== draft.page
  const isSame =
    fold(first.row.name) === fold(draft.row.name) &&
    Object.entries(draft.row.cells).every(([id, cell]) => first.row.cells[id]?.text === cell.text)
  return opensPage && isSame
}
