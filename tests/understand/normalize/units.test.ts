/** Departments and units among the rows: wherever their codes stand, what follows them is theirs. */
import { describe, expect, test } from 'vitest'
import {
  isOrganization,
  isUnitCode,
  splitUnitCode,
} from '../../../src/understand/normalize/unit.js'
import { codesOf, list } from '../../helpers/list.js'

const BLOCKS = `
合计 (total)
402001 云溪市林业局 (unit)
  208 社会保障和就业支出
    20805 行政事业单位养老支出
      2080505 机关事业单位基本养老保险缴费支出
  213 农林水支出
    21302 林业和草原
      2130201 行政运行
402003 云溪市林木种苗站 (unit)
  213 农林水支出
    21302 林业和草原
      2130204 事业机构
`

describe('rows of units between rows of codes: what follows is theirs', () => {
  test('their codes in the column of codes, 款 by their own digits (m17a)', () => {
    const { tree, issues } = list(`
      code   | name                           | #合计
             | 合计                           | 30
      402001 | 云溪市林业局                    | 20
      208    | 社会保障和就业支出               | 5
      05     | 行政事业单位养老支出             | 5
      2080505| 机关事业单位基本养老保险缴费支出 | 5
      213    | 农林水支出                      | 15
      02     | 林业和草原                      | 15
      2130201| 行政运行                        | 15
      402003 | 云溪市林木种苗站                | 10
      213    | 农林水支出                      | 10
      02     | 林业和草原                      | 10
      2130204| 事业机构                        | 10`)
    expect(tree).toBe(BLOCKS)
    expect(codesOf(issues)).toEqual([])
  })

  test('their codes among those of projects: each project below the unit that its own column names', () => {
    const projects = (unit: string) => `
      "项目编码 | name:项目名称 | unit_name:项目单位 | #合计
      | 合计 | | 30
      035001 | ${unit} | | 20
      4208T1 | 场馆维护 | ${unit} | 20
      035002 | 临河第一中学 | | 10
      4208T2 | 校舍维修 | 临河第一中学 | 10`
    const { tree } = list(projects('临河体育局本级'))
    expect(tree).toBe(`
合计 (total)
035001 临河体育局本级 (unit)
  场馆维护
035002 临河第一中学 (unit)
  校舍维修
`)
    const other = projects('体育设施').replace('维护 | 体育设施', '维护 | 临河第一中学')
    expect(list(other).table.rows[1].role).toBe('item')
  })

  test('in one of three columns of codes, or merged over them', () => {
    const { tree } = list(`
      class  | section | item | name                           | #合计
             |         |      | 合计                           | 30
      402001 |         |      | 云溪市林业局                    | 20
      208    |         |      | 社会保障和就业支出               | 5
             | 05      |      | 行政事业单位养老支出             | 5
             |         | 05   | 机关事业单位基本养老保险缴费支出 | 5
      213    |         |      | 农林水支出                      | 15
             | 02      |      | 林业和草原                      | 15
             |         | 01   | 行政运行                        | 15
      402003 | <       | <    | 云溪市林木种苗站                | 10
      213    |         |      | 农林水支出                      | 10
             | 02      |      | 林业和草原                      | 10
             |         | 04   | 事业机构                        | 10`)
    expect(tree).toBe(BLOCKS)
  })

  test.each([
    ['glued before the name', '402001云溪市林业局', '402003云溪市林木种苗站'],
    ['with a stroke', '402001-云溪市林业局', '402003－云溪市林木种苗站'],
    ['in brackets', '[402001]云溪市林业局', '（402003）云溪市林木种苗站'],
    ['apart from the name', '402001 云溪市林业局', '402003 云溪市林木种苗站'],
  ])('%s', (_, first, second) => {
    const { tree, table } = list(`
      name:项目                                        | #合计
      合计                                             | 30
      ${first}                                         | 20
      [208]社会保障和就业支出                           | 5
      [20805]行政事业单位养老支出                       | 5
      [2080505]机关事业单位基本养老保险缴费支出         | 5
      [213]农林水支出                                  | 15
      [21302]林业和草原                                | 15
      [2130201]行政运行                                | 15
      ${second}                                        | 10
      [213]农林水支出                                  | 10
      [21302]林业和草原                                | 10
      [2130204]事业机构                                | 10`)
    expect(tree).toBe(BLOCKS)
    expect(table.rows[1].label).toBe(first)
  })

  test('a line over the whole table opens its block without figures', () => {
    const { tree } = list(`
      code                | name       | #合计 | #项目支出
      402001-云溪市林业局 | <          | <     | <
      213                 | 农林水支出 | 15    |
      合计                | <          | 15    |`)
    expect(tree).toBe(`
402001 云溪市林业局 (unit)
  213 农林水支出
合计 (total)
`)
  })

  test.each([
    ['预算单位：402001 云溪市林业局', '402001'],
    ['单位名称：云溪市林业局', null],
  ])('「%s」 over the whole table names its unit', (line, code) => {
    const { table, issues } = list(`
      code    | name       | #合计
              | 合计       | 20
      ${line} | <          | <
      213     | 农林水支出 | 20`)
    expect(table.rows[1]).toMatchObject({ role: 'unit', name: '云溪市林业局', label: line })
    expect(table.rows[1].unitCode ?? null).toBe(code)
    expect(table.rows[2].parent).toBe('t1.r2')
    expect(codesOf(issues)).toEqual([])
  })

  test('a department above its units, though its digits are those of a class', () => {
    const { tree } = list(`
      code    | name                | #合计
      208     | 云溪市民政局         | 30
      208001  | 云溪市民政局（本级） | 20
      208     | 社会保障和就业支出   | 20
      20802   | 民政管理事务         | 20
      208003  | 云溪市社会福利院     | 10
      208     | 社会保障和就业支出   | 10
      20810   | 社会福利             | 10`)
    expect(tree).toBe(`
208 云溪市民政局 (unit)
  208001 云溪市民政局（本级） (unit)
    208 社会保障和就业支出
      20802 民政管理事务
  208003 云溪市社会福利院 (unit)
    208 社会保障和就业支出
      20810 社会福利
`)
  })

  test('a class that the block of another unit prints is no ancestor here', () => {
    const { table, issues } = list(`
      code    | name         | #合计
      402001  | 云溪市林业局 | 20
      213     | 农林水支出   | 20
      402003  | 云溪市种苗站 | 10
      02      | 林业和草原   | 10`)
    expect(table.rows[3]).toMatchObject({ code: null, parent: 't1.r3' })
    expect(codesOf(issues)).toContain('odd_code')
  })

  test('a code that lost a digit is none of a unit: its name is of the classification', () => {
    const { table, issues } = list(`
      code   | name       | #合计
      213    | 农林水支出 | 20
      213020 | 林业和草原 | 20`)
    expect(table.rows[1]).toMatchObject({ role: 'item', code: null })
    expect(codesOf(issues)).toEqual(['odd_code'])
  })
})

describe('units by their names alone', () => {
  const text = `
    code    | name                 | #合计
            | 合计                 | 30
            | 云溪市林业局         | 20
    213     | 农林水支出           | 20
    21302   | 林业和草原           | 20
    2130234 | 林业草原防灾减灾     | 20
            | 防火巡护服务         | 12
            | 林火监测中心         | 8
            | 云溪市林木种苗站     | 10
    213     | 农林水支出           | 10`
  const tree = `
合计 (total)
云溪市林业局 (unit)
  213 农林水支出
    21302 林业和草原
      2130234 林业草原防灾减灾
        防火巡护服务
        林火监测中心
云溪市林木种苗站 (unit)
  213 农林水支出
`

  test('above a class, in a list that begins with one; projects stand below their item', () => {
    expect(list(text).tree).toBe(tree)
  })

  test('a project called after a centre, further in than the class below it, is none', () => {
    const { tree: read } = list(`
      code    | name               | #合计
              | 云溪市林业局       | 20
      213     | 农林水支出         | 18
      21302   | _林业和草原        | 18
      2130234 | __林业草原防灾减灾 | 18
              | ___林火监测中心    | 18
      221     | 住房保障支出       | 2`)
    expect(read).toBe(`
云溪市林业局 (unit)
  213 农林水支出
    21302 林业和草原
      2130234 林业草原防灾减灾
        林火监测中心
  221 住房保障支出
`)
  })

  test('without codes: a name that another column of the document calls a unit', () => {
    const { tree: read } = list(
      `
      name:支出项目类别 | #合计
      合计             | 30
      云溪市林业局（本级） | 30
      _其他运行经费    | 30`,
      { owner: '云溪市林业局' },
    )
    expect(read).toBe(`
合计 (total)
云溪市林业局（本级） (unit)
  其他运行经费
`)
  })

  test('a project of a unit’s name among the projects of another is a project', () => {
    const { tree: read } = list(
      `
      name           | #合计
      云溪市林业局   | 30
      _防火巡护      | 10
      _云溪市林业局  | 10
      _古树保护      | 10`,
      { owner: '云溪市林业局' },
    )
    expect(read).toBe(`
云溪市林业局 (unit)
  防火巡护
  云溪市林业局
  古树保护
`)
  })
})

describe('lists of units', () => {
  test('one code printed twice is two units, neither the other’s child (m07a)', () => {
    const { tree } = list(`
      unit_code | unit_name              | #合计
                | 合计                   | 22
      402       | 云溪市林业局           | 22
      402001    | _云溪市林业局          | 9
      402002    | _云溪市森林资源监测中心 | 4
      402002    | _云溪市森林资源监测站   | 1
      402005    | _云溪市国有林场        | 8`)
    expect(tree).toBe(`
合计 (total)
402 云溪市林业局 (unit)
  402001 云溪市林业局 (unit)
  402002 云溪市森林资源监测中心 (unit)
  402002 云溪市森林资源监测站 (unit)
  402005 云溪市国有林场 (unit)
`)
  })

  test('a unit whose code is left out stands beside those that have one', () => {
    const { tree } = list(`
      unit_code | unit_name          | #合计
      402       | 云溪市林业局       | 22
      402001    | 云溪市林业局机关   | 9
                | 云溪市湿地保护中心 | 5
      402005    | 云溪市国有林场     | 8
      （合计）  | <                  | 22`)
    expect(tree).toBe(`
402 云溪市林业局 (unit)
  402001 云溪市林业局机关 (unit)
  云溪市湿地保护中心 (unit)
  402005 云溪市国有林场 (unit)
合计 (total)
`)
  })

  test('beside projects: a unit’s row holds the rows that bear its code', () => {
    const { tree } = list(`
      unit_code | name:项目名称    | #合计
      402       | 云溪市林业局     | 30
      402001    | 云溪市林业局     | 20
      402001    | 防火巡护服务     | 20
      402003    | 云溪市林木种苗站 | 10
      402003    | 种苗检测设备     | 10`)
    expect(tree).toBe(`
402 云溪市林业局 (unit)
  402001 云溪市林业局 (unit)
    防火巡护服务
  402003 云溪市林木种苗站 (unit)
    种苗检测设备
`)
  })

  test('a unit beside its projects names them, and is no row (m15a)', () => {
    const { tree, table } = list(
      `
      unit_name        | name         | #合计
      合计             | <            | 30
      云溪市林业局     | 防火巡护服务 | 12
      ^                | 古树名木保护 | 8
      云溪市林木种苗站 | 种苗检测设备 | 10`,
    )
    expect(tree).toBe('\n合计 (total)\n防火巡护服务\n古树名木保护\n种苗检测设备\n')
    expect(table.rows.map(({ unitName }) => unitName)).toEqual([
      null,
      '云溪市林业局',
      '云溪市林业局',
      '云溪市林木种苗站',
    ])
  })

  test('rows of codes first: a unit is a part of the code above it', () => {
    const { tree } = list(`
      code    | name:单位名称(科目) | #合计
      213     | 农林水支出          | 30
      2130201 | 行政运行            | 30
      402001  | 云溪市林业局        | 20
      402003  | 云溪市种苗站        | 10
      221     | 住房保障支出        | 5`)
    expect(tree).toBe(`
213 农林水支出
  2130201 行政运行
    402001 云溪市林业局 (unit)
    402003 云溪市种苗站 (unit)
221 住房保障支出
`)
  })
})

describe('what looks like a unit', () => {
  test.each([
    ['106_长沙市公安局', '106', '长沙市公安局'],
    ['606-某局', '606', '某局'],
    ['003001', '003001', ''],
    ['402001云溪市林业局', '402001', '云溪市林业局'],
    ['【402】云溪市林业局', '402', '云溪市林业局'],
    ['12345政务服务热线中心', null, '12345政务服务热线中心'],
    ['120急救中心', null, '120急救中心'],
    ['2025年云溪市林业局', null, '2025年云溪市林业局'],
  ])('%s', (text, code, name) => {
    expect(splitUnitCode(text)).toEqual({ code, name })
  })

  test('five digits glued to a name are its own, six are a code', () => {
    expect(splitUnitCode('40200云溪市林业局').code).toBeNull()
    expect(splitUnitCode('402001云溪市林业局').code).toBe('402001')
  })

  test.each([
    ['402001', '云溪市林业局', true],
    ['402001', '', false],
    ['213001', '云溪市国有林场', true],
    ['213020', '林业和草原', false],
    ['2130234', '林业草原防灾减灾', false],
    ['40201', '云溪市林业局', true],
    ['40201', '防火巡护', false],
    ['301', '云溪市人大常委会', false],
  ])('%s %s: %s', (code, name, isUnit) => {
    expect(isUnitCode(code, name)).toBe(isUnit)
  })

  test.each([
    ['云溪市林业局（本级）', true],
    ['云溪市第一人民医院', true],
    ['综合医院', false],
    ['林业和草原', false],
    ['防火巡护服务', false],
  ])('%s a body: %s', (name, isBody) => {
    expect(isOrganization(name)).toBe(isBody)
  })
})
