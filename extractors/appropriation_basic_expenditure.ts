import { defineKind } from '../schemas/kind.js'
import { BY_USE } from '../schemas/sums.js'

/**
 * 财政拨款基本支出表: basic expenditure from all appropriations, by economic code.
 *
 * The same cut as the 一般公共预算基本支出表 (301 wages, 302 goods and services,
 * 303 subsidies to persons), over all fiscal appropriations. Where a department
 * has no other funds than the general public budget, the two are equal.
 */
export default defineKind({
  id: 'appropriation_basic_expenditure',
  label: { zh: '财政拨款基本支出表', en: 'Basic expenditure of appropriation' },
  order: 13,
  titles: ['财政拨款基本支出表', '财政拨款基本支出*经济*'],
  codes: 'department_economic',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'appropriation_basic',
  identities: [
    { rule: 'rollup' },
    BY_USE,
    {
      rule: 'equals_table',
      column: 'total',
      other: 'appropriation_expenditure',
      otherColumn: 'basic',
    },
  ],
  shapes: [],
  example: `
    2019年财政拨款基本支出预算表（经济科目）
    科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
    | 合计 | 90.00 | 70.00 | 20.00
    301 | 工资福利支出 | 70.00 | 70.00 |
    302 | 商品和服务支出 | 20.00 | | 20.00`,
})
