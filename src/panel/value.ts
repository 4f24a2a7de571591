/** A cell of amounts -> what is printed, and what it comes to in 元. */
import { isMoneyUnit, POWER, scale } from '../../schemas/amount.js'
import type { BudgetTable, Cell } from '../../schemas/document.js'
import type { AmountGap, ValueState } from '../../schemas/panel/values.js'
import { AMOUNT } from '../../schemas/panel.js'
import { DASH, fold } from '../../schemas/text.js'

const FIGURE = /[0-9]/

export function valueState({ text, value }: Cell): ValueState {
  if (value !== null && FIGURE.test(text)) return /[1-9]/.test(value) ? 'value' : 'zero'
  const printed = fold(text)
  if (value === null) return printed === '' ? 'blank' : 'not_an_amount'
  if (DASH.test(printed)) return 'dash'
  return /[1-9]/.test(value) ? 'value' : 'zero'
}

export interface InYuan {
  amount: string | null
  amount_gap: AmountGap | null
  amount_exact: string | null
}

export function inYuan(cell: Cell, unit: BudgetTable['unit']): InYuan {
  if (cell.value === null) {
    const gap = valueState(cell) === 'blank' ? 'blank' : 'not_an_amount'
    return { amount: null, amount_gap: gap, amount_exact: null }
  }
  if (unit === null) return { amount: null, amount_gap: 'no_unit', amount_exact: null }
  const exact = scale(cell.value, POWER[unit])
  return fits(exact)
    ? { amount: exact, amount_gap: null, amount_exact: null }
    : { amount: null, amount_gap: 'does_not_fit', amount_exact: exact }
}

/** Whether the column of amounts holds all digits; noughts at the end are none. */
export function fits(exact: string): boolean {
  const [whole, fraction = ''] = exact.replace('-', '').split('.')
  return (
    whole.length <= AMOUNT.precision - AMOUNT.scale &&
    fraction.replace(/(?<!0)0+$/, '').length <= AMOUNT.scale
  )
}

/** In 元, or null where there is no figure, no unit of money, or the column does not hold it. */
export function yuanOrNull(value: string | null, unit: string | null): string | null {
  if (value === null || unit === null || !isMoneyUnit(unit)) return null
  const exact = scale(value, POWER[unit])
  return fits(exact) ? exact : null
}
