/** The totals of a table with codes or units: 合计 = Σ classes, wherever it stands and however many there are. */

import { termOf } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Check } from '../../../schemas/document.js'
import { isMemo } from '../../../schemas/list-rows.js'
import { withoutSums } from './nested.js'
import { rangesOf } from './ranges.js'
import { decide, dismissed, type Reading } from './referee.js'
import { closes, fails, hasFigure, isTelling, type Sheet, sumRows } from './sheet.js'

const IDENTITY = 'total = Σ classes'

/** Lists that stand side by side have totals of their own. */
export function totalChecks(sheet: Sheet): Check[] {
  const { table } = sheet
  const panels = [...new Set(table.rows.map(({ panel }) => panel))]
  return panels.flatMap((panel) => {
    const rows = table.rows.filter((row) => row.panel === panel)
    return totalsOfRows({ ...sheet, table: { ...table, rows } })
  })
}

function totalsOfRows(sheet: Sheet): Check[] {
  const totals = sheet.table.rows.filter(({ role }) => role === 'total')
  if (totals.length === 0) return departmentChecks(sheet)
  const sets = addendsOf(sheet)
  if (sets.length === 0) return []
  if (totals.length === 1) return onlyTotal(sheet, totals[0], sets)
  return totals.flatMap((_, i) => oneOfSeveral(sheet, totals, i, sets))
}

/** What a total may sum, the likelier first: rows with codes, units, and rows without a code beside them. */
function addendsOf(sheet: Sheet): Reading[] {
  const top = topRows(sheet)
  const units = top.filter(({ role }) => role === 'unit')
  const classes = top.filter(({ code }) => code !== null)
  const loose = top.filter(
    (row) =>
      row.role === 'item' && row.code === null && !isMemo(row.label) && hasFigure(sheet, row),
  )
  if (units.length > 0 && classes.length > 0)
    return [
      { name: 'units', parts: units, printed: false },
      { name: 'block', parts: classes, printed: false },
    ]
  const plain = classes.length > 0 ? classes : units
  if (plain.length === 0) return []
  const wider = top.filter((row) => plain.includes(row) || loose.includes(row))
  const nested = plain === units ? withoutSums(sheet, units) : units
  return [
    { name: null, parts: plain, printed: true },
    ...(nested.length < units.length
      ? [{ name: 'nested_rows' as const, parts: nested, printed: true }]
      : []),
    ...(loose.length > 0 ? [{ name: 'uncoded_rows' as const, parts: wider, printed: false }] : []),
  ]
}

/** The rows that stand below no other; below a heading that prints nothing (a unit above its codes) its own. */
function topRows({ table, columns }: Sheet): BudgetRow[] {
  const isHead = (row: BudgetRow) => columns.every((id) => termOf(table, row, id) === null)
  const below = (id: string | null): BudgetRow[] =>
    table.rows
      .filter(({ parent, role }) => parent === id && role !== 'total' && role !== 'blank')
      .flatMap((row) => {
        const own = isHead(row) ? below(row.id) : []
        return own.length > 0 ? own : [row]
      })
  return below(null)
}

/** Units beside classes: which of them it sums, only the figures say; where they do not, nothing is said. */
function onlyTotal(sheet: Sheet, whole: BudgetRow, readings: readonly Reading[]): Check[] {
  const [plain, ...others] = readings
  const sum = { rule: 'rollup' as const, identity: IDENTITY, whole, plain, others: () => others }
  const { checks } = decide(sheet, sum)
  return plain.name === null || closes(checks) ? checks : []
}

/**
 * A total on top sums what follows, one below what came before, from the top or from the total
 * before it, that total included or not. One of several that closes in no column may be a total
 * of something else (小计 of rows that stand elsewhere): that it differs proves nothing.
 */
function oneOfSeveral(
  sheet: Sheet,
  totals: readonly BudgetRow[],
  i: number,
  sets: readonly Reading[],
): Check[] {
  const tried = sets.flatMap(({ name, parts }) =>
    rangesOf(sheet.table.rows, totals, i, parts).map((range) => {
      const checks = sumRows(sheet, 'rollup', IDENTITY, totals[i], range)
      return name === null ? checks : checks.map((check) => ({ ...check, reading: name }))
    }),
  )
  const found = tried.find(closes)
  if (found) return found
  if (totals.every((other) => isSame(sheet, other, totals[i])))
    return sumRows(sheet, 'rollup', IDENTITY, totals[i], sets[0].parts)
  const near = tried.filter((checks) => checks.some(isTelling))
  const [nearest] = near.toSorted((a, b) => a.filter(fails).length - b.filter(fails).length)
  return nearest ?? (tried[0] ?? []).map((check) => dismissed(check, 'order_unproven'))
}

/** Printed again on another page: one total, as far as sums go. */
function isSame({ columns }: Sheet, a: BudgetRow, b: BudgetRow): boolean {
  return columns.every((id) => a.cells[id]?.value === b.cells[id]?.value)
}

/**
 * In a file of several units the department's unlabelled row comes first and sums its units'
 * (深圳). A first row of that name may as well be the department's own office, one of the units:
 * where no column closes, nothing is proven.
 */
function departmentChecks(sheet: Sheet): Check[] {
  const sum = departmentOf(sheet.table)
  if (!sum) return []
  const checks = sumRows(sheet, 'rollup', 'department = Σ units', ...sum)
  return checks.some(isTelling) ? checks : checks.map((check) => dismissed(check, 'order_unproven'))
}

function departmentOf(table: BudgetTable): [BudgetRow, BudgetRow[]] | null {
  const units = table.rows.filter((row) => row.role === 'unit' && row.parent === null)
  const [first, ...others] = units
  const above = table.rows.some(({ parent }) => parent === first?.id)
  const owned = first !== undefined && first.name === table.owner && !above
  return owned && others.length > 0 ? [first, others] : null
}
