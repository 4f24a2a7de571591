import { defineKind } from '../schemas/kind.js'
import { BY_NATURE } from '../schemas/sums.js'

/**
 * 结转支出表: money of earlier years that is spent in this one.
 *
 * Carried-over appropriations keep the functional code and the purpose that they
 * were granted for; they are not part of this year's appropriation.
 */
export default defineKind({
  id: 'carryover_expenditure',
  label: { zh: '上年结转支出表', en: 'Expenditure carried over' },
  order: 22,
  titles: ['结转*支出*表', '上年结转*支出*表', '上年结转*表'],
  codes: 'functional',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'carry_over',
  identities: [{ rule: 'rollup' }, BY_NATURE],
  shapes: [],
  example: `
    2025年上年结转支出预算表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 9.00 | | 9.00
    201 | 一般公共服务支出 | 9.00 | | 9.00`,
})
