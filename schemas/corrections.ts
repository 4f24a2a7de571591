/**
 * `foo.corrections.json`: what a person has put right in the reading of `foo.pdf`. The reading itself stays as it
 * is; every run puts these in anew, where what they speak of still stands. A place is said by what is printed
 * there (table, row, head, page, box), not by a counter that another reading may give to something else.
 */
import { z } from 'zod'
import { text } from './bounds.js'
import { boxSchema } from './box.js'
import { VERDICTS } from './corrected.js'
import { FINDING_CODES } from './findings.js'
import { KIND_NAMES } from './kinds.js'
import { ATOM_LABELS } from './meaning-labels.js'

const said = text.min(1)

export const placeSchema = z.strictObject({
  page: z.int().positive(),
  /** Of the cell; of a row or a column, of any cell of it; of a finding, its own. */
  bbox: boxSchema.nullable(),
  /** The title as printed. */
  table: text.nullable(),
  /** The row's label as printed. */
  row: text.nullable(),
  /** The head as printed, outermost first. */
  column: z.array(text).nullable(),
  /** Of an identity that fails, which: several may have one figure on their left. As the finding has it. */
  identity: text.optional(),
})

/** Why, who and when: a correction that nobody answers for is none. */
const signed = { place: placeSchema, why: said, who: said, when: z.iso.datetime() }

const kindName = z.enum([...KIND_NAMES, 'unrecognized'])
const meaning = text.refine(
  (words) => words.split('.').every((atom) => ATOM_LABELS.has(atom)),
  'a meaning is made of words of the vocabulary, as general_budget.basic',
)

export const correctionSchema = z.discriminatedUnion('what', [
  /** A cell's text as it is printed. */
  z.strictObject({ what: z.literal('cell'), read: text, right: text, ...signed }),
  /** A row's code, all its digits. */
  z.strictObject({
    what: z.literal('code'),
    read: text.nullable(),
    right: z.string().regex(/^\d{3,9}$/),
    ...signed,
  }),
  z.strictObject({ what: z.literal('meaning'), read: text.nullable(), right: meaning, ...signed }),
  z.strictObject({ what: z.literal('kind'), read: kindName, right: kindName, ...signed }),
  z.strictObject({ what: z.literal('owner'), read: text.nullable(), right: said, ...signed }),
  z.strictObject({
    what: z.literal('finding'),
    read: z.enum(FINDING_CODES),
    right: z.enum(VERDICTS),
    ...signed,
  }),
])

export const correctionsSchema = z.strictObject({
  schema: z.literal('kemu/corrections@1'),
  /** Of the PDF whose reading they correct. */
  sha256: text.regex(/^[0-9a-f]{64}$/),
  corrections: z.array(correctionSchema),
})

export type Place = z.infer<typeof placeSchema>
/** What a person has put right: of what, what was read there, what is right, why, who says so and when. */
export type Correction = z.infer<typeof correctionSchema>
export type CorrectionsFile = z.infer<typeof correctionsSchema>

/** What people have put right in a document, however many files it came from. */
export interface Corrections {
  corrections: Correction[]
  /** Those made for another PDF of that name: nothing of them is put in. */
  stale: Correction[]
}
