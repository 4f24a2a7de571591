import { defineKind } from '../schemas/kind.js'

/**
 * 部门整体支出绩效自评表: what was promised and what came of it, with points for each.
 *
 * A form, not a list: cells of many widths hold a description of a whole department, its
 * amounts, and a tree of indicators. It is recognized so that it ends the table
 * before it; its cells are kept as text, and no amount is read from it.
 */
export default defineKind({
  id: 'department_performance_review',
  label: { zh: '部门整体绩效自评表', en: 'Performance review of the department' },
  order: 27,
  titles: ['整体*绩效自评*表', '整体*自评*表'],
  codes: null,
  layout: 'form',
  core: false,
  direction: null,
  family: null,
  form: 'department_review',
  otherCodes: null,
  views: [],
  total: 'all',
  identities: [],
  shapes: [],
  example: `
    部门整体支出绩效自评表
    部门名称 | 某局
    执行数 | 120.00`,
})
