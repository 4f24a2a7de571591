import { defineKind } from '../schemas/kind.js'

/**
 * 项目支出绩效目标表: what its money is to achieve, as indicators with target values.
 *
 * A form, not a list: cells of many widths hold a description of a project, its
 * amounts, and a tree of indicators. It is recognized so that it ends the table
 * before it; its cells are kept as text, and no amount is read from it.
 */
export default defineKind({
  id: 'project_performance_targets',
  label: { zh: '项目绩效目标表', en: 'Performance targets of a project' },
  order: 23,
  titles: ['项目*绩效目标*表', '绩效目标表', '绩效目标申报表', '项目*绩效目标'],
  codes: null,
  layout: 'form',
  core: false,
  direction: null,
  family: null,
  form: 'project_targets',
  otherCodes: null,
  views: [],
  total: 'all',
  identities: [],
  shapes: [],
  example: `
    项目支出绩效目标表
    项目名称 | 物业管理
    预算金额 | 30.00`,
})
