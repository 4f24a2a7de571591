import { defineKind } from '../schemas/kind.js'
import { movementsOf } from '../schemas/movements.js'
import { BASIC_BY_USE, BY_NATURE } from '../schemas/sums.js'

/**
 * 一般公共预算支出表: spending from the general public budget, by function.
 *
 * The core table, published everywhere. One row per functional code at three
 * levels: 类 (class, 3 digits), 款 (section, 5), 项 (item, 7). A class row repeats
 * the money of its sections, and a section row that of its items, so adding up
 * a whole column counts every yuan three times: add up one level, or read 合计.
 *
 * A blank amount means "nothing budgeted here" and stays null; 0.00 is a printed
 * zero. The two are not the same fact.
 */
export default defineKind({
  id: 'general_budget_expenditure',
  label: { zh: '一般公共预算支出表', en: 'Expenditure of the general public budget' },
  order: 5,
  titles: ['一般公共预算支出表', '一般公共预算支出*功能*'],
  codes: 'functional',
  layout: 'rows',
  core: true,
  direction: 'expenditure',
  family: null,
  form: null,
  otherCodes: null,
  views: ['expenditure', 'total'],
  total: 'general_budget',
  identities: [
    { rule: 'rollup' },
    BY_NATURE,
    BASIC_BY_USE,
    ...movementsOf('general_budget'),
    {
      rule: 'equals_table',
      column: 'basic',
      other: 'basic_expenditure_department_economic',
      otherColumn: 'total',
    },
  ],
  shapes: [
    {
      coded: true,
      rows: 'accounts',
      every: ['basic', 'project'],
      says: /一般公共预算|公共财政/,
      saysNot: /基金|国有资本|结转/,
    },
  ],
  example: `
    2025年一般公共预算支出表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    201 | 一般公共服务支出 | 312.40 | 280.00 | 32.40
    20103 | 政府办公厅（室）及相关机构事务 | 312.40 | 280.00 | 32.40
    2010301 | 行政运行 | 280.00 | 280.00 |
    2010302 | 一般行政管理事务 | 32.40 | | 32.40
    | 合计 | 312.40 | 280.00 | 32.40`,
})
