/** The figures of a table that other tables print too: its totals, and the rows of the three budgets. */

import { termOf } from '../../../schemas/check.js'
import type { BudgetRow, Term } from '../../../schemas/document.js'
import { type Fund, fundOf } from '../../../schemas/funds.js'
import type { Figure, ListFigure } from '../../../schemas/kind.js'
import { CLOSING, OPENING, THIS_YEAR } from '../../../schemas/list-rows.js'
import type { Meaning } from '../../../schemas/meaning.js'
import { PART_TOTAL_WORDS } from '../../../schemas/row-words.js'
import { fold } from '../../../schemas/text.js'
import { columnOf } from './columns.js'
import { listOf } from './list.js'
import type { Sheet } from './sheet.js'

/** What a figure may be, the likelier first: the terms that make it up together. */
export function figuresOf(sheet: Sheet, figure: Figure, thisYear = false): Term[][] {
  if (typeof figure !== 'string') return rowsOfFund(sheet, figure)
  if (figure === 'revenue' || figure === 'expenditure')
    return totalsOfSide(sheet, figure, thisYear).map((term) => [term])
  // A fund's summary of lists side by side stands for the fund by what it spends.
  if (figure === 'total' && sheet.table.rows.some(({ panel }) => panel !== null))
    return totalsOfSide(sheet, 'expenditure', thisYear).map((term) => [term])
  const totals = totalRows(sheet, thisYear)
  const column = columnOf(sheet.table.columns, figure)
  const found = totals.flatMap((row) => (column ? (termOf(sheet.table, row, column) ?? []) : []))
  if (found.length > 0 || totals.length > 0) return found.map((term) => [term])
  return figure === 'total' ? partTotals(sheet) : []
}

/** The totals of a side of the table; where several lists are of one side, those of the first first. */
export function totalsOfSide(
  sheet: Sheet,
  side: 'revenue' | 'expenditure',
  thisYear = false,
): Term[] {
  const panels = [...new Set(sheet.table.rows.map(({ panel }) => panel))]
  return panels
    .filter((panel) => (panel === 'revenue') === (side === 'revenue'))
    .flatMap((panel) => totalsOfList(sheet, panel, thisYear))
}

/** A list's totals, the grand total or this year's first. */
export function totalsOfList(sheet: Sheet, panel: BudgetRow['panel'], thisYear = false): Term[] {
  const list = listOf(
    sheet,
    sheet.table.rows.filter((row) => row.panel === panel),
  )
  const columns = mainFirst(list.sheet)
  return ordered(list.totals, thisYear).flatMap((row) => firstTerm(list.sheet, row, columns) ?? [])
}

function ordered(totals: readonly BudgetRow[], thisYear: boolean): BudgetRow[] {
  const current = totals.find(({ name }) => THIS_YEAR.test(fold(name)))
  const grand = totals.findLast(({ name }) => /总计$/.test(fold(name))) ?? totals.at(-1)
  const wanted = thisYear ? [current, grand] : [grand, current]
  return [...new Set(wanted.filter((row) => row !== undefined))]
}

/** 合计 may stand after the budgets that it sums. */
export function mainFirst({ table, columns }: Sheet): string[] {
  const main = columnOf(
    table.columns.filter(({ id }) => columns.includes(id)),
    'total',
  )
  return main ? [main, ...columns.filter((id) => id !== main)] : [...columns]
}

function firstTerm({ table }: Sheet, row: BudgetRow, columns: readonly string[]): Term | null {
  for (const column of columns) {
    const term = termOf(table, row, column)
    if (term) return term
  }
  return null
}

/** The total rows; unlabelled where the first row bears only the unit's name and the others its codes (深圳). */
function totalRows({ table }: Sheet, thisYear: boolean): BudgetRow[] {
  const labelled = table.rows.filter((row) => row.role === 'total' && row.panel === null)
  if (labelled.length > 0) {
    const current = labelled.find(({ name }) => THIS_YEAR.test(fold(name)))
    return [...new Set(thisYear && current ? [current, ...labelled] : labelled)]
  }
  const [first, ...rest] = table.rows
  const unlabelled =
    first?.role === 'unit' && (rest.length === 0 || rest.some((row) => row.code !== null))
  return unlabelled ? [first] : []
}

/** Without a total: 人员经费合计 and 公用经费合计 at the foot together, or the classes. */
function partTotals(sheet: Sheet): Term[][] {
  const { rows } = sheet.table
  const feet = rows.filter(({ code, name }) => code === null && PART_TOTAL_WORDS.test(fold(name)))
  const classes = rows.filter(({ code, parent }) => code?.length === 3 && parent === null)
  return [feet, classes].flatMap((group) => {
    const terms = group.map((row) => termsOf(sheet, row))
    const clear = terms.every((found) => found.length <= 1)
    return clear && terms.flat().length > 1 ? [terms.flat()] : []
  })
}

function termsOf({ table, columns }: Sheet, row: BudgetRow): Term[] {
  return columns.flatMap((id) => termOf(table, row, id) ?? [])
}

/** What lists that stand side by side say of one budget, as a source or in its column. */
function rowsOfFund(sheet: Sheet, { row, fund }: ListFigure): Term[][] {
  const { rows, columns } = sheet.table
  const revenue = rows.filter(({ panel }) => panel === 'revenue')
  if (row === 'source' || row === 'opening') {
    const named = sourcesOf(revenue, row === 'opening').find(({ name }) => fundOf(name) === fund)
    const list = listOf(sheet, revenue)
    const term = named && firstTerm(sheet, named, mainFirst(list.sheet))
    return term ? [[term]] : []
  }
  const column = columnOfFund(columns, fund)
  const side = listOf(
    sheet,
    rows.filter(({ panel }) => panel !== 'revenue'),
  )
  const named =
    row === 'expenditure'
      ? ordered(side.totals, true)
      : side.top.filter(({ name }) => CLOSING.test(fold(name))).slice(0, 1)
  return named.flatMap((each) => {
    const term = column ? termOf(sheet.table, each, column) : null
    return term ? [[term]] : []
  })
}

/** The rows before the first balance, or those that follow the opening one as its parts. */
function sourcesOf(rows: readonly BudgetRow[], ofOpening: boolean): BudgetRow[] {
  const at = rows.findIndex(({ name, role }) => role === 'item' && OPENING.test(fold(name)))
  if (at < 0) return ofOpening ? [] : [...rows]
  if (!ofOpening) return rows.slice(0, at)
  const after = rows.slice(at + 1)
  const end = after.findIndex(({ role }) => role === 'total')
  return end < 0 ? after : after.slice(0, end)
}

function columnOfFund(columns: Sheet['table']['columns'], fund: Fund): Meaning | null {
  const found = columns.filter(
    ({ type, panel, meaning }) => type === 'amount' && panel !== 'revenue' && meaning === fund,
  )
  return found.length === 1 ? found[0].id : null
}
