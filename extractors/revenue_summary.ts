import { defineKind } from '../schemas/kind.js'
import { BY_OUTLAY, BY_SOURCE } from '../schemas/sums.js'

/**
 * 收入总表: where all of a department's money comes from, by source.
 *
 * The columns are the sources: appropriations of the general public budget, of
 * government-managed funds and of state capital operations, money of special
 * fiscal accounts, earnings, subsidies, and what last year left over. The rows
 * differ from place to place: functional codes, subordinate units, one bare row,
 * or a vertical list of sources with one amount. 合计 equals 收入总计 of the 收支总表.
 *
 * 经费拨款 and 非税收入拨款 are parts of the general public budget's 合计, not
 * sources beside it.
 */
export default defineKind({
  id: 'revenue_summary',
  label: { zh: '收入总表', en: 'Revenue' },
  order: 2,
  titles: ['收入总表', '收入表'],
  codes: 'functional',
  layout: 'rows',
  core: true,
  direction: 'revenue',
  family: null,
  form: null,
  otherCodes: null,
  views: ['all_revenue'],
  total: 'all',
  identities: [{ rule: 'rollup' }, { rule: 'list_sum' }, BY_SOURCE, BY_OUTLAY],
  shapes: [
    {
      rows: 'accounts',
      some: {
        of: [
          'general_budget',
          'government_fund',
          'special_account',
          'institution',
          'operating_income',
          'superior_subsidy',
          'subsidiary_remittance',
        ],
        least: 4,
      },
      none: ['basic', 'project', 'personnel', 'public'],
      says: /收入/,
      saysNot: /支出|采购|绩效/,
    },
  ],
  example: `
    2025年收入总表
    科目编码 | 科目名称 | 合计 | 一般公共预算 | 事业收入 | 其他收入
    | 合计 | 120.00 | 100.00 | 15.00 | 5.00
    201 | 一般公共服务支出 | 120.00 | 100.00 | 15.00 | 5.00
    20103 | 政府办公厅（室）及相关机构事务 | 120.00 | 100.00 | 15.00 | 5.00`,
})
