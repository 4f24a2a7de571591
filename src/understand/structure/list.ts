/** A table as its lists: rows that sum to one total, with their figures as whole numbers of the smallest digit printed. */
import { fixedDigits } from '../../../schemas/check.js'
import type { BudgetRow, BudgetTable, Column, Panel } from '../../../schemas/document.js'
import { fold } from '../../../schemas/text.js'

export interface List {
  panel: Panel | null
  rows: BudgetRow[]
  /** What its rows print figures in: one column, or one in each block that the list runs through. */
  columns: string[][]
  /** By row, a figure a column; null where none is printed. */
  figures: ReadonlyMap<BudgetRow, readonly (Figure | null)[]>
}

/** In units of the smallest digit that the list prints: a figure, or the sum of some. */
export interface Figure {
  value: bigint
  /** The last digit printed, or of a sum those of its parts together: rounding takes half of each. */
  digit: bigint
  /** The coarsest of these, of the figures that are not nought. */
  coarsest: bigint
}

export const NOUGHT: Figure = { value: 0n, digit: 0n, coarsest: 0n }

export function plus(one: Figure, other: Figure): Figure {
  const coarsest = one.coarsest > other.coarsest ? one.coarsest : other.coarsest
  return { value: one.value + other.value, digit: one.digit + other.digit, coarsest }
}

export function listsOf(table: BudgetTable): List[] {
  const amounts = table.columns.filter(({ type }) => type === 'amount')
  const byPeriod = table.columns.some(({ key }) => key === 'period')
  const keyOf = ({ panel, name }: BudgetRow) => `${panel} ${byPeriod ? fold(name) : ''}`
  const groups = new Map<string, BudgetRow[]>()
  for (const row of table.rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  const fixed = fixedDigits(table)
  return [...groups.values()].map((rows) => listOf(rows, amounts, fixed))
}

function listOf(rows: BudgetRow[], amounts: readonly Column[], fixed: number): List {
  const columns = blocksOf(
    rows,
    amounts.filter(({ id }) => rows.some((row) => row.cells[id] !== undefined)),
  )
  const printed = new Map(
    rows.map((row) => [row, columns.map((ids) => row.cells[idIn(row, ids)]?.value ?? null)]),
  )
  let digits = 0
  for (const values of printed.values())
    for (const value of values) digits = Math.max(digits, decimals(value))
  const figures = new Map(
    [...printed].map(([row, values]) => [
      row,
      values.map((value) => figureOf(value, digits, fixed)),
    ]),
  )
  return { panel: rows[0].panel, rows, columns, figures }
}

/**
 * A list can run through blocks side by side, each with columns of its own (决算, by economics): no row has
 * cells in two of them. What they measure says which columns are one.
 */
function blocksOf(rows: readonly BudgetRow[], columns: readonly Column[]): string[][] {
  const merged: Column[][] = []
  for (const column of columns) {
    const same = merged.find(
      (others) => isSame(others[0], column) && !rows.some((row) => hasBoth(row, others, column)),
    )
    if (same) same.push(column)
    else merged.push([column])
  }
  return merged.map((each) => each.map(({ id }) => id))
}

function isSame(one: Column, other: Column): boolean {
  const { measure, phase, year } = one
  return (
    measure !== null && measure === other.measure && phase === other.phase && year === other.year
  )
}

function hasBoth({ cells }: BudgetRow, others: readonly Column[], { id }: Column): boolean {
  return cells[id] !== undefined && others.some((other) => cells[other.id] !== undefined)
}

/** Of the columns that are one in a list, the one that the row has a cell in. */
export function idIn({ cells }: Pick<BudgetRow, 'cells'>, ids: readonly string[]): string {
  return (ids.length === 1 ? undefined : ids.find((id) => cells[id] !== undefined)) ?? ids[0]
}

function decimals(value: string | null): number {
  const point = value?.indexOf('.') ?? -1
  return value === null || point < 0 ? 0 : value.length - point - 1
}

/** @param fixed decimals that the table prints of every figure: one that lacks them is no coarser */
function figureOf(value: string | null, digits: number, fixed: number): Figure | null {
  if (value === null) return null
  const own = decimals(value)
  const whole = own === 0 ? value : value.replace('.', '')
  const figure = own === digits ? BigInt(whole) : BigInt(whole) * 10n ** BigInt(digits - own)
  if (figure === 0n) return { value: 0n, digit: 1n, coarsest: 0n }
  const known = Math.max(own, fixed)
  const digit = known >= digits ? 1n : 10n ** BigInt(digits - known)
  return { value: figure, digit, coarsest: digit }
}

/** Within what printing to few digits can explain, as the checks have it (`toleranceOf`). */
export function isNear(one: Figure, other: Figure): boolean {
  const off = one.value > other.value ? one.value - other.value : other.value - one.value
  if (off === 0n) return true
  const both = plus(one, other)
  return off * 2n <= both.digit || off <= (both.coarsest > 0n ? both.coarsest : 1n)
}

/** Column by column; null where no row prints anything. */
export function sumOf(list: List, rows: readonly BudgetRow[]): (Figure | null)[] {
  return list.columns.map((_, i) =>
    rows.reduce<Figure | null>((sum, row) => {
      const figure = list.figures.get(row)?.[i] ?? null
      return figure === null ? sum : plus(sum ?? NOUGHT, figure)
    }, null),
  )
}

export function isEmpty(list: List, row: BudgetRow): boolean {
  return (list.figures.get(row) ?? []).every((figure) => figure === null || figure.value === 0n)
}
