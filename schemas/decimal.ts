import { Decimal } from 'decimal.js'
import { text } from './bounds.js'

/** An amount in the outputs: the digits printed, no commas, no exponent. */
export const decimalString = text.regex(/^-?\d+(\.\d+)?$/)

/** decimal.js rounds sums and products to 20 digits unless told otherwise; no printed figure has 60. */
export const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 })
export type Exact = Decimal
