import { defineKind } from '../schemas/kind.js'
import { BY_SOURCE } from '../schemas/sums.js'

/**
 * 政府采购预算表: what is to be bought through government procurement.
 *
 * Rows are goods, works and services, by catalogue (A, B, C and digits) or by
 * project; columns are the sources of money, with text columns for the way of
 * procurement. The money is part of what other tables say already.
 */
export default defineKind({
  id: 'government_procurement',
  label: { zh: '政府采购表', en: 'Government procurement' },
  order: 20,
  titles: ['政府采购预算表', '政府采购*表'],
  codes: null,
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: ['procurement'],
  total: 'procurement',
  identities: [BY_SOURCE],
  shapes: [{ rows: 'purchases', saysNot: /绩效|自评/ }],
  example: `
    2025年政府采购预算表
    采购品目大类 | 采购品目名称 | 合计 | 一般公共预算资金 | 其他资金
    货物 | 复印纸 | 3.00 | 2.00 | 1.00`,
})
