import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../../../schemas/document.js'
import { loadKinds } from '../../../src/registry.js'
import { normalizeTable } from '../../../src/understand/normalize/table.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { reconcileDocument } from '../../../src/understand/reconcile/between.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const read = (...examples: string[]): BudgetTable[] =>
  examples.map((each, i) => normalizeTable(recognizeTable(rawTable(each), kinds), i + 1).table)
const checks = (...examples: string[]) =>
  reconcileDocument(read(...examples), kinds).map(({ identity, outcome }) => [identity, outcome])

const appropriation = (total: string, carried = '') => `
  财政拨款收支总表
  收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数
  一、本年收入 | ${total} | 一、教育支出 | ${total}
  二、上年结转 | ${carried} | |
  收入总计 | ${total} | 支出总计 | ${total}`
const general = (total: string) => `
  一般公共预算支出表
  科目编码 | 科目名称 | 一般公共预算支出/合计 | 一般公共预算支出/基本支出 | 一般公共预算支出/项目支出
  | 合计 | ${total} | ${total} |
  205 | 教育支出 | ${total} | ${total} | `
const fund = (total: string) => `
  政府性基金预算支出表
  科目编码 | 科目名称 | 合计
  | 合计 | ${total}`

describe('what one table sums of others', () => {
  const identity =
    'appropriation_summary = general_budget_expenditure + government_fund_expenditure'

  test('a heading over all columns that repeats the title does not hide the total', () => {
    expect(checks(appropriation('9.00'), general('7.00'), fund('2.00'))).toEqual([
      [identity, 'holds'],
    ])
  })

  test('an empty table adds nothing, a missing first one ends the matter', () => {
    expect(checks(appropriation('7.00'), general('7.00'), fund(''))).toEqual([[identity, 'holds']])
    expect(checks(appropriation('7.00'), fund('7.00'))).toEqual([])
  })

  test('a difference that is what last year left is explained by it; another is a finding', () => {
    expect(checks(appropriation('9.00', '2.00'), general('7.00'), fund(''))).toEqual([
      [`${identity} + carry-over`, 'holds'],
    ])
    expect(checks(appropriation('9.00', '1.00'), general('7.00'), fund(''))).toEqual([
      [identity, 'fails'],
    ])
  })
})

describe('this year or all', () => {
  /** 实户资金余额 is a balance that no vocabulary of headers has: its name says that it is carried. */
  const summary = (year: string) => `
    收支总表
    收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数
    一、一般公共预算拨款 | ${year} | 一、农林水支出 | ${year}
    本年收入合计 | ${year} | 本年支出合计 | ${year}
    上年实户资金余额 | 57.41 | 未安排支出的实户资金 | 57.41
    收入总计 | 157.41 | 支出总计 | 157.41`
  const revenue = (header: string, total: string) => `
    收入总表
    单位编码 | 单位名称 | 合计 | 一般公共预算拨款 | ${header}
    | 合计 | ${total} | 100.00 | 57.41
    402001 | 某局 | ${total} | 100.00 | 57.41`
  const outcomeOf = (...examples: string[]) =>
    reconcileDocument(read(...examples), kinds).map(({ left, outcome, reading }) => [
      ...[left.value, outcome],
      reading,
    ])

  test('a table with a column of what is carried is held against the grand total', () => {
    expect(outcomeOf(summary('100.00'), revenue('上年实户资金余额', '157.41'))).toEqual([
      ['157.41', 'holds', undefined],
    ])
  })

  test('one without is, where this year alone differs and the grand total does not', () => {
    expect(outcomeOf(summary('100.00'), revenue('其他', '157.41'))).toEqual([
      ['157.41', 'holds', 'other_total'],
    ])
    expect(outcomeOf(summary('100.00'), revenue('其他', '158.41'))).toEqual([
      ['100.00', 'fails', undefined],
    ])
  })
})

describe('the fund among the budgets', () => {
  const lists = (total: string) => `
    政府性基金收支表
    收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数
    一、政府性基金拨款 | ${total} | 一、城乡社区支出 | ${total}
    本年收入合计 | ${total} | 本年支出合计 | ${total}`
  const movements = (opening: string) => `
    政府性基金预算财政拨款收入支出决算表
    科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余
    | 合计 | ${opening} | 2.00 | 2.00 | ${opening}`
  const state = `
    国有资本经营预算支出表
    科目编码 | 科目名称 | 合计
    | 合计 |`

  test('is its table, its movements, or its lists, whichever is printed', () => {
    for (const each of [fund('2.00'), movements('5.00'), lists('2.00')])
      expect(checks(appropriation('9.00'), general('7.00'), each, state)).toEqual([
        [expect.stringContaining('government_fund'), 'holds'],
      ])
    expect(checks(appropriation('9.00'), general('7.00'), movements('2.00'), state)).toHaveLength(1)
  })

  test('its balance is no explanation of a sum that differs: movements leave nothing out', () => {
    const [[, outcome]] = checks(appropriation('14.00'), general('7.00'), movements('5.00'), state)
    expect(outcome).toBe('fails')
  })

  test('two tables of it, both filled, are a choice: nothing is said', () => {
    const both = [fund('2.00'), movements('5.00')]
    expect(checks(appropriation('9.00'), general('7.00'), ...both)).toEqual([])
    const one = [fund(''), movements('5.00')]
    expect(checks(appropriation('9.00'), general('7.00'), ...one)).toHaveLength(1)
  })
})

test('a table that prints no figures says nothing of another', () => {
  const basic = (total: string) => `
    一般公共预算基本支出表
    科目编码 | 科目名称 | 合计
    | 合计 | ${total}
    301 | 工资福利支出 | ${total}`
  const outcomes = (total: string) =>
    reconcileDocument(read(general('7.00'), basic(total)), kinds).map(({ outcome, reading }) => [
      outcome,
      reading,
    ])
  expect(outcomes('7.00')).toEqual([['holds', undefined]])
  expect(outcomes('0.00')).toEqual([['not_applicable', 'empty_table']])
  expect(outcomes('')).toEqual([])
  expect(outcomes('8.00')).toEqual([['fails', undefined]])
})

describe('tables of several owners', () => {
  const [a, b, c] = read(appropriation('9.00'), general('7.00'), fund(''))

  test('are not compared', () => {
    expect(reconcileDocument([a, { ...b, owner: '某中心' }, c], kinds)).toEqual([])
    expect(reconcileDocument([a, b, c], kinds)).toHaveLength(1)
  })

  test('nor are several of one kind: each unit has its own, and nothing says which', () => {
    expect(reconcileDocument([a, b, { ...b, id: 't9' }, c], kinds)).toEqual([])
  })

  test('nor are amounts in other units', () => {
    expect(reconcileDocument([a, { ...b, unit: '元' }, c], kinds)).toEqual([])
  })
})
