import { defineKind } from '../schemas/kind.js'
import { BY_USE } from '../schemas/sums.js'

/**
 * 一般公共预算基本支出表: what basic expenditure buys, by the department's economic classification.
 *
 * The other way to cut general public budget expenditure: not what it is for but
 * what it is spent on: 301 wages and benefits, 302 goods and services, 303
 * subsidies to persons, 310 capital. Two levels, 类 (3 digits) and 款 (5); a few
 * places add codes of their own below (7 digits). Personnel and public funds
 * (人员经费, 公用经费) part the total. 合计 equals the basic expenditure of the
 * 一般公共预算支出表. Some places print the whole list of codes with zeros, some
 * print the 类 as a cell beside its rows with a 小计 row in them.
 *
 * Codes tell this table from its government-economic twin (501, 50101): titles
 * often do not.
 */
export default defineKind({
  id: 'basic_expenditure_department_economic',
  label: {
    zh: '一般公共预算基本支出表（部门预算经济分类）',
    en: 'Basic expenditure by department economic code',
  },
  order: 6,
  titles: [
    '一般公共预算基本支出表',
    '一般公共预算基本支出*经济*',
    '一般公共预算基本支出*部门预算经济*',
  ],
  codes: 'department_economic',
  layout: 'rows',
  core: true,
  direction: 'expenditure',
  family: 'basic_expenditure',
  form: null,
  otherCodes: null,
  views: ['personnel'],
  total: 'general_budget_basic',
  identities: [
    { rule: 'rollup' },
    BY_USE,
    {
      rule: 'foot_sum',
      feet: [{ name: '人员经费合计', classes: ['301', '303'] }, { name: '公用经费合计' }],
    },
  ],
  shapes: [
    {
      coded: true,
      every: ['personnel', 'public'],
      none: ['project'],
      saysNot: /财政拨款(?!.*一般公共)|机关运行|项目/,
    },
    { coded: true, none: ['project'], says: /一般公共.*基本支出/, saysNot: /机关运行|项目/ },
  ],
  example: `
    2025年一般公共预算基本支出表
    科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
    301 | 工资福利支出 | 70.00 | 70.00 |
    30101 | 基本工资 | 70.00 | 70.00 |
    302 | 商品和服务支出 | 20.00 | | 20.00
    30201 | 办公费 | 20.00 | | 20.00
    | 合计 | 90.00 | 70.00 | 20.00`,
})
