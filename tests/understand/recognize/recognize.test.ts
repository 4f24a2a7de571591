import { describe, expect, test } from 'vitest'
import { loadKinds } from '../../../src/registry.js'
import { readPath } from '../../../src/understand/recognize/meaning.js'
import { matchTitle } from '../../../src/understand/recognize/title.js'

const kinds = await loadKinds()

describe('titles: what varies from place to place does not matter', () => {
  test.each([
    ['2025年部门收支总体情况表', 'revenue_expenditure_summary'],
    ['某市某局2025年度收入支出预算总表', 'revenue_expenditure_summary'],
    ['收入支出决算总表', 'revenue_expenditure_summary'],
    ['2025年部门综合预算收支总表', 'revenue_expenditure_summary'],
    ['部门收入总体情况表', 'revenue_summary'],
    ['收入决算表', 'revenue_summary'],
    ['本年支出总体情况表', 'expenditure_summary'],
    ['财政拨款收支总体情况表', 'appropriation_summary'],
    ['财政拨款收入支出决算总表', 'appropriation_summary'],
    ['一般公共预算财政拨款支出决算表', 'general_budget_expenditure'],
    ['2015年公共财政预算支出表', 'general_budget_expenditure'],
    ['一般公共预算支出功能分类预算表', 'general_budget_expenditure'],
    ['一般公共预算本级支出明细表', 'general_budget_expenditure'],
    [
      '部门综合预算一般公共预算支出明细表（按支出经济分类科目）',
      'general_budget_expenditure_economic',
    ],
    ['一般公共预算项目支出情况表（按经济分类科目）', 'project_expenditure_economic'],
    ['一般公共预算基本支出明细表（按支出功能分类科目）', 'basic_expenditure_functional'],
    ['2025年公共财政拨款"三公"经费预算表', 'three_public_expenses'],
    ['单位“三公”经费和机关运行经费预算表', 'three_public_expenses'],
    ['一般公共预算机关运行经费支出预算表', 'agency_operating_expenses'],
    ['政府性基金预算支出情况表', 'government_fund_expenditure'],
    ['政府性基金预算财政拨款收入支出决算表', 'government_fund_summary'],
    ['国有资本经营预算财政拨款收入支出决算表', 'state_capital_expenditure'],
    ['部门预算项目支出及其他支出预算表', 'project_expenditure'],
    ['部门预算基本支出预算表', 'basic_expenditure_all_funds'],
    ['政府采购预算明细表', 'government_procurement'],
    ['政策和项目预算绩效目标表', 'project_performance_targets'],
    ['2025年部门整体支出绩效目标表', 'department_performance_targets'],
    ['市级重点专项资金绩效目标表(一级项目)', 'special_fund_performance_targets'],
  ])('%s', (title, kind) => {
    expect(matchTitle(title, kinds)[0]?.kind.id).toBe(kind)
  })

  test.each([
    '某市政府购买服务目录表',
    '财政专户管理资金支出表',
    '政府性基金收入表',
  ])('%s is of no kind: its words before a known title change it', (title) => {
    expect(matchTitle(title, kinds)).toEqual([])
  })

  test('such words take four characters from a title', () => {
    expect(matchTitle('某局项目支出表', kinds)[0].weight).toBe(5)
    expect(matchTitle('彩票公益金项目支出表', kinds)[0].weight).toBe(1)
  })

  test.each([
    ['江苏省高级人民法院收入预算总表', 'revenue_summary'],
    ['区级部门支出总表', 'expenditure_summary'],
    ['部门收支总体表', 'revenue_expenditure_summary'],
    ['2026年一般公共预算安排基本支出分经济科目表', 'basic_expenditure_department_economic'],
  ])('%s: a publisher before it does not', (title, kind) => {
    expect(matchTitle(title, kinds)[0]?.kind.id).toBe(kind)
  })
})

describe('headers: known terms in an order never seen are understood', () => {
  test.each([
    [['基本支出', '人员经费'], 'basic.personnel'],
    [['一般公共预算支出', '合计'], 'general_budget.total'],
    [['2025年预算数', '其中：基本支出'], 'basic'],
    [
      ['本年收入', '财政拨款', '政府性基金预算拨款'],
      'current_revenue.appropriation.government_fund',
    ],
    [['财政拨款“三公”经费', '公务用车购置及运行维护费', '小计'], 'three_public.vehicles.total'],
    [['一般公共预算基本支出公用经费'], 'general_budget.public'],
  ])('%s', (path, meaning) => {
    const header = readPath(path)
    expect([header.atoms.join('.'), header.unknown]).toEqual([meaning, ''])
  })

  test('a word that no term explains is named', () => {
    expect(readPath(['彩票公益金']).unknown).toBe('彩票公益金')
  })

  test.each([
    ['类', 'class'],
    ['项', 'item'],
    ['项目', 'name'],
    ['功能分类科目编码', 'code'],
    ['单位代码', 'unit_code'],
  ])('%s identifies rows', (word, key) => {
    expect(readPath(['科目', word]).key).toBe(key)
  })

  test('项目支出 is money, not the name of a project', () => {
    expect(readPath(['项目支出'])).toMatchObject({ key: null, atoms: ['project'] })
  })
})
