/** Codes beside the published list, and cells that print codes. */
import { describe, expect, test } from 'vitest'
import { isKnownClass, isNameOf, namesOf } from '../../../schemas/codes.js'
import { codeIssues } from '../../../src/understand/normalize/codes.js'
import { row } from '../../helpers/document.js'
import { codesOf, list } from '../../helpers/list.js'

const rows = (...coded: (readonly [code: string, name: string, parent: string | null])[]) =>
  coded.map(([code, name, parent], i) => ({
    row: row(`r${i + 1}`, { code, name, parent }),
    codeName: { name, isSure: true },
  }))

test('a published code and name raise no question', () => {
  const given = rows(
    ['201', '一般公共服务支出', null],
    ['20103', '政府办公厅(室)及相关机构事务', 'r1'],
  )
  expect(codeIssues(given)).toEqual([])
})

test.each([
  ['a code in no list', [['27701', '新的支出', null]], 'unknown_code'],
  ['another name', [['201', '国防支出', null]], 'code_name_differs'],
  [
    'a class that is missing',
    [
      ['208', '社会保障和就业支出', null],
      ['20103', '政府办公厅（室）及相关机构事务', null],
    ],
    'code_without_parent',
  ],
] as const)('%s is a question, not a correction', (_, printed, code) => {
  const given = rows(...printed)
  const before = structuredClone(given)
  expect(codeIssues(given).map((issue) => [issue.code, issue.severity])).toEqual([[code, 'info']])
  expect(given).toEqual(before)
})

test.each([
  ['303', '对个人和家庭补助'],
  ['229', '其他支出（类）'],
  ['20103', '政府办公厅(室)及相关机构事务'],
])('%s %s: a spelling is no other name', (code, name) => {
  expect(isNameOf(code, name)).toBe(true)
  expect(isNameOf(code, `${name}二`)).toBe(false)
})

test('names keep the years that they were seen in', () => {
  expect(
    namesOf('20805').some(
      ({ name, years }) => name === '行政事业单位养老支出' && years.includes(2025),
    ),
  ).toBe(true)
})

test.each([
  ['201', true],
  ['234', true],
  ['235', false],
  ['301', true],
  ['399', true],
  ['314', false],
  ['515', true],
  ['402', false],
  ['123', false],
])('%s a class: %s', (code, known) => {
  expect(isKnownClass(code)).toBe(known)
})

describe('names are compared where their column names the code', () => {
  const purchases = (head: string) =>
    list(`
      code    | name:${head} | #预算金额
      2130234 | 防火巡护服务 | 86
      2130201 | 办公设备购置 | 6
      2130204 | 种苗检测设备 | 14`)

  test.each([
    '采购项目',
    '项目名称',
    '项目',
    '采购品目名称',
    '项目内容',
  ])('projects under 「%s」 bear names of their own (m20a)', (head) => {
    expect(codesOf(purchases(head).issues)).toEqual([])
  })

  test.each([
    '科目名称',
    '功能分类科目',
    '项目/功能分类科目名称',
  ])('under 「%s」 they are asked about', (head) => {
    expect(codesOf(purchases(head).issues)).toEqual(Array(3).fill('code_name_differs'))
  })

  test('under 「项目」 where half of them are the codes’ own the others are asked about, else none is', () => {
    const named = (second: string, third: string) =>
      codesOf(
        list(`
        code    | name:项目  | #合计
        213     | 农林水支出 | 30
        21302   | ${second}  | 30
        2130201 | ${third}   | 30`).issues,
      )
    expect(named('林业和草原', '巡护')).toEqual(['code_name_differs'])
    expect(named('防火', '巡护')).toEqual([])
  })

  test('beside a project the column of accounts is compared', () => {
    const { table, issues } = list(`
      code    | name:科目名称 | name:项目名称 | #合计
      2130201 | 行政运行      | 办公楼维修    | 30
      2130204 | 森林培育      | 良种基地管护  | 30`)
    expect(table.rows.map(({ name }) => name)).toEqual(['办公楼维修', '良种基地管护'])
    expect(issues.map(({ code, row: at }) => [code, at])).toEqual([['code_name_differs', 't1.r2']])
  })
})

describe('cells of codes', () => {
  test.each([
    '213-02',
    '21302、21303',
    '213O2',
    '2130',
    '213.02',
    '2130201A1',
  ])('%s makes no code, and is said once of its row', (printed) => {
    const { table, issues } = list(`
        code       | name       | #合计
        213        | 农林水支出 | 30
        ${printed} | 林业和草原 | 30`)
    expect(table.rows[1].code).toBeNull()
    expect(codesOf(issues)).toEqual(['odd_code'])
  })

  test.each([
    ['[21302]', '21302'],
    ['21302*', '21302'],
    ['２１３０２', '21302'],
    ['21302林业和草原', '21302'],
    ['21302 林业和草原', '21302'],
  ])('%s is one', (printed, code) => {
    const { table, issues } = list(`
      code       | name       | #合计
      213        | 农林水支出 | 30
      ${printed} | 林业和草原 | 30`)
    expect(table.rows[1]).toMatchObject({ code, parent: 't1.r1' })
    expect(codesOf(issues)).toEqual([])
  })

  test('words over the columns of codes are a label, whatever digits they hold', () => {
    const { table, issues } = list(`
      code            | name       | #合计
      一、2026年新增  | <          | 30
      213             | 农林水支出 | 30`)
    expect(table.rows.map(({ name, parent }) => [name, parent])).toEqual([
      ['2026年新增', null],
      ['农林水支出', 't1.r1'],
    ])
    expect(codesOf(issues)).toEqual([])
  })

  test('three cells of one row are one finding, with what they print', () => {
    const { issues } = list(`
      class | section | item | name         | #合计
      7     | 11      | 02   | 事业单位医疗 | 30`)
    expect(issues.map(({ code, message }) => [code, message.zh.includes('“7 11 02”')])).toEqual([
      ['odd_code', true],
    ])
  })

  test('a government’s code that is none is said, too', () => {
    const { issues } = list(`
      code  | name     | government_code | government_name | #金额
      30101 | 基本工资 | 5010            | 工资奖金津补贴  | 40`)
    expect(codesOf(issues)).toEqual(['odd_code'])
  })

  test('款 and 项 by their own two digits: the published names tell them apart, however they are set', () => {
    const { table } = list(
      `
      code | name                             | #合计
      208  | 社会保障和就业支出               | 30
      05   | 行政事业单位养老支出             | 20
      05   | 机关事业单位基本养老保险缴费支出 | 20
      08   | 抚恤                             | 10
      01   | 死亡抚恤                         | 10`,
    )
    expect(table.rows.map(({ code }) => code)).toEqual([
      '208',
      '20805',
      '2080505',
      '20808',
      '2080801',
    ])
  })

  test('where no list knows the names, an item is further in than its section', () => {
    const codes = (indent: number) =>
      list(
        `
        code | name | #合计
        219  | 甲   | 30
        01   | 乙   | 30
        02   | 丙   | 30`,
        { indents: { 丙: indent } },
      ).table.rows.map(({ code }) => code)
    expect(codes(0.3)).toEqual(['219', '21901', '21902'])
    expect(codes(0.5)).toEqual(['219', '21901', '2190102'])
  })
})

describe('codes before names', () => {
  test.each([
    ['where the column is one of coded names', 'name*', '20199'],
    ['else the digits are a part of the name', 'name', null],
  ])('%s', (_, column, code) => {
    const { table } = list(`
      ${column}      | #合计
      20199某某事务  | 1
      12320卫生热线  | 1`)
    expect(table.rows.map((row) => row.code)).toEqual([code, null])
  })

  test.each([
    '12320卫生热线服务项目',
    '301医院合作项目',
  ])('%s among projects is a name, and moves no other row', (name) => {
    const { tree } = list(`
        name         | #合计
        某医院       | 30
        _${name}     | 10
        _甲          | 10
        _乙          | 5
        _丙          | 3
        _丁          | 2`)
    expect(tree).toBe(`\n某医院\n  ${name}\n  甲\n  乙\n  丙\n  丁\n`)
  })

  test('in brackets, or with its own published name, one counts wherever it stands', () => {
    const { table } = list(`
      name                    | #合计
      甲                      | 1
      乙                      | 1
      丙                      | 1
      丁                      | 1
      戊                      | 1
      [2130299]其他           | 1
      2130201行政运行         | 1`)
    expect(table.rows.slice(5).map(({ code, name }) => [code, name])).toEqual([
      ['2130299', '其他'],
      ['2130201', '行政运行'],
    ])
  })
})

describe('a list in blocks side by side is one list', () => {
  test('what a block prints of its codes goes on from the block before, page by page', () => {
    const { table, tree } = list(`
      class | section | name           | #决算数 | +class | section | name       | #决算数
      302   |         | 商品和服务支出 | 40      |        | 03      | 咨询费     | 3
            | 01      | 办公费         | 10      |        | 04      | 手续费     | 4
      ---
            | 05      | 水费           | 20      | 310    |         | 资本性支出 | 7
            | 06      | 电费           | 3       |        | 02      | 办公设备购置 | 7`)
    expect(table.rows.map(({ code }) => code)).toEqual([
      ...['302', '30201', '30205', '30206'],
      ...['30203', '30204', '310', '31002'],
    ])
    expect(tree).toBe(`
302 商品和服务支出
  30201 办公费
  30205 水费
  30206 电费
  30203 咨询费
  30204 手续费
310 资本性支出
  31002 办公设备购置
`)
  })

  test('whole codes find their class in the block before', () => {
    const { issues, table } = list(`
      code  | name           | #决算数 | +code | name   | #决算数
      302   | 商品和服务支出 | 40      | 30203 | 咨询费 | 3`)
    expect(table.rows[1].parent).toBe('t1.r1')
    expect(codesOf(issues)).toEqual([])
  })

  test('lists of two panels are two lists', () => {
    const { table } = list(
      `
      class | section | name           | #决算数 | +class | section | name   | #决算数
      302   |         | 商品和服务支出 | 40      |        | 03      | 咨询费 | 3`,
      { panels: ['revenue', 'expenditure'] },
    )
    expect(table.rows[1]).toMatchObject({ code: null, parent: null })
  })
})
