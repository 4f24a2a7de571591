import { defineKind } from '../schemas/kind.js'

/**
 * 专项资金绩效目标表: what its money is to achieve, as indicators with target values.
 *
 * A form, not a list: cells of many widths hold a description of a special fund, its
 * amounts, and a tree of indicators. It is recognized so that it ends the table
 * before it; its cells are kept as text, and no amount is read from it.
 */
export default defineKind({
  id: 'special_fund_performance_targets',
  label: { zh: '专项资金绩效目标表', en: 'Performance targets of a special fund' },
  order: 25,
  titles: [
    '专项资金绩效目标表',
    '专项资金*绩效目标*表',
    '专项*绩效目标*表',
    '专项*项目绩效目标*表',
  ],
  codes: null,
  layout: 'form',
  core: false,
  direction: null,
  family: null,
  form: 'special_fund_targets',
  otherCodes: null,
  views: [],
  total: 'all',
  identities: [],
  shapes: [],
  example: `
    专项资金绩效目标表
    专项名称 | 科技创新专项
    预算金额 | 30.00`,
})
