import { defineKind } from '../schemas/kind.js'

/**
 * 项目支出绩效自评表: what was promised and what came of it, with points for each.
 *
 * A form, not a list: cells of many widths hold a description of a project, its
 * amounts, and a tree of indicators. It is recognized so that it ends the table
 * before it; its cells are kept as text, and no amount is read from it.
 */
export default defineKind({
  id: 'project_performance_review',
  label: { zh: '项目绩效自评表', en: 'Performance review of a project' },
  order: 26,
  titles: ['项目*绩效自评*表', '绩效自评表', '项目*自评*表', '绩效自评*表'],
  codes: null,
  layout: 'form',
  core: false,
  direction: null,
  family: null,
  form: 'project_review',
  otherCodes: null,
  views: [],
  total: 'all',
  identities: [],
  shapes: [],
  example: `
    项目支出绩效自评表
    项目名称 | 物业管理
    执行数 | 30.00`,
})
