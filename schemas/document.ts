/**
 * The public output, `foo.json`: a BudgetDocument (contract `kemu/document@1`).
 *
 * This zod schema is the one statement of the contract: every document is
 * checked against it before anything is written, and `kemu schema` publishes
 * it as JSON Schema. Adding a field is free; renaming or removing one is a
 * major version.
 */
import { z } from 'zod'
import { KIND_NAMES } from './kinds.js'

/** [x0, top, x1, bottom] in points, origin at the top left of the page as displayed. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])

const decimalString = z.string().regex(/^-?\d+(\.\d+)?$/)

export const cellSchema = z.strictObject({
  /** As printed, a cell's lines joined. */
  text: z.string(),
  /** Decimal string in the table's unit, with the digits printed; null where the page is blank. */
  value: decimalString.nullable(),
  page: z.int().positive(),
  bbox: boxSchema.nullable(),
})

export const termSchema = z.strictObject({
  label: z.string(),
  value: decimalString,
  table: z.string(),
  row: z.string(),
  column: z.string(),
})

export const checkSchema = z.strictObject({
  id: z.string(),
  identity: z.string(),
  left: termSchema,
  right: z.array(termSchema),
  difference: decimalString,
  tolerance: decimalString,
  outcome: z.enum(['holds', 'rounding', 'fails', 'not_applicable']),
  /** Of a failure: theirs where every cell of the table was read cleanly, ours to look at where not. */
  attribution: z.enum(['publication', 'extraction']).optional(),
})

export const issueSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  table: z.string().nullable(),
  page: z.int().positive().nullable(),
  bbox: boxSchema.nullable(),
})

export const columnSchema = z.strictObject({
  id: z.string(),
  /** The header as printed, outermost first. */
  path: z.array(z.string()),
  type: z.enum(['code', 'name', 'amount', 'percent', 'count', 'text']),
  /** What the header terms mean (`general_budget.basic`), null where a term is unknown. */
  meaning: z.string().nullable(),
})

export const PANELS = [
  'revenue',
  'expenditure',
  'expenditure_by_nature',
  'expenditure_by_function',
  'expenditure_by_department_economic',
  'expenditure_by_government_economic',
] as const

export const rowSchema = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  /** 0 a total, 1 类, 2 款, 3 项. */
  level: z.int().nonnegative(),
  panel: z.enum(PANELS).nullable(),
  role: z.enum(['total', 'subtotal', 'item', 'unit', 'blank']),
  code: z.string().nullable(),
  governmentCode: z.string().nullable().optional(),
  unitCode: z.string().nullable().optional(),
  /** The unit that a row of a table by units belongs to, where its own column names it. */
  unitName: z.string().nullable().optional(),
  /** Wrapped lines joined; indentation and list ordinals kept out. */
  name: z.string(),
  label: z.string(),
  cells: z.record(z.string(), cellSchema),
})

export const tableSchema = z.strictObject({
  id: z.string(),
  kind: z.enum([...KIND_NAMES, 'unrecognized']),
  title: z.string(),
  ordinal: z.string().nullable(),
  owner: z.string().nullable(),
  unit: z.enum(['元', '千元', '万元', '亿元']).nullable(),
  pages: z.array(z.int().positive()),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  checks: z.array(checkSchema),
  notes: z.array(z.string()),
  leftover: z.array(
    z.strictObject({ text: z.string(), page: z.int().positive(), bbox: boxSchema }),
  ),
})

export const factSchema = z.strictObject({
  id: z.string(),
  subject: z.string(),
  measure: z.enum(['amount', 'change', 'change_rate', 'share', 'count']),
  period: z.int().nullable(),
  value: decimalString,
  unit: z.enum(['元', '万元', '亿元', '%', '辆', '台', '人', '个']).nullable(),
  direction: z.enum(['increase', 'decrease', 'unchanged']).nullable(),
  text: z.string(),
  page: z.int().positive(),
  bbox: boxSchema.nullable(),
})

export const STATUSES = [
  'ok',
  'review',
  'no_tables',
  'image_only',
  'not_pdf',
  'encrypted',
  'damaged',
] as const

export const reportSchema = z.strictObject({
  kind: z.enum(['budget', 'final_accounts']).nullable(),
  fiscalYear: z.int().nullable(),
  department: z.string().nullable(),
  scope: z.enum(['department', 'unit']).nullable(),
})

export const documentSchema = z.strictObject({
  schema: z.literal('kemu/document@1'),
  source: z.strictObject({
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    pages: z.int().nonnegative(),
    producer: z.string().nullable(),
    /** By page, the first at 0: the number that the page prints of itself. */
    printedPages: z.array(z.string().nullable()).optional(),
  }),
  report: reportSchema,
  status: z.enum(STATUSES),
  tables: z.array(tableSchema),
  facts: z.array(factSchema),
  checks: z.array(checkSchema),
  issues: z.array(issueSchema),
})

export type Box = z.infer<typeof boxSchema>
export type Cell = z.infer<typeof cellSchema>
export type Term = z.infer<typeof termSchema>
export type Check = z.infer<typeof checkSchema>
export type Issue = z.infer<typeof issueSchema>
export type Column = z.infer<typeof columnSchema>
export type Panel = (typeof PANELS)[number]
export type BudgetRow = z.infer<typeof rowSchema>
export type BudgetTable = z.infer<typeof tableSchema>
export type NarrativeFact = z.infer<typeof factSchema>
export type Report = z.infer<typeof reportSchema>
export type Status = (typeof STATUSES)[number]
export type BudgetDocument = z.infer<typeof documentSchema>
