/** How much a field may hold: what is beyond is of no budget, and would end a program that reads it. */
import { z } from 'zod'

/** Characters. The longest cell of the corpus has some three thousand. */
export const LONGEST_TEXT = 65_536

export const text = z.string().max(LONGEST_TEXT)

/** As databases keep it: 32 bits. */
export const integer = z
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1)
