/** One project (or department) of a performance form or of a list of targets or reviews. */
import { z } from 'zod'
import { boxSchema } from './box.js'
import { decimalString } from './decimal.js'

const text = z.string().nullable()
const place = { text: z.string(), page: z.int().positive(), bbox: boxSchema.nullable() }

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
  label: z.string(),
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
  level1: text,
  level2: text,
  level3: z.string(),
  operator: z.enum(['>=', '<=', '=', '>', '<']).nullable(),
  value: z.string(),
  unit: text,
  actual: text,
  weight: text,
  score: text,
  remark: text,
  /** Of forms that print targets of the year beside those of the whole period; null where they print one. */
  phase: z.enum(['annual', 'implementation_period']).nullable(),
  /** What further columns say of it, by their header: 指标解释, 评分标准, 是否核心. */
  details: z.record(z.string(), z.string()),
  ...place,
})

export const performanceSchema = z.strictObject({
  id: z.string(),
  /** The table it was read from; it stays in `tables` too. */
  table: z.string(),
  pages: z.array(z.int().positive()),
  kind: z.enum([
    'project_targets',
    'department_targets',
    'special_fund_targets',
    'project_review',
    'department_review',
    'special_fund_review',
  ]),
  title: z.string(),
  year: z.int().nullable(),
  period: text,
  project: text,
  projectCode: text,
  department: text,
  departmentCode: text,
  unit: text,
  unitCode: text,
  moneyUnit: text,
  funding: z.array(fundingSchema),
  tasks: z.array(
    z.strictObject({ name: z.string(), content: text, funding: z.array(fundingSchema) }),
  ),
  goals: z.array(goalSchema),
  indicators: z.array(indicatorSchema),
  /** Labelled texts that no block above is for: 项目概况, 立项依据. */
  details: z.array(z.strictObject({ label: z.string(), ...place })),
  /** Of reviews: total, execution, execution_rate ... */
  scores: z.record(z.string(), z.string()),
})

export type PerformanceRecord = z.infer<typeof performanceSchema>
export type PerformanceFunding = z.infer<typeof fundingSchema>
export type PerformanceGoal = z.infer<typeof goalSchema>
export type PerformanceIndicator = z.infer<typeof indicatorSchema>
