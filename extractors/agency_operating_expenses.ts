import { defineKind } from '../schemas/kind.js'

/**
 * 机关运行经费表: what it costs to keep an agency's offices running, by economic code.
 *
 * Of the general public budget, the part that buys goods and services for
 * administrative agencies: offices, travel, meetings, vehicles. Institutions that
 * are no agencies have none and print the table empty.
 */
export default defineKind({
  id: 'agency_operating_expenses',
  label: { zh: '机关运行经费表', en: 'Operating expenses of agencies' },
  order: 14,
  titles: ['机关运行经费*表', '一般公共预算机关运行经费支出表'],
  codes: 'department_economic',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: [],
  total: 'agency_operating',
  identities: [{ rule: 'rollup' }],
  shapes: [{ coded: true, every: ['agency_operating'], none: ['abroad', 'reception'] }],
  example: `
    2019年一般公共预算机关运行经费支出预算表
    科目编码 | 科目名称 | 机关运行经费支出
    | 合计 | 20.00
    302 | 商品和服务支出 | 20.00
    30201 | 办公费 | 20.00`,
})
