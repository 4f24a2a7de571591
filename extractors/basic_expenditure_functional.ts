import { defineKind } from '../schemas/kind.js'
import { BY_USE } from '../schemas/sums.js'

/**
 * 一般公共预算基本支出表(按功能分类): basic expenditure by function.
 *
 * Basic expenditure is mostly published by economic code; here it stands under
 * the functional codes that it serves, and equals the 基本支出 column of the
 * 一般公共预算支出表 row by row.
 */
export default defineKind({
  id: 'basic_expenditure_functional',
  label: { zh: '基本支出表（功能分类）', en: 'Basic expenditure by function' },
  order: 18,
  titles: ['一般公共预算基本支出表', '一般公共预算基本支出*功能*', '基本支出*功能分类*表'],
  codes: 'functional',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: 'basic_expenditure',
  form: null,
  otherCodes: null,
  views: [],
  total: 'basic',
  identities: [
    { rule: 'rollup' },
    BY_USE,
    {
      rule: 'equals_table',
      column: 'total',
      other: 'general_budget_expenditure',
      otherColumn: 'basic',
    },
  ],
  shapes: [
    {
      coded: true,
      rows: 'accounts',
      every: ['personnel', 'public'],
      none: ['project'],
      says: /一般公共|基本支出/,
    },
  ],
  example: `
    2025年一般公共预算基本支出表（按功能分类）
    科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
    | 合计 | 90.00 | 70.00 | 20.00
    201 | 一般公共服务支出 | 90.00 | 70.00 | 20.00`,
})
