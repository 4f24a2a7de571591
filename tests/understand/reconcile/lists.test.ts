/** Sums within lists without codes: what a total sums there, only names, ordinals and places say. */
import { describe, expect, test } from 'vitest'
import { reconciled } from '../../helpers/reconciled.js'

const found = (example: string) =>
  reconciled([example])
    .all.filter(({ rule }) => rule === 'list_sum')
    .map(({ left, outcome, reading }) => [left.label, outcome, reading ?? null])

const revenue = (...lines: string[]) => `
  收支总表
  收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数
  ${lines.map((line) => `${line} | |`).join('\n  ')}`

describe('a total', () => {
  test('below its rows, with what is carried after it', () => {
    const list = (carried: string) =>
      revenue(
        '一、财政拨款收入 | 70',
        '二、事业收入 | 20',
        '本年收入合计 | 90',
        `上年结转 | ${carried}`,
        '收入总计 | 95',
      )
    expect(found(list('5'))).toEqual([
      ['本年收入合计', 'holds', null],
      ['收入总计', 'holds', null],
    ])
    expect(found(list('15'))).toEqual([
      ['本年收入合计', 'holds', null],
      ['收入总计', 'fails', null],
    ])
  })

  test('小计 of the year is a total too', () => {
    const list = [
      '一、基本支出 | 60',
      '二、项目支出 | 30',
      '当年支出小计 | 90',
      '结转下年资金 | 5',
      '支出合计 | 95',
    ]
    expect(found(revenue(...list))).toEqual([
      ['当年支出小计', 'holds', null],
      ['支出合计', 'holds', null],
    ])
  })

  test('on top of them', () => {
    expect(found(revenue('收入总计 | 90', '一、财政拨款收入 | 70', '二、事业收入 | 20'))).toEqual([
      ['收入总计', 'holds', null],
    ])
    expect(found(revenue('收入总计 | 90', '一、财政拨款收入 | 70', '二、事业收入 | 25'))).toEqual([
      ['收入总计', 'fails', null],
    ])
  })

  test('counts neither 其中 nor what a row lists below it', () => {
    expect(
      found(
        revenue(
          '一、财政拨款收入 | 70',
          '其中：经费拨款 | 60',
          '二、其他资金 | 20',
          '（一）事业收入 | 15',
          '（二）其他收入 | 5',
          '收入总计 | 90',
        ),
      ),
    ).toEqual([
      ['收入总计', 'holds', null],
      ['其他资金', 'holds', null],
    ])
  })

  test('counts a row that sums the rows after it once', () => {
    const flush = [
      '基本支出 | 60',
      '人员经费 | 45',
      '公用经费 | 15',
      '项目支出 | 30',
      '支出总计 | 90',
    ]
    expect(found(revenue(...flush))).toEqual([['支出总计', 'holds', 'nested_rows']])
  })

  test('with rows that repeat others, in an order that nothing shows, proves nothing', () => {
    const flush = [
      '人员经费 | 45',
      '基本支出 | 60',
      '项目支出 | 30',
      '公用经费 | 15',
      '支出总计 | 90',
    ]
    expect(found(revenue(...flush))).toEqual([['支出总计', 'not_applicable', 'order_unproven']])
  })

  test('beside a figure that was none before is wrong, not repeated', () => {
    const list = ['一、财政拨款收入 | 70', '二、事业收入 | 20', '三、其他收入 | 6', '收入总计 | 90']
    expect(found(revenue(...list))).toEqual([['收入总计', 'fails', null]])
  })

  test('over names that nobody knows, without ordinals, proves nothing', () => {
    const list = (one: string) => revenue(`${one}甲 | 70`, `${one}乙 | 25`, '收入总计 | 90')
    expect(found(list('某项'))).toEqual([['收入总计', 'not_applicable', 'order_unproven']])
    expect(found(revenue('一、甲 | 70', '二、乙 | 25', '收入总计 | 90'))).toEqual([
      ['收入总计', 'fails', null],
    ])
  })

  test('over one name again and again proves nothing: the rows are called by a cell beside them', () => {
    const list = ['一、其他资金 | 70', '二、其他资金 | 25', '收入总计 | 90']
    expect(found(revenue(...list))).toEqual([['收入总计', 'not_applicable', 'order_unproven']])
  })

  test('with a figure that has no name proves nothing', () => {
    const list = ['一、财政拨款收入 | 70', '| 5', '二、事业收入 | 20', '收入总计 | 95']
    expect(found(revenue(...list))).toEqual([['收入总计', 'not_applicable', 'order_unproven']])
  })
})

describe('a row and what it lists', () => {
  const funds = (whole: string, second: string) =>
    revenue(`一、${whole} | 90`, '（一）一般公共预算拨款 | 70', `（二）${second}`, '收入总计 | 90')

  test('appropriations and balances are the three budgets together', () => {
    expect(found(funds('本年收入', '政府性基金预算拨款 | 20'))[1]).toEqual([
      '本年收入',
      'holds',
      null,
    ])
    expect(found(funds('本年收入', '政府性基金预算拨款 | 25'))[1]).toEqual([
      '本年收入',
      'fails',
      null,
    ])
    expect(found(funds('财政拨款收入', '政府性基金预算拨款 | 25'))[1][1]).toBe('fails')
  })

  test('of other rows a part may be all that is listed', () => {
    expect(found(funds('收入', '事业收入 | 5'))[1]).toEqual([
      '收入',
      'not_applicable',
      'order_unproven',
    ])
  })

  test('numbered parts are all of it where another row of the list bears that out', () => {
    const list = (goods: string) =>
      revenue(
        '一、基本支出 | 60',
        '1、人员经费 | 45',
        '2、公用经费 | 15',
        '二、项目支出 | 30',
        '1、商品和服务支出 | 20',
        `2、资本性支出 | ${goods}`,
        '支出总计 | 90',
      )
    expect(found(list('10')).every(([, outcome]) => outcome === 'holds')).toBe(true)
    expect(found(list('16'))).toContainEqual(['项目支出', 'fails', null])
  })

  test('rows that print nothing say nothing', () => {
    const list = [
      '一、财政拨款收入 | 90',
      '（一）一般公共预算拨款 |',
      '（二）政府性基金预算拨款 |',
      '收入总计 | 90',
    ]
    expect(found(revenue(...list))).toEqual([['收入总计', 'holds', null]])
  })
})
