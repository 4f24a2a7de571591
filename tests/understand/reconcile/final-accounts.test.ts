/**
 * The nine tables of final accounts (公开01 to 09表), small and sound, and copies with one planted
 * error: each must be seen, and nothing may be said of the sound ones.
 */
import { describe, expect, test } from 'vitest'
import { failing, reconciled } from '../../helpers/reconciled.js'

/** Printed as the national template has it: sources numbered, balances not, the funds again below them. */
const SOUND = {
  '01': `
    收入支出决算总表
    收入/项目 | 收入/决算数 | 支出/项目 | 支出/决算数
    一、一般公共预算财政拨款收入 | 310.00 | 一、教育支出 | 330.50
    二、政府性基金预算财政拨款收入 | 60.00 | 二、城乡社区支出 | 70.00
    三、事业收入 | 40.00 | 三、国有资本经营预算支出 | 8.00
    四、国有资本经营预算财政拨款收入 | 8.00 | |
    本年收入合计 | 418.00 | 本年支出合计 | 408.50
    使用非财政拨款结余（含专用结余） | 5.00 | 结余分配 | 2.00
    年初结转和结余 | 32.00 | 年末结转和结余 | 44.50
    总计 | 455.00 | 总计 | 455.00`,
  '02': `
    收入决算表
    科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入
    | 合计 | 418.00 | 378.00 | 40.00
    205 | 教育支出 | 350.00 | 310.00 | 40.00
    20502 | 普通教育 | 350.00 | 310.00 | 40.00
    212 | 城乡社区支出 | 60.00 | 60.00 |
    21208 | 国有土地使用权出让收入安排的支出 | 60.00 | 60.00 |
    223 | 国有资本经营预算支出 | 8.00 | 8.00 |`,
  '03': `
    支出决算表
    科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
    | 合计 | 408.50 | 240.50 | 168.00
    205 | 教育支出 | 330.50 | 240.50 | 90.00
    20502 | 普通教育 | 330.50 | 240.50 | 90.00
    2050202 | 小学教育 | 270.50 | 240.50 | 30.00
    2050203 | 初中教育 | 60.00 | | 60.00
    212 | 城乡社区支出 | 70.00 | | 70.00
    223 | 国有资本经营预算支出 | 8.00 | | 8.00`,
  '04': `
    财政拨款收入支出决算总表
    收入/项目 | 收入/决算数 | 支出/项目 | 支出/合计 | 支出/一般公共预算财政拨款 | 支出/政府性基金预算财政拨款 | 支出/国有资本经营预算财政拨款
    一、一般公共预算财政拨款 | 310.00 | 一、教育支出 | 295.00 | 295.00 | |
    二、政府性基金预算财政拨款 | 60.00 | 二、城乡社区支出 | 70.00 | | 70.00 |
    三、国有资本经营预算财政拨款 | 8.00 | 三、国有资本经营预算支出 | 8.00 | | | 8.00
    本年收入合计 | 378.00 | 本年支出合计 | 373.00 | 295.00 | 70.00 | 8.00
    年初财政拨款结转和结余 | 26.00 | 年末财政拨款结转和结余 | 31.00 | 25.00 | 6.00 |
    一般公共预算财政拨款 | 10.00 | | | | |
    政府性基金预算财政拨款 | 16.00 | | | | |
    总计 | 404.00 | 总计 | 404.00 | 320.00 | 76.00 | 8.00`,
  '05': `
    一般公共预算财政拨款支出决算表
    科目编码 | 科目名称 | 本年支出/小计 | 本年支出/基本支出 | 本年支出/项目支出
    | 合计 | 295.00 | 205.00 | 90.00
    205 | 教育支出 | 295.00 | 205.00 | 90.00
    20502 | 普通教育 | 295.00 | 205.00 | 90.00`,
  '06': `
    一般公共预算财政拨款基本支出决算表
    人员经费/科目编码 | 人员经费/科目名称 | 人员经费/决算数 | 公用经费/科目编码 | 公用经费/科目名称 | 公用经费/决算数 | 公用经费/科目编码 | 公用经费/科目名称 | 公用经费/决算数
    301 | 工资福利支出 | 130.00 | 302 | 商品和服务支出 | 42.00 | 310 | 资本性支出 | 13.00
    30101 | 基本工资 | 90.00 | 30201 | 办公费 | 42.00 | 31002 | 办公设备购置 | 13.00
    30102 | 津贴补贴 | 40.00 | | | | 399 | 其他支出 |
    303 | 对个人和家庭的补助 | 20.00 | | | | | |
    30302 | 退休费 | 20.00 | | | | | |
    | 人员经费合计 | 150.00 | | | | | 公用经费合计 | 55.00`,
  '07': `
    政府性基金预算财政拨款收入支出决算表
    科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出/小计 | 本年支出/基本支出 | 本年支出/项目支出 | 年末结转和结余
    | 合计 | 16.00 | 60.00 | 70.00 | | 70.00 | 6.00
    212 | 城乡社区支出 | 16.00 | 60.00 | 70.00 | | 70.00 | 6.00
    21208 | 国有土地使用权出让收入安排的支出 | 16.00 | 60.00 | 70.00 | | 70.00 | 6.00`,
  '08': `
    国有资本经营预算财政拨款支出决算表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 8.00 | | 8.00
    223 | 国有资本经营预算支出 | 8.00 | | 8.00`,
  '09': `
    财政拨款“三公”经费支出决算表
    预算数/合计 | 预算数/因公出国（境）费 | 预算数/公务用车购置及运行维护费/小计 | 预算数/公务用车购置及运行维护费/公务用车购置费 | 预算数/公务用车购置及运行维护费/公务用车运行维护费 | 预算数/公务接待费 | 决算数/合计 | 决算数/因公出国（境）费 | 决算数/公务用车购置及运行维护费/小计 | 决算数/公务用车购置及运行维护费/公务用车购置费 | 决算数/公务用车购置及运行维护费/公务用车运行维护费 | 决算数/公务接待费
    21.00 | 2.00 | 15.00 | 9.00 | 6.00 | 4.00 | 17.00 | 1.00 | 13.00 | 9.00 | 4.00 | 3.00`,
}

type Form = keyof typeof SOUND

/** The tables with one line of one of them changed. */
function planted(form: Form, line: string, changed: string): string[] {
  expect(SOUND[form].split(line).length).toBe(2)
  return Object.values({ ...SOUND, [form]: SOUND[form].replace(line, changed) })
}

describe('the nine tables, sound', () => {
  const { all } = reconciled(Object.values(SOUND))

  test('every identity holds', () => {
    expect(all.filter(({ outcome }) => outcome !== 'holds')).toEqual([])
  })

  test('sums, balances and the tables against each other are all there', () => {
    const rules = new Set(all.map(({ rule }) => rule))
    expect(rules).toEqual(
      new Set(
        'rollup row_sum list_sum balance panels_balance equals_table sum_of_tables'.split(' '),
      ),
    )
  })

  test('the fund stands in the sum of the budgets by its movements, basic expenditure by its foot rows', () => {
    const between = reconciled(Object.values(SOUND)).checks
    const sides = between.map(({ left, right }) => [left, ...right].map(({ value }) => value))
    expect(sides).toContainEqual(['373.00', '295.00', '70.00', '8.00'])
    expect(sides).toContainEqual(['205.00', '150.00', '55.00'])
  })

  test('the funds below the opening balance are its parts', () => {
    const rows = reconciled(Object.values(SOUND)).tables[3].rows
    const opening = rows.find(({ label }) => label === '年初财政拨款结转和结余')
    const parts = rows.filter(({ parent }) => parent === opening?.id)
    expect(parts.map(({ label }) => label)).toEqual([
      '一般公共预算财政拨款',
      '政府性基金预算财政拨款',
    ])
    expect(parts.map(({ level }) => level)).toEqual([2, 2])
  })
})

describe('one planted error each', () => {
  test.each<[string, Form, string, string, string]>([
    ['a class', '03', '212 | 城乡社区支出 | 70', '212 | 城乡社区支出 | 79', 'rollup'],
    ['an item', '03', '初中教育 | 60.00 | | 60', '初中教育 | 61.00 | | 61', 'rollup'],
    ['a total', '05', '合计 | 295', '合计 | 259', 'rollup'],
    [
      'a basic cell',
      '03',
      '2050202 | 小学教育 | 270.50 | 240',
      '2050202 | 小学教育 | 270.50 | 204',
      'row_sum',
    ],
    [
      'the closing of a fund',
      '07',
      '21208 | 国有土地使用权出让收入安排的支出 | 16.00 | 60.00 | 70.00 | | 70.00 | 6',
      '21208 | 国有土地使用权出让收入安排的支出 | 16.00 | 60.00 | 70.00 | | 70.00 | 5',
      'balance',
    ],
    ['the revenue of a fund', '07', '合计 | 16.00 | 60', '合计 | 16.00 | 90', 'equals_table'],
    ['a part of the opening balance', '04', '预算财政拨款 | 16', '预算财政拨款 | 19', 'list_sum'],
    ['the foot row of persons', '06', '人员经费合计 | 150', '人员经费合计 | 105', 'list_sum'],
    ['the foot row of offices', '06', '公用经费合计 | 55', '公用经费合计 | 65', 'list_sum'],
    [
      'a fund column of the summary',
      '04',
      '二、城乡社区支出 | 70.00 | | 70',
      '二、城乡社区支出 | 70.00 | | 77',
      'row_sum',
    ],
    [
      'a total of the summary by funds',
      '04',
      '本年支出合计 | 373.00 | 295.00 | 70',
      '本年支出合计 | 373.00 | 295.00 | 71',
      'equals_table',
    ],
    [
      'the total of 02 against 01',
      '02',
      '合计 | 418.00 | 378',
      '合计 | 481.00 | 387',
      'equals_table',
    ],
    [
      'the total of 03 against 01',
      '03',
      '合计 | 408.50 | 240.50',
      '合计 | 480.50 | 312.50',
      'equals_table',
    ],
    ['a sum of the three public expenses', '09', '21.00 | 2.00', '23.00 | 2.00', 'row_sum'],
    [
      'vehicles among them',
      '09',
      '4.00 | 17.00 | 1.00 | 13.00 | 9',
      '4.00 | 17.00 | 1.00 | 13.00 | 8',
      'row_sum',
    ],
    ['a source', '01', '三、事业收入 | 40', '三、事业收入 | 44', 'list_sum'],
    [
      'a source that was none',
      '04',
      '三、国有资本经营预算财政拨款 | 8',
      '三、国有资本经营预算财政拨款 | 9',
      'list_sum',
    ],
    ['a function', '01', '一、教育支出 | 330', '一、教育支出 | 303', 'list_sum'],
    ['what was carried', '01', '年末结转和结余 | 44', '年末结转和结余 | 54', 'list_sum'],
    ['a balance that is drawn on', '01', '（含专用结余） | 5', '（含专用结余） | 6', 'list_sum'],
    [
      'the grand total',
      '01',
      '总计 | 455.00 | 总计 | 455',
      '总计 | 455.00 | 总计 | 445',
      'panels_balance',
    ],
    ['an economic item', '06', '津贴补贴 | 40', '津贴补贴 | 46', 'rollup'],
    ['the state capital', '08', '合计 | 8.00 | | 8', '合计 | 19.00 | | 19', 'sum_of_tables'],
  ])('%s is seen', (_, form, line, changed, rule) => {
    const found = failing(planted(form, line, changed))
    expect(found.map((check) => check.rule)).toContain(rule)
  })
})

describe('other looks of the same law', () => {
  test('foot rows of a table in two blocks, and one whose classes are its block only', () => {
    const table = (personnel: string) => `
      一般公共预算财政拨款基本支出决算表
      科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
      301 | 工资福利支出 | 130.00 | 302 | 商品和服务支出 | 42.00
      303 | 对个人和家庭的补助 | 20.00 | 310 | 资本性支出 | 13.00
      307 | 债务利息及费用支出 | 7.00 | | |
      | 人员经费合计 | ${personnel} | | 公用经费合计 | 62.00`
    const outcomes = (personnel: string) =>
      reconciled([table(personnel)]).all.map(({ identity, outcome, reading }) => [
        ...[identity.slice(0, 4), outcome],
        reading,
      ])
    expect(outcomes('150.00')).toEqual([
      ['人员经费', 'holds', undefined],
      ['公用经费', 'holds', undefined],
    ])
    expect(outcomes('157.00')[0]).toEqual(['人员经费', 'holds', 'block'])
    expect(outcomes('151.00')[0]).toEqual(['人员经费', 'fails', undefined])
  })

  test('合计 after the budgets that it sums, balances numbered, totals by row', () => {
    const summary = (fund: string) => `
      财政拨款收入支出决算总表
      收入/项目 | 收入/金额 | 支出/项目 | 支出/一般公共预算财政拨款 | 支出/政府性基金预算财政拨款 | 支出/小计
      一、一般公共预算财政拨款 | 310 | 一、教育支出 | 300 | | 300
      二、政府性基金预算财政拨款 | 60 | 二、城乡社区支出 | | ${fund} | 70
      本年收入合计 | 370 | 本年支出合计 | 300 | 70 | 370
      年初财政拨款结转和结余 | 26 | 年末财政拨款结转和结余 | 20 | 6 | 26
      一、一般公共预算财政拨款 | 10 | | | |
      二、政府性基金预算财政拨款 | 16 | | | |
      总计 | 396 | 总计 | 320 | 76 | 396`
    expect(failing([summary('70')])).toEqual([])
    expect(failing([summary('75')]).map(({ rule }) => rule)).toEqual(['list_sum', 'row_sum'])
  })
})
