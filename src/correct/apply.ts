/** One correction put into the table that it is of; nothing given is changed. */
import type { Correction, Place } from '../../schemas/corrections.js'
import type { Box, BudgetTable, Issue } from '../../schemas/document.js'
import type { KindDescription } from '../../schemas/kind.js'
import type { ColumnRole, RawCell, RecognizedTable } from '../../schemas/stages.js'
import type { Places } from './places.js'

/** @returns null where no cell of the page is there to hold it: nothing would be other than it was */
export function applied(
  recognized: RecognizedTable,
  { what, place, right }: Correction,
  table: BudgetTable,
  places: Places,
  kinds: readonly KindDescription[],
): RecognizedTable | null {
  if (what === 'kind') return withKind(recognized, kinds.find(({ id }) => id === right) ?? null)
  if (what === 'meaning') return withMeaning(recognized, places.column(table, place), right)
  if (what === 'cell') return withText(recognized, places.cell(table, place), right)
  return what === 'code' ? withCode(recognized, table, place, places, right) : recognized
}

/** What was said of a kind that is no longer in doubt. */
const OF_KIND: ReadonlySet<Issue['code']> = new Set([
  'unrecognized_table',
  'ambiguous_kind',
  'kind_inferred',
])

function withKind(recognized: RecognizedTable, kind: KindDescription | null): RecognizedTable {
  const issues = recognized.issues.filter(({ code }) => !OF_KIND.has(code))
  return { ...recognized, kind, inferred: false, issues }
}

/** Ids stay: links and files of others name columns by them. */
function withMeaning(
  recognized: RecognizedTable,
  column: string | null,
  meaning: string,
): RecognizedTable {
  const groups = recognized.groups.map((group) =>
    group.map((role) => (role.id === column ? { ...role, meaning } : role)),
  )
  const issues = recognized.issues.filter(
    (issue) => issue.code !== 'unknown_header' || issue.column !== column,
  )
  return { ...recognized, groups, issues }
}

type Printed = { page: number; bbox: Box | null } | null

function withText(
  recognized: RecognizedTable,
  printed: Printed,
  text: string,
): RecognizedTable | null {
  const isThere = recognized.raw.rows.some(({ cells }) =>
    cells.some((cell) => cell !== null && isAt(cell, printed)),
  )
  return isThere ? withCells(recognized, (cell) => (isAt(cell, printed) ? text : null)) : null
}

function isAt({ page, box }: RawCell, printed: Printed): boolean {
  return printed?.page === page && printed.bbox?.join() === box.join()
}

/** Digits of a code that a column prints: 类, 款 and 项 apart, or the whole. */
const DIGITS: Partial<Record<NonNullable<ColumnRole['key']>, [number, number?]>> = {
  code: [0],
  class: [0, 3],
  section: [3, 5],
  item: [5],
}

/**
 * The row is found by the cells that it has in the output; its code goes to the columns of its list that print it.
 * What they hold must make the code: one that stands before its name ("2010301 行政运行"), or whose 项 has no cell,
 * has no cells to go to. A 类 that is printed once for several rows is not this row's alone to change.
 */
function withCode(
  recognized: RecognizedTable,
  table: BudgetTable,
  place: Place,
  places: Places,
  code: string,
): RecognizedTable | null {
  const { raw, groups } = recognized
  const own = Object.values(places.row(table, place)?.cells ?? {})
  const line = raw.rows.find(({ cells }) =>
    cells.some((cell) => cell !== null && own.some((each) => isAt(cell, each))),
  )
  const group = groups.find((roles) =>
    roles.some(({ index }) => {
      const cell = line?.cells[index]
      return cell ? own.some((each) => isAt(cell, each)) : false
    }),
  )
  const texts = new Map<RawCell, string>()
  const placed: { from: number; text: string }[] = []
  for (const { key, index } of group ?? []) {
    const digits = key === null ? undefined : DIGITS[key]
    const cell = line?.cells[index]
    if (!digits || !cell) continue
    const text = code.slice(...digits)
    texts.set(cell, text)
    placed.push({ from: key === 'code' ? -1 : digits[0], text })
  }
  const others = raw.rows.filter((row) => row !== line).flatMap(({ cells }) => cells)
  const isOwn = [...texts].every(([cell, text]) => cell.text === text || !others.includes(cell))
  return isOwn && doMake(code, placed)
    ? withCells(recognized, (cell) => texts.get(cell) ?? null)
    : null
}

/** @param placed digits by where in the code they begin; -1 for a cell of the whole */
function doMake(code: string, placed: readonly { from: number; text: string }[]): boolean {
  const parts = placed.toSorted((a, b) => a.from - b.from)
  return parts[0]?.from === -1 || parts.map(({ text }) => text).join('') === code
}

/** @param textOf what a cell is to say; null where it stays */
function withCells(
  recognized: RecognizedTable,
  textOf: (cell: RawCell) => string | null,
): RecognizedTable {
  const put = (cell: RawCell): RawCell => {
    const text = textOf(cell)
    if (text === null) return cell
    const { whole: _, ...rest } = cell
    return { ...rest, text }
  }
  const { raw } = recognized
  const rows = raw.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && put(cell)),
  }))
  return { ...recognized, raw: { ...raw, rows, lines: raw.lines.map((line) => line.map(put)) } }
}
