/** Where a sum fails, other readings are tried; what is kept must be borne out, and is said. */
import { describe, expect, test } from 'vitest'
import type { BudgetRow, BudgetTable } from '../../../schemas/document.js'
import { loadKinds } from '../../../src/registry.js'
import { reconcileTable, settle } from '../../../src/understand/reconcile/reconcile.js'
import { cell, row, table } from '../../helpers/document.js'
import { failing, reconciled } from '../../helpers/reconciled.js'

const core = (await loadKinds()).find(({ id }) => id === 'general_budget_expenditure') ?? null

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

  test('a unit put below another with its own code stands beside it', () => {
    const unit = (
      id: string,
      parent: string | null,
      unitCode: string,
      total: string,
      basic: string,
    ) =>
      row(id, {
        ...{ parent, unitCode, name: id, role: 'unit', level: unitCode.length / 3 },
        cells: { total: cell(total), basic: cell(basic) },
      })
    const units = (last: string) => [
      unit('t1.r1', null, '402', '70.00', '60.00'),
      unit('t1.r2', 't1.r1', '402001', '40.00', '40.00'),
      unit('t1.r3', 't1.r1', '402005', '20.00', '10.00'),
      unit('t1.r4', 't1.r3', '402005', last, '10.00'),
    ]
    const read = (last: string) => settle(table({ owner: null, rows: units(last) }), core)
    const said = ({ checks }: BudgetTable) =>
      checks
        .filter(({ rule }) => rule === 'rollup')
        .map(({ left, outcome, reading }) => [left.row, outcome, reading])
    expect(said(read('10.00'))).toEqual([
      ['t1.r1', 'holds', 'beside'],
      ['t1.r1', 'holds', 'beside'],
    ])
    expect(read('10.00').rows[3]).toMatchObject({ parent: 't1.r1', level: 2 })
    // Where it does not close there either, it stays, and both sums are findings.
    expect(said(read('11.00'))).toContainEqual(['t1.r1', 'fails', undefined])
    expect(read('11.00').rows[3].parent).toBe('t1.r3')
  })

  test('with its own code there is nothing to say', () => {
    expect(outcomes(units('402006')).map(([, , outcome, reading]) => [outcome, reading])).toEqual(
      Array.from({ length: 6 }, () => ['holds', null]),
    )
  })

  test('one without a code between them is one of them', () => {
    const table = (own: string) => `
      部门收入总表
      单位代码 | 单位名称 | 合计 | 一般公共预算拨款 | 事业收入
      402 | 某局 | 80.00 | 70.00 | 10.00
      402001 | 某局（本级） | 40.00 | 40.00 |
      402005 | 某中心 | 20.00 | 10.00 | 10.00
      402005 | 某站 | 5.00 | 5.00 |
      | 某所 | ${own} | 5.00 |
      402009 | 某场 | 10.00 | 10.00 |`
    const { tables, all } = reconciled([table('5.00')])
    expect(all.filter(({ outcome }) => outcome !== 'holds')).toEqual([])
    const [office, , , station, nameless] = tables[0].rows
    expect([station.parent, nameless.parent]).toEqual([office.id, office.id])
    expect(failing([table('6.00')]).map(({ left }) => left.label)).toContain('某局')
  })

  test('above their codes and without figures are headings: the total sums what is below them', () => {
    const blocks = (total: string) => `
      支出总表
      科目编码 | 科目名称 | 合计 | 基本支出
      402001 | 某局（本级） | |
      205 | 教育支出 | 60.00 | 50.00
      402003 | 某中心 | |
      205 | 教育支出 | 30.00 | 30.00
      | 合计 | ${total} | 80.00`
    expect(failing([blocks('90.00')])).toEqual([])
    expect(failing([blocks('91.00')]).map(({ rule }) => rule)).toEqual(['rollup'])
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

  test('below an item are all of it only where another item bears that out', () => {
    const projects = (second: string) => `
      支出总表
      科目编码 | 科目名称 | 合计 | 项目支出
      2050201 | 学前教育 | 60.00 | 60.00
      | ____园舍改造 | 40.00 | 40.00
      | ____设备购置 | 20.00 | 20.00
      2050202 | 小学教育 | 30.00 | 30.00
      | ____操场改造 | ${second} | ${second}`
    expect(outcomes(projects('30.00')).every(([, , outcome]) => outcome === 'holds')).toBe(true)
    expect(
      outcomes(projects('25.00'))
        .slice(-2)
        .map(([, , outcome]) => outcome),
    ).toEqual(['fails', 'fails'])
    const one = projects('25.00').replace('设备购置 | 20.00 | 20.00', '设备购置 | 15.00 | 15.00')
    expect(new Set(outcomes(one).map(([, , outcome, reading]) => `${outcome} ${reading}`))).toEqual(
      new Set(['not_applicable order_unproven']),
    )
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

describe('a list that runs through blocks side by side', () => {
  const blocks = (last: string) => `
    一般公共预算财政拨款基本支出决算表
    人员经费/科目编码 | 人员经费/科目名称 | 人员经费/决算数 | 公用经费/科目编码 | 公用经费/科目名称 | 公用经费/决算数
    301 | 工资福利支出 | 70.00 | 30202 | 印刷费 | 3.00
    30101 | 基本工资 | 70.00 | 30203 | 咨询费 | ${last}
    302 | 商品和服务支出 | 20.00 | 310 | 资本性支出 | 9.00
    30201 | 办公费 | 10.00 | 31002 | 办公设备购置 | 9.00`

  test('sums rows of its code where they stand, in the same column of their block', () => {
    const { all, tables } = reconciled([blocks('7.00')])
    expect(all.filter(({ outcome }) => outcome !== 'holds')).toEqual([])
    const goods = all.find(({ left }) => left.label === '商品和服务支出')
    expect(goods?.right.map(({ value }) => value)).toEqual(['10.00', '3.00', '7.00'])
    const whole = tables[0].rows.find(({ code }) => code === '302')
    expect(tables[0].rows.filter(({ parent }) => parent === whole?.id)).toHaveLength(3)
  })

  test('and is wrong where they do not make it up', () => {
    expect(failing([blocks('8.00')]).map(({ left }) => left.label)).toEqual(['商品和服务支出'])
  })
})

describe('a row printed again', () => {
  const item = (id: string, page: number, basic: string) =>
    row(id, {
      ...{ parent: 't1.r1', level: 3, code: '2080505', name: '养老保险缴费' },
      cells: { total: { ...cell('9.00'), page }, basic: { ...cell(basic), page } },
    })
  const checksOf = (second: BudgetRow) => {
    const whole = row('t1.r1', {
      code: '20805',
      cells: { total: cell('9.00'), basic: cell('8.00') },
    })
    const rows = [whole, item('t1.r2', 1, '8.00'), second]
    return reconcileTable(table({ rows }), core)
      .filter(({ rule }) => rule === 'rollup')
      .map(({ outcome, reading }) => [outcome, reading])
  }

  test('on the next page counts once', () => {
    expect(checksOf(item('t1.r3', 2, '8.00'))).toEqual([
      ['holds', 'repeated_row'],
      ['holds', 'repeated_row'],
    ])
  })

  test('on the same page, or with another figure, it is two rows (无锡 prints 21999 twice)', () => {
    for (const second of [item('t1.r3', 1, '8.00'), item('t1.r3', 2, '7.00')])
      expect(checksOf(second)).toContainEqual(['fails', undefined])
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
      | 本年合计 | 7.00 | 4.00
      | 合计 | 90.00 | 80.00`
    expect(outcomes(other)).toEqual([
      ['本年合计', 'total', 'not_applicable', 'order_unproven'],
      ['本年合计', 'basic', 'not_applicable', 'order_unproven'],
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
