/** One project (or department) of a performance form or of a list of targets or reviews. */
import { z } from 'zod'
import { integer, text } from './bounds.js'
import { boxSchema } from './box.js'
import { decimalString } from './decimal.js'

const textOrNull = text.nullable()
const place = { text: text, page: integer.positive(), bbox: boxSchema.nullable() }

export const fundingSchema = z.strictObject({
  item: z.enum([
    'total',
    'appropriation',
    'general_public_budget',
    'government_fund',
    'special_account',
    'state_capital',
    'carry_over',
    'own_level',
    'transfers_down',
    'basic',
    'project',
    'other',
  ]),
  label: text,
  phase: z.enum([
    'annual',
    'implementation_period',
    'year_start_budget',
    'full_year_budget',
    'executed',
  ]),
  value: decimalString.nullable(),
  ...place,
})

export const goalSchema = z.strictObject({
  phase: z.enum(['annual', 'implementation_period', 'expected', 'actual']),
  ...place,
})

export const indicatorSchema = z.strictObject({
  level1: textOrNull,
  level2: textOrNull,
  level3: text,
  operator: z.enum(['>=', '<=', '=', '>', '<']).nullable(),
  value: text,
  unit: textOrNull,
  actual: textOrNull,
  weight: textOrNull,
  score: textOrNull,
  remark: textOrNull,
  /** Of forms that print targets of the year beside those of the whole period; null where they print one. */
  phase: z.enum(['annual', 'implementation_period']).nullable(),
  /** What further columns say of it, by their header: 指标解释, 评分标准, 是否核心. */
  details: z.record(text, text),
  ...place,
})

export const performanceSchema = z.strictObject({
  id: text,
  /** The table it was read from; it stays in `tables` too. */
  table: text,
  pages: z.array(integer.positive()),
  kind: z.enum([
    'project_targets',
    'department_targets',
    'special_fund_targets',
    'project_review',
    'department_review',
    'special_fund_review',
  ]),
  title: text,
  year: integer.nullable(),
  period: textOrNull,
  project: textOrNull,
  projectCode: textOrNull,
  department: textOrNull,
  departmentCode: textOrNull,
  unit: textOrNull,
  unitCode: textOrNull,
  moneyUnit: textOrNull,
  funding: z.array(fundingSchema),
  tasks: z.array(
    z.strictObject({ name: text, content: textOrNull, funding: z.array(fundingSchema) }),
  ),
  goals: z.array(goalSchema),
  indicators: z.array(indicatorSchema),
  /** Labelled texts that no block above is for: 项目概况, 立项依据. */
  details: z.array(z.strictObject({ label: text, ...place })),
  /** Of reviews: total, execution, execution_rate ... */
  scores: z.record(text, text),
})

/** A project's or department's targets, or what came of them. */
export type PerformanceRecord = z.infer<typeof performanceSchema>
/** Money of a performance record: of which source, in which state. */
export type PerformanceFunding = z.infer<typeof fundingSchema>
/** A goal in words. */
export type PerformanceGoal = z.infer<typeof goalSchema>
/** An indicator: its place in the form's levels, its target, and what came of it. */
export type PerformanceIndicator = z.infer<typeof indicatorSchema>
