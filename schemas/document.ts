/**
 * The public output, `foo.json`: a BudgetDocument (contract `kemu/document@1`).
 *
 * This zod schema is the one statement of the contract: every document is
 * checked against it before anything is written, and `kemu schema` publishes
 * it as JSON Schema. Adding a field is free; renaming or removing one is a
 * major version.
 */
import { z } from 'zod'
import { integer, text } from './bounds.js'
import { boxSchema } from './box.js'
import { correctedSchema } from './corrected.js'
import { decimalString } from './decimal.js'
import { factSchema } from './facts.js'
import { issueSchema } from './findings.js'
import { KIND_NAMES } from './kinds.js'
import { MEASURES } from './measures.js'
import { performanceSchema } from './performance.js'
import { PHASES } from './phases.js'

export const cellSchema = z.strictObject({
  /** As printed, a cell's lines joined. */
  text: text,
  /** Decimal string in the table's unit, with the digits printed; null where the page is blank. */
  value: decimalString.nullable(),
  /** From 1. */
  page: integer.positive(),
  bbox: boxSchema.nullable(),
  /** A person has put it right. */
  corrected: correctedSchema.optional(),
})

/** A side of a check: a cell, or a fact of the prose. */
export const termSchema = z.strictObject({
  /** What it is of, in the words of the document. */
  label: text,
  value: decimalString,
  /** With `row` and `column`, the cell; null where it is a fact. */
  table: text.nullable(),
  row: text.nullable(),
  column: text.nullable(),
  /** Of the prose; null where it is a cell. */
  fact: text.nullable(),
  /** -1 where the identity takes the figure off: closing = opening + revenue - expenditure. */
  sign: z.literal(-1).optional(),
})

export const RULES = [
  'rollup',
  'row_sum',
  'panels_balance',
  'row_names',
  'list_sum',
  'leaves',
  'balance',
  'equals_table',
  'sum_of_tables',
  'prose',
  'ratio',
  'form',
] as const

/**
 * What a check rests on where it is not the plain reading: another one that the layout or every
 * column bears out, or why a figure that differs proves nothing.
 */
export const READINGS = [
  'carry_over', // the difference is what last year left or goes to the next
  'other_total', // this year's total instead of the grand total, or the other way round
  'uncoded_rows', // rows without a code inside the block of a row are of its sum
  'details', // rows without a code below a row with codes below it only explain them
  'beside', // rows read as below a row of their own level stand beside it
  'other_block', // rows of its code that stand in another block of the table are of its sum
  'repeated_row', // a row that a page break prints twice counts once
  'nested_rows', // rows of a list that sum the rows after them
  'block', // the rows above a foot row instead of its classes
  'units', // the units' rows instead of their classes
  'unknown_column', // a figure of the row stands in a column that nobody understands
  'most_rows_differ', // more rows break the law than keep it: the columns mean something else
  'order_unproven', // nothing prints or proves which rows the total sums
  'empty_table', // one of the tables prints no figures
] as const

export const checkSchema = z.strictObject({
  id: text,
  /** What kind of law it is: of a hierarchy, of a row, between lists, between tables, with the prose, within a form. */
  rule: z.enum(RULES),
  /** The law that is checked: the same in all documents. */
  identity: text,
  /** The whole, or one of two sides. */
  left: termSchema,
  /** What it is held against: the parts that are added up, or the other side. */
  right: z.array(termSchema),
  /** Left less the sum of the right. */
  difference: decimalString,
  /** How much printing to so few digits can explain. */
  tolerance: decimalString,
  /** `rounding`: within the tolerance. `not_applicable`: not held against each other, `reading` says why. */
  outcome: z.enum(['holds', 'rounding', 'fails', 'not_applicable']),
  /** Absent where it is the plain one. */
  reading: z.enum(READINGS).optional(),
  /**
   * Of a failure: the publication's only where the cells are clean, the hierarchy is printed and no
   * other reading closes; ours to look at where the reading is in doubt; else nobody can tell.
   */
  attribution: z.enum(['publication', 'extraction', 'unclear']).optional(),
})

export const PANELS = [
  'revenue',
  'expenditure',
  'expenditure_by_nature',
  'expenditure_by_function',
  'expenditure_by_department_economic',
  'expenditure_by_government_economic',
] as const

/** What a column can identify a row by. */
export const COLUMN_KEYS = [
  'code', // whole or own-level code
  'class', // 类
  'section', // 款
  'item', // 项
  'government_class',
  'government_section',
  'government_code',
  'name',
  'government_name',
  'unit_code',
  'unit_name',
  'period',
] as const

/** What amounts are printed in. */
const unitSchema = z.enum(['元', '千元', '万元', '亿元'])

export const columnSchema = z.strictObject({
  /** Unique in its table: the key of the rows' `cells`. */
  id: text,
  /** The header as printed, outermost first. */
  path: z.array(text),
  /** What its cells hold. Amounts, percents, counts and texts are in `cells`; codes and names are what a row is known by. */
  type: z.enum(['code', 'name', 'amount', 'percent', 'count', 'text']),
  /** What the header terms mean (`general_budget.basic`), null where a term is unknown. */
  meaning: text.nullable(),
  /** What it identifies a row by, if it does. */
  key: z.enum(COLUMN_KEYS).nullable(),
  /** The list that it belongs to, where lists stand side by side. */
  panel: z.enum(PANELS).nullable(),
  /** One name for the same figure in every template; null where the header is not understood. */
  measure: z.enum(MEASURES).nullable(),
  /** Of an amount: which state of the budget it prints. */
  phase: z.enum(PHASES).nullable(),
  /** Of an amount: the fiscal year that it speaks of. */
  year: integer.nullable(),
  /** Of an amount whose header prints another unit than the table's: that. */
  unit: unitSchema.optional(),
  /** A person has said what it means. */
  corrected: correctedSchema.optional(),
})

export const ROW_KINDS = ['total', 'subtotal', 'leaf', 'memo'] as const

/** What a row's kind rests on: see `src/understand/structure`. */
export const KIND_REASONS = [
  'total_words',
  'codes',
  'units',
  'arithmetic',
  'printed_total',
  'nothing_below',
  'among_which',
  'blank',
  'form',
  'no_total',
  'contradicted',
] as const

export const rowSchema = z.strictObject({
  /** Unique in its table. */
  id: text,
  /** The row whose money it is a part of. */
  parent: text.nullable(),
  /** 0 a total, 1 类, 2 款, 3 项. */
  level: integer.nonnegative(),
  /** The list that it belongs to, where lists stand side by side. */
  panel: z.enum(PANELS).nullable(),
  /** What it looks like on the page; `kind` says how it counts. */
  role: z.enum(['total', 'subtotal', 'item', 'unit', 'blank']),
  /**
   * How it counts: the leaves of a list sum to its printed total; a memo explains money that
   * other leaves hold; null where nothing bears any of it out.
   */
  kind: z.enum(ROW_KINDS).nullable(),
  /** What bears the kind out. */
  kindReason: z.enum(KIND_REASONS),
  /** All its digits, those of the levels above too: 201, 20103, 2010301. */
  code: text.nullable(),
  /** Of the government's economic classification, where a table prints both. */
  governmentCode: text.nullable().optional(),
  /** Of the unit (单位) that it is of. */
  unitCode: text.nullable().optional(),
  /** The unit that a row of a table by units belongs to, where its own column names it. */
  unitName: text.nullable().optional(),
  /** Wrapped lines joined; indentation and list ordinals kept out. */
  name: text,
  /** As printed. */
  label: text,
  /** The cells that the label joins, where a 小计 stands beside the cell that it sums. */
  labelParts: z.array(text).optional(),
  /** Of a row whose label prints another unit than the table's: that. */
  unit: unitSchema.optional(),
  /** A person has put its code right. */
  corrected: correctedSchema.optional(),
  /** By the column's id. */
  cells: z.record(text, cellSchema),
})

export const BASES = ['ruled', 'ruled_rows', 'ruled_columns', 'aligned'] as const
export type Basis = (typeof BASES)[number]

export const tableSchema = z.strictObject({
  /** Unique in its document: t1, t2, … */
  id: text,
  kind: z.enum([...KIND_NAMES, 'unrecognized']),
  /** As printed: 部门收入总表. */
  title: text,
  /** As printed: 预算公开表2. */
  ordinal: text.nullable(),
  /** The department or unit that its line names. */
  owner: text.nullable(),
  /** What its amounts are printed in; null where it states none. */
  unit: unitSchema.nullable(),
  /** What its grid was read from. */
  basis: z.enum(BASES),
  /** From 1. */
  pages: z.array(integer.positive()),
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  /** Within the table. */
  checks: z.array(checkSchema),
  /** What is printed below it, as 注：. */
  notes: z.array(text),
  /** Text inside it that found no cell: nothing is lost. */
  leftover: z.array(z.strictObject({ text: text, page: integer.positive(), bbox: boxSchema })),
  /** A person has said of what kind it is, or whose. */
  corrected: z
    .strictObject({ kind: correctedSchema.optional(), owner: correctedSchema.optional() })
    .optional(),
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
  /** A budget (预算) or final accounts (决算); null: no such disclosure. */
  kind: z.enum(['budget', 'final_accounts']).nullable(),
  fiscalYear: integer.nullable(),
  /** As printed. */
  department: text.nullable(),
  /** `government`: a government's own budget, which is not read as a department's. */
  scope: z.enum(['department', 'unit', 'government']).nullable(),
})

/** The zod schema of a BudgetDocument: `documentSchema.parse(JSON.parse(text))` says where a file is none. */
export const documentSchema = z.strictObject({
  /** The contract, with its major version. */
  schema: z.literal('kemu/document@1'),
  source: z.strictObject({
    file: text,
    sha256: text.regex(/^[0-9a-f]{64}$/),
    pages: integer.nonnegative(),
    producer: text.nullable(),
    /** By page, the first at 0: the number that the page prints of itself. */
    printedPages: z.array(text.nullable()).optional(),
  }),
  /** What the PDF is, and whose. */
  report: reportSchema,
  /** `ok`: tables, and nothing to look at; `review`: see `issues`; the others: why there are no tables. */
  status: z.enum(STATUSES),
  tables: z.array(tableSchema),
  /** Figures of the narrative. */
  facts: z.array(factSchema),
  /** What the performance forms and lists say, a record a project. */
  performance: z.array(performanceSchema),
  /** Between tables, between sentences and tables, within forms; those of a table are in the table (`allChecks` has all). */
  checks: z.array(checkSchema),
  /** What a person should look at, the gravest first. */
  issues: z.array(issueSchema),
})

export type { Box } from './box.js'
export type { NarrativeFact } from './facts.js'
export { type Issue, issueSchema } from './findings.js'
export type { PerformanceRecord } from './performance.js'
/** Of a row, in one column: what is printed, and its value. */
export type Cell = z.infer<typeof cellSchema>
/** A side of a check: a cell, or a fact of the prose. */
export type Term = z.infer<typeof termSchema>
/** An identity that the document's figures should keep, and whether they do. */
export type Check = z.infer<typeof checkSchema>
/** Of a table: what is printed above it, and what it means. */
export type Column = z.infer<typeof columnSchema>
export type Panel = (typeof PANELS)[number]
export type ColumnKey = (typeof COLUMN_KEYS)[number]
export type RowKind = (typeof ROW_KINDS)[number]
export type KindReason = (typeof KIND_REASONS)[number]
export type Rule = Check['rule']
export type ReadingName = (typeof READINGS)[number]
/** Of a table: what it is known by, how it counts, its cells. */
export type BudgetRow = z.infer<typeof rowSchema>
/** A printed table, over as many pages as it takes. */
export type BudgetTable = z.infer<typeof tableSchema>
/** What a document is, and whose. */
export type Report = z.infer<typeof reportSchema>
/** In what state a document is. */
export type Status = (typeof STATUSES)[number]
/** All that was read from one PDF: `foo.json`. */
export type BudgetDocument = z.infer<typeof documentSchema>
