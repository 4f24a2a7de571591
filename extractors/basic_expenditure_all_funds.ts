import { defineKind } from '../schemas/kind.js'
import { BY_SOURCE } from '../schemas/sums.js'

/**
 * 基本支出总表: basic expenditure from every source of money.
 *
 * Rows are economic codes, or categories of expenditure under each unit; columns
 * are the sources (appropriations, special fiscal accounts, the unit's own
 * funds, last year's carry-over). Wider than the 一般公共预算基本支出表, which only
 * counts the general public budget.
 */
export default defineKind({
  id: 'basic_expenditure_all_funds',
  label: { zh: '基本支出表（全部资金）', en: 'Basic expenditure, all funds' },
  order: 17,
  titles: ['基本支出总表', '基本支出表'],
  codes: null,
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: 'basic_expenditure',
  form: null,
  otherCodes: null,
  views: [],
  total: 'basic',
  identities: [BY_SOURCE],
  shapes: [],
  example: `
    2025年基本支出总表
    支出项目类别 | 合计 | 财政拨款/小计 | 财政拨款/一般公共预算拨款 | 财政拨款/政府性基金预算拨款 | 单位资金
    合计 | 90.00 | 80.00 | 80.00 | | 10.00
    工资福利支出 | 90.00 | 80.00 | 80.00 | | 10.00`,
})
