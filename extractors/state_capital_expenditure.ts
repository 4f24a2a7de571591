import { defineKind } from '../schemas/kind.js'
import { movementsOf } from '../schemas/movements.js'
import { BASIC_BY_USE, BY_NATURE } from '../schemas/sums.js'

/**
 * 国有资本经营预算支出表: spending from the state capital operations budget, by function.
 *
 * That budget holds the profits of state-owned enterprises. Hardly any
 * department spends from it, so the table is nearly always empty, with a note
 * that says so. Final accounts print it with balances at the start and the end
 * of the year.
 */
export default defineKind({
  id: 'state_capital_expenditure',
  label: { zh: '国有资本经营预算支出表', en: 'Expenditure of the state capital budget' },
  order: 10,
  titles: [
    '国有资本经营预算支出表',
    '国有资本经营*支出*表',
    '国有资本经营*功能分类*表',
    '国有资本经营*收支*表',
  ],
  codes: 'functional',
  layout: 'rows',
  core: true,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: ['total'],
  total: 'state_capital',
  identities: [
    { rule: 'rollup' },
    { rule: 'panels_balance' },
    { rule: 'list_sum' },
    BY_NATURE,
    BASIC_BY_USE,
    ...movementsOf('state_capital'),
  ],
  shapes: [
    {
      coded: true,
      rows: 'accounts',
      every: ['basic', 'project'],
      says: /国有资本经营/,
      saysNot: /一般公共|政府性基金/,
    },
  ],
  example: `
    2025年国有资本经营预算支出表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 10.00 | | 10.00
    223 | 国有资本经营预算支出 | 10.00 | | 10.00`,
})
