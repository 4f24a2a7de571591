import { defineKind } from '../schemas/kind.js'
import { movementsOf } from '../schemas/movements.js'
import { BASIC_BY_USE, BY_NATURE } from '../schemas/sums.js'

/**
 * 政府性基金预算支出表: spending from government-managed funds, by function.
 *
 * Government-managed funds are levies and sales set aside for a purpose, above
 * all the sale of land use rights (212 08). Most departments have none: the table
 * is then printed empty, or with a row of zeros, and a note says so. An empty
 * table is a fact, not a failure.
 */
export default defineKind({
  id: 'government_fund_expenditure',
  label: { zh: '政府性基金预算支出表', en: 'Expenditure of government funds' },
  order: 9,
  titles: ['政府性基金预算支出表', '政府性基金*支出*表', '政府性基金*功能分类*表'],
  codes: 'functional',
  layout: 'rows',
  core: true,
  direction: 'expenditure',
  family: 'government_fund',
  form: null,
  otherCodes: null,
  views: ['total'],
  total: 'government_funds',
  identities: [{ rule: 'rollup' }, BY_NATURE, BASIC_BY_USE, ...movementsOf('government_fund')],
  shapes: [
    {
      coded: true,
      rows: 'accounts',
      every: ['basic', 'project'],
      none: ['carry_over', 'current_revenue'],
      says: /政府性基金/,
      saysNot: /一般公共|国有资本/,
    },
  ],
  example: `
    2025年政府性基金预算支出表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 50.00 | | 50.00
    212 | 城乡社区支出 | 50.00 | | 50.00
    21208 | 国有土地使用权出让收入安排的支出 | 50.00 | | 50.00`,
})
