/** `run.json`: what became of each input of a run. A later version may say more of one: that is passed over. */
import { z } from 'zod'
import { reportSchema, STATUSES } from './document.js'
import { SEVERITIES } from './findings.js'

/** What documents are written as. */
export const FORMATS = ['json', 'xlsx', 'csv', 'xml', 'xbrl-csv', 'xbr'] as const
/** What a document is written as. */
export type Format = (typeof FORMATS)[number]

/** Statuses of inputs that left no document. */
export const FAILED_STATUSES = ['timeout', 'too_large', 'crashed', 'failed'] as const

const count = z.int().nonnegative()
const outcomes = z.object({
  holds: count,
  rounding: count,
  fails: count,
  not_applicable: count,
})

/** An input, `file` as the path under the folder given. */
export const fileEntrySchema = z.object({
  file: z.string(),
  /** Of the content; null where it could not be read. */
  sha256: z.string().nullable(),
  status: z.enum([...STATUSES, ...FAILED_STATUSES]),
  pages: count,
  /** By kind. */
  tables: z.record(z.string(), count),
  checks: outcomes,
  /** What it is, as its document says; absent where there is none. */
  report: reportSchema.optional(),
  /** Its findings by code, and by how grave they are: what a list of documents is sorted and filtered by. */
  findings: z.record(z.string(), count).optional(),
  severities: z.partialRecord(z.enum(SEVERITIES), count).optional(),
  /** Of its findings, those that a person has settled, by code. */
  settled: z.record(z.string(), count).optional(),
  /** The corrections that it was read with, by their names (`correctionName`). */
  corrections: z.array(z.string()).optional(),
  milliseconds: count,
  /** The code for programs, the message with its remedy for people. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The first input of the same content: it was read once for both. */
  duplicateOf: z.string().optional(),
})

/** The zod schema of `run.json`. */
export const runSchema = z.object({
  schema: z.literal('kemu/run@1'),
  version: z.string(),
  /** Of the code: outputs of another build are not taken over. */
  build: z.string(),
  options: z.object({ formats: z.array(z.enum(FORMATS)), shard: z.string().optional() }),
  totals: z.object({
    files: count,
    failed: count,
    statuses: z.record(z.string(), count),
    tables: z.record(z.string(), count),
    checks: outcomes,
  }),
  files: z.array(fileEntrySchema),
})

/** What `run.json` says of an input. */
export type FileEntry = z.infer<typeof fileEntrySchema>
/** `run.json`: what became of each input of a run. */
export type Run = z.infer<typeof runSchema>
export type Totals = Run['totals']
