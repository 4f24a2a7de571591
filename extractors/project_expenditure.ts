import { defineKind } from '../schemas/kind.js'
import { BY_SOURCE } from '../schemas/sums.js'

/**
 * 项目支出表: projects by name, with the money that each gets from each source.
 *
 * A row is a project, or a category or unit that its projects stand under; names
 * are free text and may repeat. Columns are the sources of money, and in places
 * the project's performance targets as text. Totals of units and categories
 * stand in the same column as the projects that they sum.
 */
export default defineKind({
  id: 'project_expenditure',
  label: { zh: '项目支出表', en: 'Project expenditure' },
  order: 19,
  titles: ['项目支出总表', '项目支出表', '项目支出及其他支出表', '一般公共预算项目支出表'],
  codes: null,
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: 'project',
  views: [],
  total: 'project',
  identities: [BY_SOURCE],
  shapes: [
    {
      rows: 'projects',
      none: ['basic', 'personnel', 'public', 'abroad'],
      saysNot: /绩效|自评|采购|购买服务|资产|债务|转移支付|收费|收入表|基本支出表/,
    },
  ],
  example: `
    2025年项目支出总表
    项目名称 | 合计 | 财政拨款/小计 | 财政拨款/一般公共预算拨款 | 财政拨款/政府性基金预算拨款 | 单位资金
    合计 | 30.00 | 30.00 | 30.00 | |
    物业管理 | 30.00 | 30.00 | 30.00 | |`,
})
