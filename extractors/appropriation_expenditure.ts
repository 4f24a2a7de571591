import { defineKind } from '../schemas/kind.js'
import { BASIC_BY_USE, BY_NATURE } from '../schemas/sums.js'

/**
 * 财政拨款支出表: expenditure from all fiscal appropriations, by function.
 *
 * The general public budget, government-managed funds and state capital
 * operations together, by functional code: wider than the 一般公共预算支出表, which
 * leaves the last two out, and narrower than the 支出总表, which also counts the
 * department's own earnings.
 */
export default defineKind({
  id: 'appropriation_expenditure',
  label: { zh: '财政拨款支出表', en: 'Expenditure of appropriation' },
  order: 12,
  titles: ['财政拨款支出表', '财政拨款支出*功能*'],
  codes: 'functional',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'appropriation',
  identities: [
    { rule: 'rollup' },
    BY_NATURE,
    BASIC_BY_USE,
    {
      rule: 'equals_table',
      column: 'total',
      other: 'appropriation_summary',
      otherColumn: 'expenditure',
    },
  ],
  shapes: [
    {
      coded: true,
      rows: 'accounts',
      every: ['basic', 'project'],
      says: /财政拨款/,
      saysNot: /一般公共|基金|国有资本|结转/,
    },
  ],
  example: `
    2019年财政拨款支出预算表（功能科目）
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 120.00 | 90.00 | 30.00
    201 | 一般公共服务支出 | 120.00 | 90.00 | 30.00`,
})
