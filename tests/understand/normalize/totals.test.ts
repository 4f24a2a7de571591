/** Labels of sums: however they are dressed, and which of them is the list's total. */
import { describe, expect, test } from 'vitest'
import { isSumLabel, isTotalLabel } from '../../../src/understand/normalize/role.js'
import { list } from '../../helpers/list.js'

test.each([
  '总计：',
  '总计:',
  '合  计',
  '（合计）',
  '收 入 总 计',
  '合计（1+2）',
  '合计（万元）',
  '总合计',
  '本年支出合计',
  '政府采购合计',
  '“三公”经费合计',
  '收、支总计',
  '合计数',
])('%s is a total', (label) => {
  expect(isTotalLabel(label)).toBe(true)
})

test.each([
  ['人员经费合计', true],
  ['教育支出小计', true],
  ['一般公共预算合计', true],
  ['小  计', true],
  ['总计划处', false],
  ['审计事务', false],
  ['统计信息事务', false],
])('%s is no total; a sum of something: %s', (label, isSum) => {
  expect([isTotalLabel(label), isSumLabel(label)]).toEqual([false, isSum])
})

test('a total keeps its label as printed, and loses its dress in the name (m14a)', () => {
  const { table } = list(`
    code   | name         | #合计
    总计： |              | 106.20
    208    | 社会保障和就业支出 | 106.20`)
  expect(table.rows[0]).toMatchObject({
    role: 'total',
    name: '总计',
    label: '总计：',
    parent: null,
  })
  expect(table.rows[1]).toMatchObject({ role: 'item', parent: null })
})

describe('which sum is the list’s total', () => {
  test('小计 beside a total is a part; alone it is the total', () => {
    const rows = (last: string) =>
      list(`
        name         | #金额
        事业收入     | 10
        小计         | 10
        ${last}      | 10`).table.rows.map(({ role }) => role)
    expect(rows('总计')).toEqual(['item', 'subtotal', 'total'])
    expect(rows('其他收入')).toEqual(['item', 'total', 'item'])
  })

  test.each(['小计', '合计'])('%s beside a class that spans its rows is that class’s', (label) => {
    const { tree, table } = list(`
      "收入类别        | name:收入项目 | #金额
      一般公共预算资金 | ${label}      | 600
      ^                | 经费拨款      | 500
      ^                | 专项收入      | 100
      其他资金         | ${label}      | 30
      ^                | 事业收入      | 30
      总计             | <             | 630`)
    expect(tree).toBe(`
一般公共预算资金 (subtotal)
  经费拨款
  专项收入
其他资金 (subtotal)
  事业收入
总计 (total)
`)
    expect(table.rows[0].labelParts).toEqual(['一般公共预算资金', label])
  })

  test('合计 beside a class of one row is that class’s too, where other classes have theirs', () => {
    const { tree } = list(`
      "收入项目 | name:     | #预算数
      财政拨款  | 合计      | 800
      ^         | 一般公共预算 | 700
      ^         | 政府性基金 | 100
      上年结转  | 合计      | 25
      收入总计  | <         | 825`)
    expect(tree).toBe(`
财政拨款 (subtotal)
  一般公共预算
  政府性基金
上年结转 (subtotal)
收入总计 (total)
`)
  })

  test('合计 beside a label of its own line only is the list’s', () => {
    const { table } = list(`
      name:类别 | name:项目 | #金额
      采购      | 合计      | 30
      货物      | 台式机    | 30`)
    expect(table.rows[0].role).toBe('total')
  })

  test.each([
    ['支出总额', 'total'],
    ['资金总额', 'item'],
  ])('%s at the foot: %s', (label, role) => {
    const { table } = list(`
      name       | #金额
      农林水支出 | 10
      教育支出   | 5
      ${label}   | 15`)
    expect(table.rows[2].role).toBe(role)
  })

  test('several 小计 without a total are parts', () => {
    const { table } = list(`
      name     | #金额
      事业收入 | 10
      小计     | 10
      其他收入 | 5
      小计     | 5`)
    expect(table.rows.map(({ role }) => role)).toEqual(['item', 'subtotal', 'item', 'subtotal'])
  })

  test('合计 within the block of a unit is the unit’s, at the foot the list’s', () => {
    const { tree } = list(`
      code   | name         | #合计
      402001 | 云溪市林业局 | 20
             | 合计         | 20
      213    | 农林水支出   | 20
      402003 | 云溪市种苗站 | 10
             | 合计         | 10
      213    | 农林水支出   | 10
             | 总计         | 30`)
    expect(tree).toBe(`
402001 云溪市林业局 (unit)
  合计 (subtotal)
  213 农林水支出
402003 云溪市种苗站 (unit)
  合计 (subtotal)
  213 农林水支出
总计 (total)
`)
  })

  test('beside each unit’s name a total is that unit’s; the list’s names none', () => {
    const { table } = list(`
      unit_name    | name     | #合计
      云溪市林业局 | 合计     | 20
      ^            | 防火巡护 | 20
      云溪市种苗站 | 合计     | 10
      ^            | 种苗检测 | 10
      总计         | <        | 30`)
    expect(table.rows.map(({ role }) => role)).toEqual([
      'subtotal',
      'item',
      'subtotal',
      'item',
      'total',
    ])
  })

  test('the sum that opens or closes a list is its total, however it is called; one amid rows is none', () => {
    const roles = (rows: string) => list(`name | #金额\n${rows}`).table.rows.map(({ role }) => role)
    expect(roles('云溪市采购服务合计 | 5\n台式计算机 | 3\n打印机 | 2')[0]).toBe('total')
    expect(roles('台式计算机 | 3\n货物小计 | 3\n保洁 | 2')[1]).toBe('subtotal')
    expect(roles('基本工资 | 3\n人员经费合计 | 3')[1]).toBe('subtotal')
  })

  test('a total printed again on the next page counts once', () => {
    const { table } = list(`
      code | name       | #合计
           | 合计       | 20
      213  | 农林水支出 | 15
      ---
           | 合计       | 20
      221  | 住房保障支出 | 5`)
    expect(table.rows.map(({ name }) => name)).toEqual(['合计', '农林水支出', '住房保障支出'])
  })

  test('a total that shares its line with words of the head is a total', () => {
    const { table } = list(`
      class | section | item | name       | #合计
      类    | 款      | 项   | 合计       | 20
      213   |         |      | 农林水支出 | 20`)
    expect(table.rows[0]).toMatchObject({ role: 'total', name: '合计' })
  })
})
