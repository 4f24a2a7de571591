import { Decimal } from 'decimal.js'
import { text } from './bounds.js'

/** An amount in the outputs: the digits printed, no commas, no exponent. */
export const decimalString = text.regex(/^-?\d+(\.\d+)?$/)

/** decimal.js rounds sums and products to 20 digits unless told otherwise; no printed figure has 60. */
export const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 })
export type Exact = Decimal

/** So many digits come back from a double as they went in; it is also all that a spreadsheet shows. */
const MOST_DIGITS = 15

/** The number that is exactly the figure, or null where there is none: then its digits stay, as text. */
export function exactNumber(value: string): number | null {
  const digits = value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
  return digits.length <= MOST_DIGITS ? Number(value) : null
}
