import { defineKind } from '../schemas/kind.js'

/**
 * 部门整体支出绩效目标表: what its money is to achieve, as indicators with target values.
 *
 * A form, not a list: cells of many widths hold a description of a whole department, its
 * amounts, and a tree of indicators. It is recognized so that it ends the table
 * before it; its cells are kept as text, and no amount is read from it.
 */
export default defineKind({
  id: 'department_performance_targets',
  label: { zh: '部门整体绩效目标表', en: 'Performance targets of the department' },
  order: 24,
  titles: ['整体支出绩效目标表', '整体*绩效目标*表'],
  codes: null,
  layout: 'form',
  core: false,
  direction: null,
  family: null,
  form: 'department_targets',
  otherCodes: null,
  views: [],
  total: 'all',
  identities: [],
  shapes: [],
  example: `
    部门整体支出绩效目标表
    部门名称 | 某局
    年度预算 | 120.00`,
})
