import { defineKind } from '../schemas/kind.js'
import { movementsOf } from '../schemas/movements.js'
import { BY_NATURE } from '../schemas/sums.js'

/**
 * 政府性基金预算收支表: government-managed funds with what was there before and after.
 *
 * The form of final accounts: beside this year's revenue and expenditure each
 * row has the balance at the start and at the end of the year. Opening balance
 * and revenue less expenditure give the closing balance.
 */
export default defineKind({
  id: 'government_fund_summary',
  label: { zh: '政府性基金收支表', en: 'Government funds, revenue and expenditure' },
  order: 21,
  titles: ['政府性基金*收支*表'],
  codes: 'functional',
  layout: 'rows',
  core: false,
  direction: null,
  family: 'government_fund',
  form: null,
  otherCodes: null,
  views: [],
  total: 'government_funds',
  identities: [
    { rule: 'rollup' },
    { rule: 'panels_balance' },
    { rule: 'list_sum' },
    BY_NATURE,
    ...movementsOf('government_fund'),
  ],
  shapes: [
    { sides: true, says: /政府性基金/, saysNot: /一般公共|国有资本|财政拨款收/ },
    {
      coded: true,
      every: ['carry_over', 'current_revenue', 'current_expenditure'],
      says: /政府性基金/,
    },
  ],
  example: `
    2024年政府性基金预算财政拨款收入支出决算表
    科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出/小计 | 本年支出/基本支出 | 本年支出/项目支出 | 年末结转和结余
    | 合计 | | 50.00 | 50.00 | | 50.00 |
    212 | 城乡社区支出 | | 50.00 | 50.00 | | 50.00 |`,
})
