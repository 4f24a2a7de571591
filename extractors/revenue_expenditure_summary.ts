import { defineKind } from '../schemas/kind.js'

/**
 * 收支总表: all revenue beside all expenditure, as lists that stand side by side.
 *
 * The left list names the sources of revenue; the right one expenditure, by
 * function (the 类 names without their codes) or by nature, in some templates
 * both, and by economic classification in others. Rows of different lists only
 * share a line of the page, not a meaning. Ordinals (一、二、…) differ by
 * region and have gaps, so names are the key. 收入总计 equals 支出总计; between
 * 本年…合计 and …总计 stand last year's carry-over and what goes to the next.
 */
export default defineKind({
  id: 'revenue_expenditure_summary',
  label: { zh: '收支总表', en: 'Revenue and expenditure' },
  order: 1,
  titles: ['收支总表', '收支表'],
  codes: null,
  layout: 'panels',
  core: true,
  direction: null,
  family: null,
  form: null,
  otherCodes: null,
  views: ['both_sides'],
  total: 'all',
  identities: [
    { rule: 'panels_balance' },
    { rule: 'list_sum' },
    { rule: 'equals_table', column: 'revenue', other: 'revenue_summary', otherColumn: 'total' },
    {
      rule: 'equals_table',
      column: 'expenditure',
      other: 'expenditure_summary',
      otherColumn: 'total',
    },
  ],
  shapes: [
    {
      sides: true,
      none: ['general_budget', 'government_fund', 'state_capital'],
      saysNot: /拨款|一般公共|基金|国有资本/,
      lists: /事业(?:单位)?(?:经营)?收入|经营收入|上级补助|附属单位|单位资金|财政专户/,
    },
  ],
  example: `
    2025年收支总表
    收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数
    一、一般公共预算拨款收入 | 100.00 | 一、一般公共服务支出 | 80.00
    二、事业收入 | | 二、住房保障支出 | 20.00
    收入总计 | 100.00 | 支出总计 | 100.00`,
})
