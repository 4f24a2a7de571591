/** One printed figure of the prose is one fact: what it is of, what it measures, and the clause it was read from. */
import { z } from 'zod'
import { integer, text } from './bounds.js'
import { boxSchema } from './box.js'
import { decimalString } from './decimal.js'
import { SUBJECTS } from './prose/subjects.js'

export const factSchema = z.strictObject({
  id: text,
  /** Of a closed vocabulary; `other` where the noun is none of it. */
  subject: z.enum(SUBJECTS),
  /** What the subject is of, as printed: a source, function, item, kind of vehicle, project. */
  qualifier: text.nullable(),
  /** Where the section speaks of that money only. */
  fund: z.enum(['general_budget', 'appropriation', 'government_fund', 'state_capital']).nullable(),
  /** What the figure says of its subject. */
  measure: z.enum(['amount', 'change', 'change_rate', 'share', 'count']),
  /** The year that it speaks of; of a change the newer one. */
  period: integer.nullable(),
  /** Which state of the budget it speaks of. */
  basis: z.enum(['budget', 'executed', 'last_year_budget', 'last_year_executed']).nullable(),
  /** As printed, commas out; null where the sentence says none, or no change, without a figure. */
  value: decimalString.nullable(),
  /** As printed: 万元, %, 辆. */
  unit: text.nullable(),
  direction: z.enum(['increase', 'decrease', 'unchanged']).nullable(),
  /** The clause that it was read from. */
  text: text,
  page: integer.positive(),
  bbox: boxSchema.nullable(),
})

/** A printed figure of a sentence. */
export type NarrativeFact = z.infer<typeof factSchema>
