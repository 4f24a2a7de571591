/** Kinds by columns and rows: where the title is not known, and where it says something else. */
import { describe, expect, test } from 'vitest'
import { loadKinds } from '../../../src/registry.js'
import { recognizeTable, recognizeTables } from '../../../src/understand/recognize/recognize.js'
import { rawTable } from '../../helpers/example.js'

const kinds = await loadKinds()
const read = (example: string) => recognizeTable(rawTable(example), kinds)
const kind = (example: string) => read(example).kind?.id ?? null

describe('under a title that nobody knows', () => {
  test.each([
    [
      'project_expenditure',
      '单位编码 | 单位名称 | 项目名称 | 金额\n402001 | 某市林业局 | 防火巡护 | 10.00\n402003 | 某市种苗站 | 种苗检测 | 8.00',
    ],
    [
      'project_expenditure',
      '单位代码 | 单位名称（项目名称） | 总计 | 一般公共预算\n402001 | 某市林业局 | 10.00 | 10.00\n | 防火巡护 | 10.00 | 10.00',
    ],
    [
      'project_expenditure',
      '项目编码 | 项目 | 一般公共预算 | 政府性基金\n4301 | 防火巡护 | 10.00 | ',
    ],
    ['government_procurement', '采购项目 | 采购方式 | 数量 | 金额\n复印纸 | 集中采购 | 3 | 1.00'],
    [
      'expenditure_summary',
      '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00',
    ],
    [
      'general_budget_expenditure',
      '科目编码 | 科目名称 | 一般公共预算/合计 | 一般公共预算/基本支出 | 一般公共预算/项目支出\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00',
    ],
    [
      'government_fund_expenditure',
      '科目编码 | 科目名称 | 政府性基金预算/合计 | 政府性基金预算/基本支出 | 政府性基金预算/项目支出\n212 | 城乡社区支出 | 5.00 | | 5.00',
    ],
    [
      'state_capital_expenditure',
      '科目编码 | 科目名称 | 国有资本经营预算/合计 | 国有资本经营预算/基本支出 | 国有资本经营预算/项目支出\n223 | 国有资本经营预算支出 | 5.00 | | 5.00',
    ],
    [
      'revenue_summary',
      '单位名称 | 合计 | 一般公共预算拨款收入 | 财政专户管理资金收入 | 事业收入 | 上级补助收入\n某市林业局 | 9.00 | 8.00 | | 1.00 | ',
    ],
    [
      'basic_expenditure_department_economic',
      '科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费\n301 | 工资福利支出 | 5.00 | 5.00 | ',
    ],
    [
      'basic_expenditure_government_economic',
      '科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费\n501 | 机关工资福利支出 | 5.00 | 5.00 | ',
    ],
    [
      'three_public_expenses',
      '单位名称 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行费\n某市林业局 | 5.00 | 1.00 | 2.00 | 2.00',
    ],
    [
      'three_public_expenses',
      '项目 | 预算数\n合计 | 5.00\n1.因公出国（境）费用 | \n2.公务接待费 | 3.00\n其中：外宾 | \n3.公务用车购置及运行费 | 2.00',
    ],
    [
      'revenue_expenditure_summary',
      '收入/项目 | 收入/预算数 | 支出/项目 | 支出/预算数\n一、财政拨款收入 | 5.00 | 一、教育支出 | 6.00\n二、事业收入 | 1.00 | | ',
    ],
    [
      'appropriation_summary',
      '收入/项目 | 收入/预算数 | 支出/项目 | 支出/合计 | 支出/一般公共预算 | 支出/政府性基金预算\n一般公共预算拨款 | 5.00 | 教育支出 | 5.00 | 5.00 | ',
    ],
  ])('%s', (id, example) => {
    const { inferred, issues, kind: found } = read(`某事项安排一览表\n${example}`)
    expect([found?.id, inferred]).toEqual([id, true])
    expect(issues.map(({ code, severity }) => [code, severity])).toContainEqual([
      'kind_inferred',
      'info',
    ])
  })

  test.each([
    ['things owned', '项目 | 数量 | 价值\n房屋 | 3 | 120.50\n车辆 | 5 | 80.00'],
    ['one amount by function', '科目编码 | 科目名称 | 金额\n201 | 一般公共服务支出 | 5.00'],
    ['accounts called 项目', '项目 | 预算数\n工资福利支出 | 5.00\n商品和服务支出 | 2.00'],
    ['sources called 项目名称', '项目名称 | 金额\n一般公共预算资金 | 5.00\n专项收入 | 2.00'],
    ['names alone', '单位编码 | 单位名称 | 项目名称\n402001 | 某市林业局 | 防火巡护'],
    [
      'two sources',
      '单位名称 | 合计 | 一般公共预算拨款收入 | 事业收入\n某市林业局 | 9.00 | 8.00 | 1.00',
    ],
    ['two of the three', '单位名称 | 合计 | 公务接待费 | 会议费\n某市林业局 | 5.00 | 1.00 | 4.00'],
  ])('%s: nothing fits clearly', (_, example) => {
    expect(kind(`某事项一览表\n${example}`)).toBeNull()
  })

  test('services that are bought are listed as projects are, and are none', () => {
    const rows = '项目名称 | 承接主体 | 金额\n课后服务 | 社会组织 | 12.00'
    expect(kind(`政府购买服务情况一览表\n${rows}`)).toBeNull()
    expect(kind(`特定目标类情况一览表\n${rows}`)).toBe('project_expenditure')
  })

  test('without any title only columns that no other kind has tell one', () => {
    const rows =
      '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 某支出 | 5.00 | 3.00 | 2.00'
    expect(recognizeTable({ ...rawTable(`某表\n${rows}`), title: '' }, kinds).kind).toBeNull()
    const three =
      '合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置费 | 公务用车运行费\n5.00 | | 2.00 | | 3.00'
    expect(recognizeTable({ ...rawTable(`某表\n${three}`), title: '' }, kinds).kind?.id).toBe(
      'three_public_expenses',
    )
  })

  test('projects are such while fewer than a third of the names are accounts or sources', () => {
    const names = (...rows: string[]) =>
      kind(
        `某事项一览表\n单位编码 | 项目名称 | 金额\n${rows.map((row) => `402001 | ${row} | 1.00`).join('\n')}`,
      )
    expect(names('防火巡护', '种苗检测', '物业管理', '工资福利支出')).toBe('project_expenditure')
    expect(names('防火巡护', '种苗检测', '工资福利支出')).toBeNull()
  })

  test('one head that speaks of purchases is a memo, two are what the table is of', () => {
    const head = (second: string) =>
      kind(`某事项一览表\n采购项目 | ${second} | 金额\n复印纸 | 集中 | 1.00`)
    expect(head('采购方式')).toBe('government_procurement')
    expect(head('组织形式')).not.toBe('government_procurement')
  })

  test('rows that name the three and little else: half of all rows', () => {
    const rows = (...more: string[]) =>
      kind(
        `某事项一览表\n项目 | 预算数\n${['因公出国', '公务接待费', '公务用车', ...more].map((row) => `${row} | 1.00`).join('\n')}`,
      )
    expect(rows('会议费', '培训费')).toBe('three_public_expenses')
    expect(rows('会议费', '培训费', '差旅费')).toBeNull()
  })
})

describe('a title says one thing, the columns another', () => {
  test('a table of the three public expenses is no expenditure summary', () => {
    const { kind: found, issues } = read(`
      一般公共预算财政拨款支出预算表
      单位名称 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行费
      某市林业局 | 5.00 | 1.00 | 2.00 | 2.00`)
    expect(found?.id).toBe('three_public_expenses')
    expect(issues.map(({ code }) => code)).toEqual(['kind_inferred'])
  })

  test.each([
    ['general_budget_expenditure', '201 | 一般公共服务支出'],
    ['general_budget_expenditure_economic', '301 | 工资福利支出'],
  ])('codes choose among kinds with one title: %s', (id, row) => {
    expect(kind(`一般公共预算支出表\n科目编码 | 科目名称 | 合计\n${row} | 5.00`)).toBe(id)
  })

  test.each([
    ['basic_expenditure_functional', '201 | 一般公共服务支出'],
    ['basic_expenditure_department_economic', '301 | 工资福利支出'],
    ['basic_expenditure_government_economic', '501 | 机关工资福利支出'],
  ])('so they do for basic expenditure: %s', (id, row) => {
    expect(kind(`一般公共预算基本支出表\n科目编码 | 科目名称 | 合计\n${row} | 5.00`)).toBe(id)
  })

  test.each([
    ['project_expenditure', '单位编码 | 项目名称 | 金额\n402001 | 防火巡护 | 5.00'],
    ['project_expenditure', '科目编码 | 项目名称 | 金额\n2130234 | 防火巡护 | 5.00'],
    ['project_expenditure_economic', '科目编码 | 科目名称 | 金额\n302 | 商品和服务支出 | 5.00'],
  ])('and so do rows: %s', (id, example) => {
    expect(kind(`一般公共预算项目支出预算表\n${example}`)).toBe(id)
  })

  test('codes say more than the longest title', () => {
    const title = '一般公共预算基本支出情况表（按政府预算支出经济分类科目）'
    const rows = (row: string) => kind(`${title}\n科目编码 | 科目名称 | 合计\n${row} | 5.00`)
    expect(rows('501 | 机关工资福利支出')).toBe('basic_expenditure_government_economic')
    expect(rows('301 | 工资福利支出')).toBe('basic_expenditure_department_economic')
    expect(rows(' | 某支出')).toBe('basic_expenditure_government_economic')
  })

  test('where codes tell nothing the title means what it means everywhere, and is not in doubt', () => {
    for (const title of ['一般公共预算支出表', '一般公共预算基本支出表']) {
      const { kind: found, issues } = read(`${title}\n科目编码 | 科目名称 | 合计\n | | `)
      expect(found?.core).toBe(true)
      expect(issues).toEqual([])
    }
  })
})

describe('in a document', () => {
  const rows =
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00'
  const ids = (...titles: string[]) =>
    recognizeTables(
      titles.map((title) => rawTable(`${title}\n${rows}`)),
      kinds,
    ).map((table) => table.kind?.id ?? null)

  test('what columns tell is no second table of a kind that has its own', () => {
    expect(ids('部门支出总表', '各科目安排一览表')).toEqual(['expenditure_summary', null])
    expect(ids('部门收入总表', '各科目安排一览表')).toEqual([
      'revenue_summary',
      'expenditure_summary',
    ])
  })
})
