/** Lists side by side: only where each has names and amounts of its own. */
import { describe, expect, test } from 'vitest'
import { loadKinds } from '../../../src/registry.js'
import { recognizeTable } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const groups = (example: string) => recognizeTable(rawTable(example), kinds).groups
const sizes = (example: string) => groups(example).map((group) => group.length)
const panels = (example: string) => groups(example).map((group) => group[0].panel)
const names = (example: string) =>
  groups(example).map((group) =>
    group.filter(({ key }) => key === 'name').map(({ path }) => path.join('/')),
  )

describe('more keys of one row are no list', () => {
  test.each([
    '项目 | 数量 | 部门经济科目编码 | 政府经济科目编码 | 金额\n巡护 | 3 | 30227 | 50205 | 8.00',
    '项目 | 单价 | 部门经济科目编码 | 金额\n巡护 | 1.50 | 30227 | 8.00',
    '项目 | 金额 | 部门经济科目编码 | 其中：一般公共预算\n巡护 | 8.00 | 30227 | 8.00',
    '采购项目 | 预算金额 | 经济科目编码 | 经济科目名称 | 一般公共预算\n合计 | 8.00 | | | 8.00\n巡护 | 8.00 | 30227 | 委托业务费 | 8.00',
    '项目名称 | 预算总额 | 资金渠道 | 本年安排\n巡护 | 8.00 | 市级财力 | 5.00\n造林 | 8.00 | 市级财力 | 5.00',
  ])('%s', (example) => {
    expect(sizes(`项目支出表\n${example}`)).toHaveLength(1)
  })

  test('the total of a single list is named at its left only', () => {
    const table = (label: string) => `
      项目支出表
      项目 | 预算数 | 建设内容 | 预算数
      合计 | 9.00 | ${label} | 9.00
      一、巡护 | 1.00 | 一、甲 | 1.00
      二、造林 | 2.00 | 二、乙 | 2.00
      三、检测 | 3.00 | 三、丙 | 3.00
      四、物业 | 3.00 | 四、丁 | 3.00`
    expect(sizes(table(''))).toEqual([4])
    expect(sizes(table('合计'))).toEqual([2, 2])
  })

  test('one amount in five may stand without a name, no more', () => {
    const table = (rows: string) => `收支总表\n收入 | 预算数 | 支出 | 预算数\n${rows}`
    const named = '事业收入 | 1.00 | 一、教育支出 | 1.00\n'
    expect(sizes(table(`${named.repeat(4)}事业收入 | 1.00 | | 1.00`))).toEqual([2, 2])
    expect(sizes(table(`${named.repeat(3)}事业收入 | 1.00 | | 1.00`))).toEqual([4])
  })
})

describe('a list is one', () => {
  test.each([
    ['by a head of its own', '收入/项目 | 收入/预算 | 支出/项目 | 支出/合计\n | | | '],
    ['by turning from 收入 to 支出', '收入项目 | 收入预算 | 支出项目 | 支出预算\n | | | '],
    ['by the same head of its amounts', '项目 | 金额 | 项目 | 金额\n | | | '],
    ['by its total', '收入来源 | 收入额 | 用在何处 | 用去多少\n收入总计 | 5.00 | 支出总计 | 5.00'],
    ['by ordinals', '收入来源 | 收入额 | 用在何处 | 用去多少\n事业收入 | 5.00 | 一、教育 | 5.00'],
  ])('%s', (_, example) => {
    expect(sizes(`收支总表\n${example}`)).toEqual([2, 2])
  })

  test('words with an ordinal before half of them are texts beside a name', () => {
    const table = (word: string) => `
      收支总表
      收入来源 | 收入额 | 用在何处 | 用去多少
      事业收入 | 5.00 | 一、教育 | 5.00
      其他收入 | 5.00 | ${word} | 5.00`
    expect(sizes(table('卫生'))).toEqual([4])
    expect(sizes(table('二、卫生'))).toEqual([2, 2])
  })

  test('numbers of lines and codes of units go with the list that they stand before', () => {
    expect(
      names(`
        收支总表
        序号 | 收入/项目 | 收入/金额 | 序号 | 支出/项目 | 支出/金额
        1 | 事业收入 | 5.00 | 1 | 教育支出 | 5.00`),
    ).toEqual([['收入/项目'], ['支出/项目']])
    expect(
      sizes(`
        收支总表
        序号 | 收入/项目 | 收入/金额 | 序号 | 支出/项目 | 支出/金额
        1 | 事业收入 | 5.00 | 1 | 教育支出 | 5.00`),
    ).toEqual([3, 3])
  })

  test('blocks that repeat a head are one list that runs on: no panels', () => {
    const table = `
      一般公共预算财政拨款基本支出决算表
      科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
      301 | 工资福利支出 | 5.00 | 302 | 商品和服务支出 | 2.00
      合计 | | | | | 7.00`
    expect(sizes(table)).toEqual([3, 3])
    expect(panels(table)).toEqual([null, null])
  })
})

describe('what a list is of', () => {
  const rows = {
    revenue: ['财政拨款收入', '事业收入', '收入总计'],
    expenditure_by_function: ['一、一般公共服务', '二、教育支出', '支出总计'],
    expenditure_by_nature: ['基本支出', '项目支出', '支出总计'],
    expenditure_by_department_economic: ['工资福利支出', '商品和服务支出', '支出总计'],
    expenditure_by_government_economic: ['机关工资福利支出', '机关商品和服务支出', '支出总计'],
  }

  test('its rows tell where no head does, in any order', () => {
    const lists = Object.entries(rows).toReversed()
    const line = (i: number) => lists.map(([, labels]) => `${labels[i]} | 1.00`).join(' | ')
    const head = lists.map(() => '项目 | 金额').join(' | ')
    expect(panels(`部门收支情况表\n${head}\n${[0, 1, 2].map(line).join('\n')}`)).toEqual(
      lists.map(([panel]) => panel),
    )
  })

  test('its head tells where its rows are blank', () => {
    expect(
      panels(`
        收支总表
        收入/项目 | 收入/金额 | 支出/功能分类 | 支出/金额 | 支出/部门预算经济分类 | 支出/金额 | 支出/政府预算经济分类 | 支出/金额 | 支出/按支出性质分类 | 支出/金额
         | | | | | | | | | `),
    ).toEqual([
      'revenue',
      'expenditure_by_function',
      'expenditure_by_department_economic',
      'expenditure_by_government_economic',
      'expenditure_by_nature',
    ])
  })

  test('a list that ends in 收入总计 is of revenue, whatever stands over it', () => {
    expect(
      panels(`
        收支总表
        支出/项目 | 支出/金额 | 支出/项目（按功能） | 支出/金额
        财政拨款 | 5.00 | 教育支出 | 5.00
        收入总计 | 5.00 | 支出总计 | 5.00`),
    ).toEqual(['revenue', 'expenditure'])
  })

  test('without head and total a third of its names must speak of money received', () => {
    const left = (labels: string[]) =>
      panels(`
        收支总表
        项目 | 金额 | 项目 | 金额
        ${labels.map((label) => `${label} | 1.00 | 教育支出 | 1.00`).join('\n')}`)[0]
    expect(left(['财政拨款', '专户管理资金'])).toBe('revenue')
    expect(left(['财政拨款', '专户管理资金', '自筹资金'])).not.toBe('revenue')
    expect(left(['财政拨款', '其他支出'])).not.toBe('revenue')
  })

  test('of two classifications that a head says, the rows tell which', () => {
    const second = (labels: string[]) =>
      panels(`
        收入支出决算总表
        收入/项目 | 收入/金额 | 支出/项目（按功能分类） | 支出/金额 | 支出/项目（按支出性质和经济分类） | 支出/金额
        ${labels.map((label) => `事业收入 | 1.00 | 教育支出 | 1.00 | ${label} | 1.00`).join('\n')}`)[2]
    expect(second(['一、基本支出', '人员经费', '二、项目支出', '工资福利支出'])).toBe(
      'expenditure_by_nature',
    )
    expect(second(['工资福利支出', '商品和服务支出', '项目支出'])).toBe(
      'expenditure_by_department_economic',
    )
  })

  test('two classes of another classification, and none of its own, outweigh a head; one does not', () => {
    const right = (labels: string[]) =>
      panels(`
        收支总表
        收入/项目 | 收入/金额 | 支出/功能分类 | 支出/金额 | 支出/用途 | 支出/金额
        ${labels.map((label) => `事业收入 | 1.00 | ${label} | 1.00 | 基本支出 | 1.00`).join('\n')}`)[1]
    expect(right(['工资福利支出', '商品和服务支出'])).toBe('expenditure_by_department_economic')
    expect(right(['工资福利支出', '其他支出'])).toBe('expenditure_by_function')
    expect(right(['工资福利支出', '商品和服务支出', '教育支出'])).toBe('expenditure_by_function')
  })

  test('lists of a table that is no summary are told apart, too', () => {
    expect(
      panels(`
        部门综合预算政府性基金收支表
        收入/项目 | 收入/预算数 | 支出/功能分类 | 支出/预算数 | 支出/部门预算经济分类 | 支出/预算数
        政府性基金拨款 | 5.00 | 城乡社区支出 | 5.00 | 商品和服务支出 | 5.00`),
    ).toEqual(['revenue', 'expenditure_by_function', 'expenditure_by_department_economic'])
  })
})
