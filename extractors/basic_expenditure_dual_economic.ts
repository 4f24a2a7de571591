import { defineKind } from '../schemas/kind.js'
import { BY_USE } from '../schemas/sums.js'

/**
 * 一般公共预算基本支出表 with both economic classifications on one row.
 *
 * Each row bears a department code (301, 30101) and the government code (501,
 * 50101) that the same money falls under: the key is the pair. One department
 * code can stand in several rows, one for each government code, so rows add up
 * to 合计 but a code alone names no row.
 */
export default defineKind({
  id: 'basic_expenditure_dual_economic',
  label: {
    zh: '一般公共预算基本支出表（两套经济分类对照）',
    en: 'Basic expenditure by both economic codes',
  },
  order: 8,
  titles: ['一般公共预算基本支出表', '一般公共预算基本支出*经济*'],
  codes: 'dual',
  layout: 'rows',
  core: false,
  direction: 'expenditure',
  family: 'basic_expenditure',
  form: null,
  otherCodes: null,
  views: ['personnel'],
  total: 'general_budget_basic',
  identities: [
    BY_USE,
    {
      rule: 'equals_table',
      column: 'total',
      other: 'general_budget_expenditure',
      otherColumn: 'basic',
    },
  ],
  shapes: [
    { coded: true, rows: 'accounts', every: ['personnel', 'public'], none: ['project'] },
    { coded: true, rows: 'accounts', none: ['project'], says: /一般公共.*基本支出/ },
  ],
  example: `
    2025年一般公共预算基本支出表
    科目编码/类 | 科目编码/款 | 部门预算支出经济分类科目名称 | 科目编码/类 | 科目编码/款 | 政府预算支出经济分类科目名称 | 小计
    | | 合计 | | | | 70.00
    301 | | 工资福利支出 | | | | 70.00
    | 01 | 基本工资 | 501 | 01 | 工资奖金津补贴 | 70.00`,
})
