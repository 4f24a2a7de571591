import { defineKind } from '../schemas/kind.js'

/**
 * 一般公共预算项目支出表(按经济分类): what project expenditure buys, by economic code.
 *
 * The counterpart of the 一般公共预算基本支出表 for projects. Its total equals the
 * project expenditure of the 一般公共预算支出表.
 */
export default defineKind({
  id: 'project_expenditure_economic',
  label: { zh: '项目支出表（经济分类）', en: 'Project expenditure by economic code' },
  order: 16,
  titles: ['一般公共预算项目支出表', '一般公共预算项目支出*经济*'],
  codes: 'department_economic',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'project',
  identities: [
    { rule: 'rollup' },
    {
      rule: 'equals_table',
      column: 'total',
      other: 'general_budget_expenditure',
      otherColumn: 'project',
    },
  ],
  shapes: [],
  example: `
    2025年一般公共预算项目支出情况表（按经济分类科目）
    部门预算支出经济科目 | 预算
    合计 | 30.00
    [302]商品和服务支出 | 30.00
    [30201]办公费 | 30.00`,
})
