import { defineKind } from '../schemas/kind.js'
import { BASIC_BY_USE, BY_NATURE } from '../schemas/sums.js'

/**
 * 支出总表: all of a department's expenditure, by function and by nature.
 *
 * Rows are functional codes (类, 款, 项), in some places blocks of them under each
 * subordinate unit, or a single row. Columns part the total into basic
 * expenditure (what keeps the department running), project expenditure (what it
 * does beyond), and rarely operating expenditure, remittances to the superior and
 * subsidies to subordinates. 合计 equals 支出总计 of the 收支总表. A column group
 * about 政府采购 is a memo: it is part of what the columns before it say already.
 */
export default defineKind({
  id: 'expenditure_summary',
  label: { zh: '支出总表', en: 'Expenditure' },
  order: 3,
  titles: ['支出总表', '支出表'],
  codes: 'functional',
  layout: 'rows',
  core: true,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: ['expenditure', 'total', 'all_expenditure'],
  total: 'all',
  identities: [{ rule: 'rollup' }, BY_NATURE, BASIC_BY_USE],
  shapes: [
    {
      coded: true,
      rows: 'accounts',
      every: ['basic', 'project'],
      none: ['carry_over', 'current_revenue'],
      saysNot: /一般公共|公共财政|基金|国有资本|财政拨款|结转/,
    },
  ],
  example: `
    2025年支出总表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 120.00 | 90.00 | 30.00
    201 | 一般公共服务支出 | 120.00 | 90.00 | 30.00
    20103 | 政府办公厅（室）及相关机构事务 | 120.00 | 90.00 | 30.00`,
})
