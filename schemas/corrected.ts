/** What a person has put right, said wherever it stands: what was read, who says otherwise, and why. */
import { z } from 'zod'
import { text } from './bounds.js'

export const correctedSchema = z.strictObject({ from: text.nullable(), by: text, why: text })
export type Corrected = z.infer<typeof correctedSchema>

/** What a person says of a finding: the publication is so, or nothing is wrong. */
export const VERDICTS = ['as_published', 'not_a_fault'] as const

/** Its severity is that of a note from then on; `from` is what it was. */
export const settledSchema = z.strictObject({
  verdict: z.enum(VERDICTS),
  from: text,
  by: text,
  why: text,
})
