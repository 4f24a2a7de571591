import { defineKind } from '../schemas/kind.js'
import { BY_USE } from '../schemas/sums.js'

/**
 * 一般公共预算基本支出表(政府预算经济分类): basic expenditure by the government's economic classification.
 *
 * The same money as in the department's table, in the classes that the government
 * budget uses: 501 wages of agencies, 502 their goods and services, 505 subsidies
 * to institutions, 509 to persons. Two levels, 类 (3 digits) and 款 (5). The totals
 * of the two tables are one figure.
 */
export default defineKind({
  id: 'basic_expenditure_government_economic',
  label: {
    zh: '一般公共预算基本支出表（政府预算经济分类）',
    en: 'Basic expenditure by government economic code',
  },
  order: 7,
  titles: [
    '一般公共预算基本支出表',
    '一般公共预算基本支出*经济*',
    '一般公共预算基本支出*政府预算经济*',
  ],
  codes: 'government_economic',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: 'basic_expenditure',
  form: null,
  otherCodes: null,
  views: [],
  total: 'general_budget_basic',
  identities: [
    { rule: 'rollup' },
    BY_USE,
    {
      rule: 'equals_table',
      column: 'total',
      other: 'basic_expenditure_department_economic',
      otherColumn: 'total',
    },
  ],
  shapes: [
    { coded: true, every: ['personnel', 'public'], none: ['project'] },
    { coded: true, none: ['project'], says: /基本支出/ },
  ],
  example: `
    2025年一般公共预算基本支出表（政府预算经济分类）
    科目编码 | 科目名称 | 合计
    501 | 机关工资福利支出 | 70.00
    50101 | 工资奖金津补贴 | 70.00
    502 | 机关商品和服务支出 | 20.00
    50201 | 办公经费 | 20.00
    | 合计 | 90.00`,
})
