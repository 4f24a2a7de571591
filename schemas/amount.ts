import { Exact } from './decimal.js'
import type { BudgetRow, BudgetTable, Column } from './document.js'

export const POWER: Record<NonNullable<BudgetTable['unit']>, number> = {
  元: 0,
  千元: 3,
  万元: 4,
  亿元: 8,
}

export function isMoneyUnit(unit: string): unit is keyof typeof POWER {
  return Object.hasOwn(POWER, unit)
}

const FACTORS = new Map(
  Object.values(POWER).map((power) => [power, new Exact(10).pow(power)] as const),
)

/** Exactly the printed figure in 元: 万元 with two places move by four, no digit is lost or made up. */
export function scale(value: string, power: number): string {
  const scaled = new Exact(value).times(FACTORS.get(power) ?? new Exact(10).pow(power))
  return scaled.isZero() ? '0' : scaled.toFixed()
}

/** To how many decimals of a 元 the print is exact: 万元 with two places -2, whole 元 0. */
export function decimalsOf(value: string, power: number): number {
  return (value.split('.')[1]?.length ?? 0) - power
}

/** What a figure is in: its row and its column may print another unit than their table. */
export function unitOfCell(
  table: Pick<BudgetTable, 'unit'>,
  row: Pick<BudgetRow, 'unit'>,
  column: Pick<Column, 'unit'> | undefined,
): BudgetTable['unit'] {
  return row.unit ?? column?.unit ?? table.unit
}
