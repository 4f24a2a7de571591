/**
 * Tables in wordings and shapes that no document of the corpus has: each small one
 * stands for a template of some region, and what the reader must make of it.
 */
import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../schemas/document.js'
import { loadKinds } from '../src/registry.js'
import { normalizeTable } from '../src/understand/normalize/table.js'
import { recognizeTable } from '../src/understand/recognize/recognize.js'
import { reconcileTable } from '../src/understand/reconcile/reconcile.js'
import { rawTable } from './helpers/example.js'

const kinds = await loadKinds()

function read(example: string): BudgetTable {
  const recognized = recognizeTable(rawTable(example), kinds)
  const { table } = normalizeTable(recognized, 1)
  return { ...table, checks: reconcileTable(table, recognized.kind) }
}

const types = (table: BudgetTable) => table.columns.map(({ type }) => type)
const meanings = (table: BudgetTable) => table.columns.flatMap(({ meaning }) => meaning ?? [])
const codes = (table: BudgetTable) => table.rows.map(({ code }) => code)
const roles = (table: BudgetTable) => table.rows.map(({ role }) => role)
const outcomes = (table: BudgetTable) => table.checks.map(({ outcome }) => outcome)

describe('what identifies a row', () => {
  test('codes of both classifications by how their headers end, though no term lists them', () => {
    const table = read(`
      2026年一般公共预算支出明细表（按支出经济分类科目）
      部门经济科目编码 | 部门经济科目名称 | 政府经济科目编码 | 政府经济科目名称 | 合计 | 人员经费支出 | 公用经费支出
      301 | 工资福利支出 | | | 9.00 | 9.00 |
      30101 | 基本工资 | 50101 | 工资奖金津补贴 | 9.00 | 9.00 | `)
    expect(types(table).slice(0, 4)).toEqual(['code', 'name', 'code', 'name'])
    expect(table.rows[1]).toMatchObject({ code: '30101', governmentCode: '50101' })
  })

  test('a column of nothing but codes, whatever it is called', () => {
    const table = read(`
      一般公共预算支出表
      科目 | 名称 | 合计
      201 | 一般公共服务支出 | 3.00
      20103 | 政府办公厅事务 | 3.00
      2010301 | 行政运行 | 3.00`)
    expect(codes(table)).toEqual(['201', '20103', '2010301'])
    expect(table.rows.map(({ name }) => name)).toEqual([
      '一般公共服务支出',
      '政府办公厅事务',
      '行政运行',
    ])
  })

  test('whole yuan are amounts, though some have as many digits as a code', () => {
    const table = read(`
      支出总表
      功能科目 | 金额
      一般公共服务支出 | 30101
      教育支出 | 501
      卫生健康支出 | 28846`)
    expect(types(table)).toEqual(['name', 'amount'])
  })

  test('own two digits of section and item in one column: the name further in is the item', () => {
    const table = read(`
      一般公共预算支出表
      科目编码 | 科目名称 | 合计
      207 | 文化旅游体育与传媒支出 | 5.00
      03 | _体育 | 5.00
      05 | __体育竞赛 | 2.00
      08 | __群众体育 | 3.00
      08 | _广播电视 |  `)
    expect(codes(table)).toEqual(['207', '20703', '2070305', '2070308', '20708'])
    expect(outcomes(table)).not.toContain('fails')
  })

  test('the only column of words names the rows, even where its header is a remark elsewhere', () => {
    const table = read(`
      一般公共预算基本支出表
      经济科目 | 合计
      301-工资福利支出 | 4.00
      30101-基本工资 | 4.00`)
    expect(table.rows.map(({ code, name }) => [code, name])).toEqual([
      ['301', '工资福利支出'],
      ['30101', '基本工资'],
    ])
  })

  test('units among the names: by the header, by a code of six digits', () => {
    const byHeader = read(`
      支出总表
      科目编码 | 单位名称（科目） | 合计
      | 某厅机关 | 7.00
      2010301 | 行政运行 | 7.00`)
    expect(roles(byHeader)).toEqual(['unit', 'item'])
    const glued = read(`
      一般公共预算支出表
      科目编码 | 科目名称 | 合计
      | 348002-某市公路管理处 | 7.00
      2140104 | 公路建设 | 7.00`)
    expect(glued.rows[0]).toMatchObject({
      role: 'unit',
      unitCode: '348002',
      name: '某市公路管理处',
    })
    expect(glued.rows[1].parent).toBe(glued.rows[0].id)
  })

  test('合计 where codes of units stand is no code', () => {
    const table = read(`
      收入总表
      部门代码 | 部门名称 | 合计 | 一般公共预算
      合计 | | 7.00 | 7.00
      606 | 某局 | 7.00 | 7.00`)
    expect(roles(table)).toEqual(['total', 'unit'])
    expect(table.rows.map(({ unitCode }) => unitCode)).toEqual([null, '606'])
  })

  test('one row without a label is the total', () => {
    const table = read(`
      支出总表
      合计 | 基本支出 | 项目支出
      5.00 | 3.00 | 2.00`)
    expect(roles(table)).toEqual(['total'])
    expect(outcomes(table)).toEqual(['holds'])
  })

  test('totals of a part are no totals', () => {
    const table = read(`
      一般公共预算财政拨款基本支出决算表
      科目编码 | 科目名称 | 决算数
      301 | 工资福利支出 | 4.00
      | 人员经费合计 | 4.00
      | 合计 | 4.00`)
    expect(roles(table)).toEqual(['item', 'subtotal', 'total'])
  })
})

describe('lists side by side', () => {
  test('are told by words between amounts, line numbers beside them or not', () => {
    const table = read(`
      收入支出决算总表
      收入/项目 | 收入/行次 | 收入/决算数 | 支出/事项（按功能分） | 支出/行次 | 支出/决算数 | 支出/事项（按性质分） | 支出/行次 | 支出/决算数
      一、财政拨款收入 | 1 | 9.00 | 一、教育支出 | 20 | 9.00 | 一、基本支出 | 40 | 4.00
      | 2 | | | 21 | | 二、项目支出 | 41 | 5.00
      收入总计 | 3 | 9.00 | 支出总计 | 22 | 9.00 | 支出总计 | 42 | 9.00`)
    expect(new Set(table.rows.map(({ panel }) => panel))).toEqual(
      new Set(['revenue', 'expenditure_by_function', 'expenditure_by_nature']),
    )
    // Two balances of grand totals, and the total of each list.
    expect(outcomes(table)).toEqual(['holds', 'holds', 'holds', 'holds', 'holds'])
  })
})

describe('what a column means', () => {
  test('plan and outturn of one year are set apart', () => {
    const table = read(`
      “三公”经费支出决算表
      预算数/合计 | 预算数/因公出国（境）费 | 预算数/公务接待费 | 决算数/合计 | 决算数/因公出国（境）费 | 决算数/公务接待费
      9.00 | 4.00 | 5.00 | 3.00 | 1.00 | 2.00`)
    expect(meanings(table)).toEqual([
      'budgeted.total',
      'budgeted.abroad',
      'budgeted.reception',
      'total',
      'abroad',
      'reception',
    ])
    expect(outcomes(table)).toEqual(['holds', 'holds'])
  })

  test('shares are no amounts: by their header over several columns, or by what they print', () => {
    const table = read(`
      一般公共预算支出表
      科目编码 | 科目名称 | 2026年预算数 | 比2025年预算数增减%/合计 | 幅度
      201 | 一般公共服务支出 | 5.00 | - | -3.00%
      202 | 外交支出 | 6.00 | - | 1.00%`)
    expect(types(table).slice(2)).toEqual(['amount', 'percent', 'percent'])
  })

  test('economic classes as columns add up with the projects', () => {
    const table = read(`
      支出总表
      功能科目编码 | 功能科目名称 | 总计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 项目支出
      2010301 | 行政运行 | 10.00 | 4.00 | 3.00 | 2.00 | 1.00`)
    expect(meanings(table)).toEqual(['total', 'wages', 'goods_services', 'individuals', 'project'])
    expect(outcomes(table)).toEqual(['holds'])
  })
})

describe('a sum is checked where it must hold', () => {
  test('a column that another holds is no addend', () => {
    const table = read(`
      收入总表
      单位名称 | 合计 | 财政拨款 | 一般公共预算 | 政府性基金 | 其他收入
      某局 | 9.00 | 8.00 | 6.00 | 2.00 | 1.00
      某中心 | 5.00 | 5.00 | 5.00 | | `)
    expect(table.checks.filter(({ identity }) => identity.startsWith('total'))).toMatchObject([
      { outcome: 'holds' },
      { outcome: 'holds' },
    ])
  })

  test('a column that means what its group means is one of the group', () => {
    const table = read(`
      收入总表
      单位名称 | 合计 | 财政拨款 | 其他资金/事业收入 | 其他资金/其他收入
      某局 | 9.00 | 6.00 | 2.00 | 1.00`)
    expect(outcomes(table)).toEqual(['holds'])
  })

  test('nor is the reading of most rows given up for one that fails', () => {
    const table = read(`
      收入总表
      单位名称 | 合计 | 财政拨款 | 政府性基金 | 其他收入
      甲局 | 9.00 | 6.00 | 2.00 | 1.00
      乙局 | 5.00 | 3.00 | 1.00 | 1.00
      丙局 | 5.00 | 3.00 | 1.00 | 2.00`)
    expect(outcomes(table)).toEqual(['holds', 'holds', 'fails'])
  })

  test('beside a figure whose column nobody understands nothing is proved', () => {
    const table = read(`
      一般公共预算支出表
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 彩票公益金
      20103 | 政府办公厅事务 | 9.00 | 3.00 | 2.00 | 4.00
      20104 | 发展与改革事务 | 9.00 | 3.00 | 2.00 | `)
    expect(outcomes(table)).toEqual(['not_applicable', 'fails'])
  })
})
