/** A wrong accusation of a publication is a defect of the first rank: when one is made, and when not. */
import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import { attribute } from '../../../src/understand/reconcile/attribution.js'
import { cell, failingCheck, row, table, term } from '../../helpers/document.js'
import { failing } from '../../helpers/reconciled.js'

const whose = (given: BudgetTable, issues: Parameters<typeof attribute>[2] = []) =>
  attribute([given], [failingCheck()], issues).checks[0].attribution

describe('codes under a total', () => {
  test('read cleanly: it is the publication', () => {
    expect(whose(table())).toBe('publication')
  })

  test('something of the table is left over, or in doubt: perhaps it is ours', () => {
    const left = { text: '12.40', page: 1, bbox: [0, 0, 1, 1] as [number, number, number, number] }
    expect(whose(table({ leftover: [left] }))).toBe('extraction')
    expect(whose(table(), [finding('not_an_amount', { text: '12.4O' }, { table: 't1' })])).toBe(
      'extraction',
    )
    expect(
      whose(table(), [finding('unknown_code', { code: '299', name: '' }, { table: 't1' })]),
    ).toBe('publication')
  })

  test('a figure without a name stands in the table: perhaps it is ours', () => {
    const nameless = (value: string) =>
      row('t1.r3', { role: 'blank', cells: { total: cell(value) } })
    expect(whose(table({ rows: [...table().rows, nameless('6')] }))).toBe('extraction')
    expect(whose(table({ rows: [...table().rows, nameless('0.00')] }))).toBe('publication')
  })

  test('a row without a code may belong to the sum: nobody can tell', () => {
    const stray = row('t1.r3', { name: '某项支出', cells: { total: cell('12.40') } })
    expect(whose(table({ rows: [...table().rows, stray] }))).toBe('unclear')
  })
})

test('a table that an untitled one follows on the next page may go on there: perhaps it is ours', () => {
  const rest = (given: Partial<BudgetTable>) =>
    table({ id: 't2', kind: 'unrecognized', title: '', pages: [2], ...given })
  const whose = (next: BudgetTable) =>
    attribute([table(), next], [failingCheck()], []).checks[0].attribution
  expect(whose(rest({}))).toBe('extraction')
  expect(whose(rest({ pages: [3] }))).toBe('publication')
  expect(whose(rest({ title: '附表' }))).toBe('publication')
  expect(whose(rest({ rows: [] }))).toBe('publication')
})

test('what sums what must be printed: codes that open others do it, indents and ordinals do not', () => {
  const coded = (code: string) => `
    支出总表
    科目编码 | 科目名称 | 合计
    205 | 教育支出 | 60.00
    ${code} | 普通教育 | 50.00`
  expect(failing([coded('20502')]).map(({ attribution }) => attribution)).toEqual(['publication'])
  const list = `
    收支总表
    收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数
    一、财政拨款收入 | 70.00 | 一、教育支出 | 90.00
    二、事业收入 | 25.00 | |
    收入总计 | 90.00 | 支出总计 | 90.00`
  expect(failing([list]).map(({ attribution }) => attribution)).toEqual(['unclear'])
})

test('a figure with more decimals than its table prints was run together of two: perhaps it is ours', () => {
  const table = (item: string) => `
    支出总表
    科目编码 | 科目名称 | 合计
    205 | 教育支出 | 300.00
    20502 | 普通教育 | ${item}`
  const whose = (item: string) => failing([table(item)]).map(({ attribution }) => attribution)
  expect(whose('280.0030')).toEqual(['extraction'])
  expect(whose('280.00')).toEqual(['publication'])
})

test('beside a row without a code and few figures a row may be torn in two: perhaps it is ours', () => {
  const table = (rest: string) => `
    部门收入总表
    单位代码 | 单位名称 | 合计 | 一般公共预算拨款 | 事业收入 | 上年结转
    402001 | 某局 | 100.00 | 70.00 | 20.00 | 9.94
    | 所属中心 | ${rest}`
  const whose = (rest: string) =>
    failing([table(rest)]).flatMap(({ left, attribution }) =>
      left.label === '某局' ? [attribution] : [],
    )
  expect(whose('| | 6 |')).toEqual(['extraction'])
  expect(whose('30.00 | 20.00 | 10.00 |')).toEqual(['publication'])
})

test('heads are printed: columns of a row accuse', () => {
  const table = `
    支出总表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    205 | 教育支出 | 60.00 | 50.00 | 12.00`
  expect(failing([table]).map(({ attribution }) => attribution)).toEqual(['publication'])
})

test('classes that stand for a total that is not printed accuse nobody', () => {
  const given = table()
  const left = term({ value: '9.00', row: 't1.r2' })
  const right = [term({ value: '8.00', row: 't1.r1' })]
  const check = { ...failingCheck(), rule: 'equals_table' as const, left, right }
  expect(attribute([given], [check], []).checks[0].attribution).toBe('unclear')
  const total = { ...check, right: [left] }
  expect(attribute([given], [total], []).checks[0].attribution).toBe('publication')
})

test('another reading that closes, though not kept, accuses nobody', () => {
  const check = { ...failingCheck(), attribution: 'unclear' as const }
  expect(attribute([table()], [check], []).checks[0].attribution).toBe('unclear')
})
