import { defineKind } from '../schemas/kind.js'

/**
 * 专项资金绩效自评表: what was promised and what came of it, with points for each.
 *
 * A form, not a list: cells of many widths hold a description of a special fund, its
 * amounts, and a tree of indicators. It is recognized so that it ends the table
 * before it; its cells are kept as text, and no amount is read from it.
 */
export default defineKind({
  id: 'special_fund_performance_review',
  label: { zh: '专项资金绩效自评表', en: 'Performance review of a special fund' },
  order: 28,
  titles: ['专项资金*绩效自评*表', '专项*绩效自评*表', '专项*自评*表'],
  codes: null,
  layout: 'form',
  core: false,
  direction: null,
  family: null,
  form: 'special_fund_review',
  otherCodes: null,
  views: [],
  total: 'all',
  identities: [],
  shapes: [],
  example: `
    专项资金绩效自评表
    专项名称 | 科技创新专项
    执行数 | 30.00`,
})
