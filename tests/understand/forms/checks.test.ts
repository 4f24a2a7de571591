/** What must hold within a form, and what is said where it does not. */
import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../../../schemas/document.js'
import { placesIn } from '../../../src/understand/forms/places.js'
import { projectRowChecks } from '../../../src/understand/forms/project-rows.js'
import { formsOf, recordsOf } from '../../helpers/form.js'
import { list } from '../../helpers/list.js'

const checksOf = (text: string) =>
  formsOf(text).checks.map(
    ({ identity, outcome, difference }) => `${identity}: ${outcome} ${difference}`,
  )

const form = (money: string, weights: [string, string], header = '分值') => `
  @ 项目支出绩效目标表
  项目名称 | < | 甲 | <
  ${money}
  一级指标 | 三级指标 | 指标值 | ${header}
  产出指标 | 数量 | ≥10个 | ${weights[0]}
  效益指标 | 效果 | 提升 | ${weights[1]}`

const MONEY = `
  项目资金（万元） | 年度资金总额 | 100.00 | <
  ^ | 其中：财政拨款 | 90.00 | <
  ^ | 其他资金 | 10.00 | <`

describe('totals', () => {
  test('are their parts together, in every period', () => {
    expect(checksOf(form(MONEY, ['', '']))).toEqual([
      'annual: total = appropriation + special_account + carry_over + other: holds 0',
    ])
    expect(checksOf(form(MONEY.replace('90.00', '91.00'), ['', '']))[0]).toMatch(/fails -1$/)
  })

  test('are checked only where a part is printed', () => {
    expect(checksOf(form('年度预算资金（万元） | < | 200 | <', ['', '']))).toEqual([])
  })

  test('财政拨款 and its budgets are not added twice', () => {
    const money = `
      项目资金（万元） | 年度资金总额 | 100 | <
      ^ | 财政拨款 | 90 | <
      ^ | 一般公共预算 | 70 | <
      ^ | 政府性基金 | 20 | <
      ^ | 其他资金 | 10 | <`
    expect(checksOf(form(money, ['', '']))[0]).toMatch(/: holds 0$/)
  })
})

describe('weights', () => {
  const weights = (pair: [string, string], money = '') =>
    checksOf(form(money, pair)).find((line) => line.startsWith('weights'))

  test('make 100, or 90 where carrying out the budget has the rest', () => {
    expect(weights(['60', '40'])).toBe('weights: holds 0')
    expect(weights(['50分', '40分'])).toBe('weights: holds 0')
    expect(weights(['50', '46'])).toBe('weights: fails 4')
  })

  test('with those of carrying out the budget where they are printed', () => {
    const money = '项目资金 | 年度资金总额 | 5 | 执行率分值（10分）'
    expect(weights(['50', '40'], money)).toBe('weights: holds 0')
    expect(weights(['60', '40'], money)).toBe('weights: fails -10')
  })

  test('a sum that fails may lack a row that was not read: nobody is accused', () => {
    const { checks } = formsOf(form('', ['50', '46']))
    expect(checks[0].attribution).toBe('unclear')
  })
})

const review = (rate: string, total: string, executed = '60.00') => `
  @ 项目支出绩效自评表
  项目名称 | < | 甲 | < | < | <
  项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 | 得分
  ^ | 年度资金总额 | 120.00 | ${executed} | ${rate} | 5
  一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
  产出指标 | 数量 | ≥10个 | 10个 | 90 | 88
  总分 | < | < | < | 100 | ${total}`

test('scores and that of carrying out the budget make the total', () => {
  expect(checksOf(review('50%', '93'))).toContain('scores: holds 0')
  expect(checksOf(review('50%', '88'))).toContain('scores: fails -5')
})

test('the rate is what was executed of the whole year’s budget, to the digits printed', () => {
  expect(checksOf(review('50%', '93'))).toContain('execution rate: holds 0')
  expect(checksOf(review('0.50', '93'))).toContain('execution rate: holds 0')
  expect(checksOf(review('33.3%', '93', '40.00'))).toContain('execution rate: holds 0')
  expect(checksOf(review('500%', '93'))).toContain('execution rate: fails 450')
})

test('tasks make their sum', () => {
  const tasks = (sum: string) => `
    @ 部门整体支出绩效目标表
    部门名称 | 某局 | < | <
    任务名称 | 主要内容 | 总额 | 财政拨款
    甲 | 子 | 10 | 10
    乙 | 丑 | 20 | 20
    金额合计 | < | ${sum} | 30`
  expect(checksOf(tasks('30'))).toContain('annual: total = tasks: holds 0')
  expect(checksOf(tasks('40'))).toContain('annual: total = tasks: fails 10')
})

test.each([
  ['合格率', '≤0%', 1],
  ['人数', '≥0人', 1],
  ['满意度', '≥900%', 1],
  ['事故起数', '≤0起', 0],
  ['满意度', '≥100%', 0],
  ['增长率', '≥120%', 0],
])('%s %s: %i findings', (name, target, findings) => {
  const { issues, performance } = formsOf(`
    @ 项目支出绩效目标表
    项目名称 | 甲 | <
    一级指标 | 三级指标 | 指标值
    产出指标 | ${name} | ${target}`)
  expect(issues.filter(({ code }) => code === 'odd_target')).toHaveLength(findings)
  expect(performance[0].indicators[0].text).toBe(target)
})

describe('a project in the table of projects', () => {
  const projects = (rows: string): BudgetTable => {
    const { table } = list(`name | #合计\n${rows}`)
    const columns = table.columns.map((column) =>
      column.type === 'amount' ? { ...column, meaning: 'total' } : column,
    )
    return { ...table, columns, kind: 'project_expenditure', unit: '元' }
  }
  const check = (rows: string, forms = form(MONEY, ['', ''])) =>
    projectRowChecks(recordsOf(forms), [projects(rows)], placesIn([])).map(
      ({ outcome, attribution, left }) => `${left.value} ${outcome} ${attribution ?? ''}`.trim(),
    )

  test('has the amount of its form, in whichever unit and by a longer name', () => {
    expect(check('甲 | 1000000.00')).toEqual(['1000000 holds'])
    const renamed = form(MONEY, ['', '']).replace('| 甲 |', '| 物业管理 |')
    expect(check('物业管理项目经费 | 1000000.00', renamed)).toEqual(['1000000 holds'])
  })

  test('a row that differs may be another part of it: nobody is accused', () => {
    expect(check('甲 | 900000.00')).toEqual(['1000000 fails unclear'])
  })

  test('several rows or several forms of one name prove nothing', () => {
    expect(check('甲 | 1\n甲 | 2')).toEqual([])
    const twice = `${form(MONEY, ['', ''])}\n---\n${form(MONEY, ['', ''])}`
    expect(check('甲 | 1', twice)).toEqual([])
  })
})
