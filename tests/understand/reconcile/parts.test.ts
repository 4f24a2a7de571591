/** Rows below another that are no part of its sum, and parts that stand elsewhere: nobody is accused for them. */
import { describe, expect, test } from 'vitest'
import { failing, reconciled } from '../../helpers/reconciled.js'

const outcomes = (example: string, rule = 'rollup') =>
  reconciled([example])
    .all.filter((check) => check.rule === rule)
    .map(({ left, outcome, reading }) => [left.label, left.column, outcome, reading ?? null])

describe('rows that are no part of the sum above them', () => {
  test('其中 tells a part of a row again, a project below an item may be one of several', () => {
    const found = outcomes(`
      支出总表
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      | 合计 | 90.00 | 60.00 | 30.00
      213 | 农林水支出 | 90.00 | 60.00 | 30.00
      21302 | 林业和草原 | 90.00 | 60.00 | 30.00
      2130201 | 行政运行 | 60.00 | 60.00 |
      | 其中：人员经费 | 40.00 | 40.00 |
      2130234 | 林业草原防灾减灾 | 30.00 | | 30.00
      | 防火巡护 | 12.00 | | 12.00`)
    expect(found.filter(([, , outcome]) => outcome === 'fails')).toEqual([])
    expect(found.map(([label]) => label)).toContain('林业和草原')
  })

  test('合计 within a unit’s block is not counted beside its classes', () => {
    const table = (second: string) => `
      支出总表
      科目编码 | 科目名称 | 合计 | 基本支出
      402001 | 某局（本级） | 60.00 | 50.00
      | 合计 | 60.00 | 50.00
      213 | 农林水支出 | 40.00 | 30.00
      221 | 住房保障支出 | ${second} | 20.00`
    expect(failing([table('20.00')])).toEqual([])
    expect(failing([table('26.00')]).length).toBeGreaterThan(0)
  })

  test('units on lines over their blocks: a total sums the classes below them', () => {
    const table = (second: string) => `
      支出总表
      科目编码 | 科目名称 | 合计 | 基本支出
      402001 | 某局（本级） | |
      213 | 农林水支出 | 40.00 | 30.00
      402003 | 某中心 | |
      213 | 农林水支出 | ${second} | 20.00
      | 合计 | 60.00 | 50.00`
    expect(failing([table('20.00')])).toEqual([])
    expect(failing([table('26.00')]).map(({ left }) => left.label)).toContain('合计')
  })

  test('a class whose rows go on in the next block sums them there, too', () => {
    const table = (last: string) => `
      一般公共预算基本支出表
      科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额
      302 | 商品和服务支出 | 40.00 | 30203 | 咨询费 | 5.00
      30201 | 办公费 | 30.00 | 30204 | 手续费 | ${last}`
    expect(failing([table('5.00')])).toEqual([])
    expect(failing([table('6.00')]).map(({ left }) => left.label)).toEqual(['商品和服务支出'])
  })
})
