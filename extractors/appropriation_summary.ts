import { defineKind } from '../schemas/kind.js'
import { BY_BUDGET } from '../schemas/sums.js'

/**
 * 财政拨款收支总表: appropriations received beside what they are spent on.
 *
 * Like the 收支总表, but of fiscal appropriations only: the general public budget,
 * government-managed funds and state capital operations. Lists stand side by
 * side; the expenditure list names functional classes, with one amount or with
 * 合计 and one column for each of the three budgets. Revenue equals expenditure,
 * last year's carry-over included on both sides.
 */
export default defineKind({
  id: 'appropriation_summary',
  label: { zh: '财政拨款收支总表', en: 'Appropriation, revenue and expenditure' },
  order: 4,
  titles: ['财政拨款收支总表', '财政拨款总表', '财政拨款收支表'],
  codes: null,
  layout: 'panels',
  core: true,
  direction: null,
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'appropriation',
  identities: [
    { rule: 'panels_balance' },
    { rule: 'list_sum' },
    BY_BUDGET,
    {
      rule: 'sum_of_tables',
      column: 'expenditure',
      others: [
        'general_budget_expenditure',
        ['government_fund_expenditure', 'government_fund_summary'],
        'state_capital_expenditure',
      ],
    },
  ],
  shapes: [
    {
      sides: true,
      some: { of: ['general_budget', 'government_fund', 'state_capital'], least: 2 },
      listsNot: /事业收入|经营收入|上级补助|附属单位|单位资金|财政专户/,
    },
    {
      sides: true,
      saysNot: /基金收|国有资本经营预算收/,
      lists: /一般公共预算|公共财政/,
      listsNot: /事业收入|经营收入|上级补助|附属单位|单位资金|财政专户/,
    },
  ],
  example: `
    2025年财政拨款收支总表
    收入/项目 | 收入/预算数 | 支出/项目 | 支出/合计 | 支出/一般公共预算 | 支出/政府性基金预算
    一、一般公共预算拨款 | 100.00 | 一、一般公共服务支出 | 80.00 | 80.00 |
    二、政府性基金预算拨款 | 20.00 | 二、城乡社区支出 | 40.00 | 20.00 | 20.00
    收入总计 | 120.00 | 支出总计 | 120.00 | 100.00 | 20.00`,
})
