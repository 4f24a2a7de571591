/** Where a sum fails, other readings are tried; what is kept must be borne out, and is said. */
import { describe, expect, test } from 'vitest'
import { failing, reconciled } from '../../helpers/reconciled.js'

const outcomes = (example: string, rule = 'rollup') =>
  reconciled([example])
    .all.filter((check) => check.rule === rule)
    .map(({ left, outcome, reading }) => [left.label, left.column, outcome, reading ?? null])

describe('units', () => {
  const units = (second: string) => `
    部门收入总表
    单位代码 | 单位名称 | 合计 | 一般公共预算拨款 | 事业收入
    | 合计 | 90.00 | 80.00 | 10.00
    402 | 某局 | 90.00 | 80.00 | 10.00
    402001 | 某局（本级） | 40.00 | 40.00 |
    402005 | 某中心 | 30.00 | 20.00 | 10.00
    ${second} | 某站 | 20.00 | 20.00 |`

  test('a code printed twice makes the second unit no part of the first', () => {
    const { tables, all } = reconciled([units('402005')])
    expect(all.filter(({ outcome }) => outcome !== 'holds')).toEqual([])
    expect(all.find(({ left }) => left.label === '某局')?.reading).toBe('beside')
    const [, office, , centre, station] = tables[0].rows
    expect(station.parent).toBe(office.id)
    expect(station.level).toBe(centre.level)
  })

  test('with its own code there is nothing to say', () => {
    expect(outcomes(units('402006')).map(([, , outcome, reading]) => [outcome, reading])).toEqual(
      Array.from({ length: 6 }, () => ['holds', null]),
    )
  })

  test('a department above its units, none with a code, is not counted beside them', () => {
    const table = (centre: string) => `
      部门收入总表
      单位名称 | 合计 | 一般公共预算拨款 | 事业收入
      合计 | 70.00 | 60.00 | 10.00
      某局 | 70.00 | 60.00 | 10.00
      某局（本级） | 40.00 | 40.00 |
      某中心 | ${centre} | 20.00 | 10.00`
    expect(outcomes(table('30.00')).every(([, , outcome]) => outcome === 'holds')).toBe(true)
    expect(outcomes(table('30.00'))[0][3]).toBe('nested_rows')
  })
})

describe('rows without a code', () => {
  const table = (amounts: string) => `
    支出总表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    | 合计 | 90.00 | 60.00 | 30.00
    213 | 农林水支出 | 90.00 | 60.00 | 30.00
    21302 | 林业和草原 | 70.00 | 50.00 | 20.00
    | 农业农村 | ${amounts}
    21305 | 巩固拓展脱贫攻坚成果衔接乡村振兴 | 5.00 | | 5.00`

  test('between the rows of a class are its own where every column closes', () => {
    const { tables, all } = reconciled([table('15.00 | 10.00 | 5.00')])
    expect(all.filter(({ outcome }) => outcome !== 'holds')).toEqual([])
    expect(all.find(({ left }) => left.label === '农林水支出')?.reading).toBe('uncoded_rows')
    expect(tables[0].rows[3].parent).toBe(tables[0].rows[1].id)
  })

  test('are not, where one column closes and others do not', () => {
    const found = failing([table('15.00 | 9.00 | 5.00')])
    expect(found.map(({ left }) => left.label)).toContain('农林水支出')
    // A row that may belong to the sum: nobody is accused.
    expect(
      new Set(found.filter(({ rule }) => rule === 'rollup').map((c) => c.attribution)),
    ).toEqual(new Set(['unclear']))
  })

  test('behind them, in a table of one column, that one sum closes is no proof', () => {
    const last = (amount: string) => `
      机关运行经费支出表
      科目编码 | 科目名称 | 机关运行经费支出
      | 合计 | 20.00
      302 | 商品和服务支出 | 20.00
      30201 | 办公费 | 12.00
      | 其他商品和服务支出 | ${amount}`
    const [whole] = failing([last('8.00')])
    expect([whole.left.label, whole.attribution]).toEqual(['商品和服务支出', 'unclear'])
  })
})

describe('totals', () => {
  const twice = (grand: string) => `
    支出总表
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    205 | 教育支出 | 60.00 | 50.00 | 10.00
    208 | 社会保障和就业支出 | 30.00 | 30.00 |
    | 本年支出合计 | 90.00 | 80.00 | 10.00
    | 结转下年 | 5.00 | | 5.00
    | 支出总计 | ${grand} | 80.00 | 15.00`

  test('several of one table sum the rows that they stand under, the total before among them', () => {
    expect(failing([twice('95.00')])).toEqual([])
    const found = failing([twice('98.00')])
    expect(found.map(({ rule, left }) => [rule, left.label])).toEqual([
      ['rollup', '支出总计'],
      ['row_sum', '支出总计'],
    ])
  })

  test('one that closes in no column sums something else, and proves nothing', () => {
    const other = `
      支出总表
      科目编码 | 科目名称 | 合计 | 基本支出
      205 | 教育支出 | 60.00 | 50.00
      208 | 社会保障和就业支出 | 30.00 | 30.00
      | 小计 | 7.00 | 4.00
      | 合计 | 90.00 | 80.00`
    expect(outcomes(other)).toEqual([
      ['小计', 'total', 'not_applicable', 'order_unproven'],
      ['小计', 'basic', 'not_applicable', 'order_unproven'],
      ['合计', 'total', 'holds', null],
      ['合计', 'basic', 'holds', null],
    ])
  })

  test('the same total on the next page is one total', () => {
    const again = (first: string) => `
      支出总表
      科目编码 | 科目名称 | 合计
      | 合计 | 90.00
      205 | 教育支出 | ${first}
      | 合计 | 90.00
      208 | 社会保障和就业支出 | 30.00`
    expect(failing([again('60.00')])).toEqual([])
    expect(failing([again('66.00')]).length).toBe(2)
  })

  test('units beside classes: what closes is kept, and where nothing does nothing is said', () => {
    const mixed = (unit: string) => `
      支出总表
      科目编码 | 单位名称（科目） | 合计 | 基本支出
      | 合计 | 90.00 | 80.00
      | 某局 | ${unit} | 50.00
      205 | 教育支出 | 60.00 | 50.00
      | 某中心 | 30.00 | 30.00
      205 | 教育支出 | 30.00 | 30.00`
    expect(failing([mixed('60.00')])).toEqual([])
    expect(failing([mixed('61.00')]).map(({ left }) => left.label)).not.toContain('教育支出')
  })

  test("a first row of the owner's name that sums nothing may be one of the units", () => {
    const rows = `
      项目支出表
      单位名称 | 合计
      某局 | 40.00
      某中心 | 30.00`
    expect(failing([rows])).toEqual([])
  })
})

describe('a law of columns that most rows break', () => {
  const table = (...others: string[]) => `
    部门收入总表
    科目编码 | 科目名称 | 合计 | 财政拨款收入 | 事业收入
    205 | 教育支出 | 60.00 | 40.00 | 10.00
    ${others.join('\n    ')}`

  test('is not theirs: a column went to the next page', () => {
    const found = outcomes(
      table('208 | 社会保障和就业支出 | 30.00 | 20.00 | 5.00', '| 合计 | 90.00 | 60.00 | 15.00'),
      'row_sum',
    )
    expect(found.map(([, , outcome, reading]) => [outcome, reading])).toEqual(
      Array.from({ length: 3 }, () => ['not_applicable', 'most_rows_differ']),
    )
  })

  test('one of two, or the only one, may well be wrong', () => {
    expect(failing([table()]).map(({ rule }) => rule)).toEqual(['row_sum'])
    const two = table('208 | 社会保障和就业支出 | 30.00 | 20.00 | 10.00')
    expect(failing([two]).map(({ left }) => left.label)).toEqual(['教育支出'])
  })
})
