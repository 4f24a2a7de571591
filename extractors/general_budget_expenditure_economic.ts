import { defineKind } from '../schemas/kind.js'
import { BY_NATURE } from '../schemas/sums.js'

/**
 * 一般公共预算支出表(按经济分类): general public budget expenditure, basic and project, by economic code.
 *
 * Wider than the 一般公共预算基本支出表, which leaves projects out. Its total
 * equals that of the table by function.
 */
export default defineKind({
  id: 'general_budget_expenditure_economic',
  label: {
    zh: '一般公共预算支出表（经济分类）',
    en: 'Expenditure of the general public budget by economic code',
  },
  order: 15,
  titles: ['一般公共预算支出表', '一般公共预算支出*经济*'],
  codes: 'department_economic',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'general_budget',
  identities: [
    { rule: 'rollup' },
    BY_NATURE,
    {
      rule: 'equals_table',
      column: 'total',
      other: 'general_budget_expenditure',
      otherColumn: 'total',
    },
  ],
  shapes: [
    {
      coded: true,
      rows: 'accounts',
      every: ['basic', 'project'],
      says: /一般公共|公共财政/,
      saysNot: /基金|国有资本/,
    },
  ],
  example: `
    2025年一般公共预算支出表（按经济分类）
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 120.00 | 90.00 | 30.00
    301 | 工资福利支出 | 70.00 | 70.00 |
    302 | 商品和服务支出 | 50.00 | 20.00 | 30.00`,
})
