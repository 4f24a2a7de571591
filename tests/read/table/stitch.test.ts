import { describe, expect, test } from 'vitest'
import type { PdfPage, RawTable } from '../../../schemas/stages.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { stitchTables } from '../../../src/read/table/stitch.js'
import { h, lattice, page, run, tablePage, v } from '../../helpers/page.js'

const read = (...pages: PdfPage[]): RawTable[] =>
  stitchTables(pages.map((each) => placeRuns(each, findGrids(each)))).tables
const texts = (table: RawTable) =>
  table.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''))

const HEAD = ['科目编码', '科目名称', '合计']

describe('one page', () => {
  test('title, owner, unit and note stand around the grid', () => {
    const [table] = read(
      tablePage([HEAD, ['201', '一般公共服务支出', '3.00']], {
        above: ['表3', '2025年部门支出总表', '部门：某局', '单位：万元'],
        below: ['注：本表反映支出。'],
      }),
    )
    expect(table).toMatchObject({
      title: '2025年部门支出总表',
      ordinal: '表3',
      ownerLine: '部门：某局',
      unitLine: '单位:万元',
      notes: ['注：本表反映支出。'],
    })
    expect(texts(table)).toEqual([['201', '一般公共服务支出', '3.00']])
    expect(table.lines.map((line) => line.map(({ text }) => text))).toEqual([
      HEAD,
      ['201', '一般公共服务支出', '3.00'],
    ])
  })

  test('unit and owner may stand at the foot, before the title of the next table', () => {
    const rows = [HEAD, ['201', '一般公共服务支出', '3.00']]
    const [below] = read(
      tablePage(rows, {
        above: ['部门支出总表'],
        below: ['编制单位：某局', '单位：元', '部门收入总表', '单位：万元'],
      }),
    )
    expect(below).toMatchObject({ unitLine: '单位:元', ownerLine: '编制单位：某局' })
    const [above] = read(
      tablePage(rows, { above: ['部门支出总表', '单位：万元'], below: ['单位：元'] }),
    )
    expect(above.unitLine).toBe('单位:万元')
  })

  test('an index row is no data, and a blank row is none either', () => {
    const [table] = read(
      tablePage([HEAD, ['**', '**', '1'], [null, null, null], ['201', '支出', '0.00']]),
    )
    expect(texts(table)).toEqual([['201', '支出', '0.00']])
  })

  test('a wrapped name is one text; an amount broken in two is one amount', () => {
    const rules = lattice([0, 60, 160, 240], [0, 20, 60])
    const runs = [
      ...[run('科目编码', 2, 14, 8), run('科目名称', 62, 14, 8), run('合计', 162, 14, 8)],
      ...[run('20805', 2, 43, 8), run('行政事业单位养老支', 62, 36, 8), run('出', 62, 50, 8)],
      ...[run('1,264,602', 162, 36, 8), run('.38', 162, 50, 8)],
    ]
    expect(texts(read(page(rules, runs))[0])).toEqual([
      ['20805', '行政事业单位养老支出', '1,264,602.38'],
    ])
  })

  test('text that overflows belongs where it begins', () => {
    const rules = lattice([0, 60, 160, 240], [0, 20, 40])
    const runs = [
      ...[run('科目编码', 2, 14, 8), run('科目名称', 62, 14, 8), run('合计', 162, 14, 8)],
      ...[run('201', 2, 34, 8), run('很长很长很长很长很长很长很长的名称', 62, 34, 8)],
    ]
    expect(texts(read(page(rules, runs))[0])).toEqual([
      ['201', '很长很长很长很长很长很长很长的名称', ''],
    ])
  })

  test('two cells painted as one string are cut at the rule', () => {
    const rules = lattice([0, 40, 140], [0, 20, 40])
    const runs = [run('合计', 2, 14, 8), run('项目', 42, 14, 8), run('12.00', 2, 34, 8)]
    const joined = { ...run('12.00 一般公共服务支出', 2, 34, 8) }
    joined.origins = [...'12.00']
      .map((_, i) => 2 + 4 * i)
      .concat(
        [30],
        [...'一般公共服务支出'].map((_, i) => 44 + 8 * i),
      )
    expect(texts(read(page(rules, [runs[0], runs[1], joined]))[0])).toEqual([
      ['12.00', '一般公共服务支出'],
    ])
  })

  test('an amount beside the lattice is left over, and said to be', () => {
    const ruled = tablePage([HEAD, ['201', '支出', '3.00']])
    const stray = { ...ruled, runs: [...ruled.runs, run('9.99', 420, 134, 8)] }
    expect(read(stray)[0].leftover.map((line) => line.text)).toEqual(['9.99'])
  })

  test('nested headers become paths', () => {
    const rules = [
      ...[h(0, 0, 300), h(20, 100, 300), h(40, 0, 300), h(60, 0, 300)],
      ...[v(0, 0, 60), v(100, 0, 60), v(200, 20, 60), v(300, 0, 60)],
    ]
    const runs = [
      run('科目名称', 2, 24, 8),
      run('基本支出', 102, 14, 8),
      run('人员经费', 102, 34, 8),
      run('公用经费', 202, 34, 8),
      run('行政运行', 2, 54, 8),
      run('1.00', 102, 54, 8),
    ]
    const [table] = read(page(rules, runs))
    expect(table.columns.map((column) => column.path)).toEqual([
      ['科目名称'],
      ['基本支出', '人员经费'],
      ['基本支出', '公用经费'],
    ])
  })

  test('words over amounts are headers, though no term knows them', () => {
    const [table] = read(
      tablePage([
        ['所谓代号', '所谓名目', '甲类款子', '乙类款子'],
        ['201', '一般公共服务支出', '3.00', '1.00'],
        ['202', '外交支出', '5.00', null],
      ]),
    )
    expect(table.columns.map(({ path }) => path)).toEqual([
      ['所谓代号'],
      ['所谓名目'],
      ['甲类款子'],
      ['乙类款子'],
    ])
  })

  test('a form begins afresh in each row: its labels are no headers', () => {
    const [table] = read(
      tablePage([
        ['项目名称', '某项目', '负责人', '某人'],
        ['主管部门', '某局', '实施单位', '某中心'],
        ['年度资金', '12.00', '其中拨款', '12.00'],
      ]),
    )
    expect(table.rows).toHaveLength(2)
  })

  test('title and unit inside the grid, as full-width rows', () => {
    const rules = [
      ...[0, 20, 40, 60, 80].map((y) => h(y, 0, 200)),
      v(0, 0, 80),
      v(100, 40, 80),
      v(200, 0, 80),
    ]
    const runs = [
      run('一般公共预算支出表', 20, 14, 8),
      run('单位：元', 140, 34, 8),
      run('科目名称', 2, 54, 8),
      run('合计', 102, 54, 8),
      run('行政运行', 2, 74, 8),
      run('5', 102, 74, 8),
    ]
    expect(read(page(rules, runs))[0]).toMatchObject({
      title: '一般公共预算支出表',
      unitLine: '单位:元',
    })
  })
})

describe('over pages', () => {
  const first = tablePage([HEAD, ['201', '一般公共服务支出', '3.00']], { above: ['支出总表'] })

  test.each([
    [
      'title and header repeated',
      { rows: [HEAD, ['208', '社会保障和就业支出', '1.00']], above: ['支出总表'] },
    ],
    ['header repeated', { rows: [HEAD, ['208', '社会保障和就业支出', '1.00']], above: [] }],
    ['neither repeated', { rows: [['208', '社会保障和就业支出', '1.00']], above: [] }],
  ])('%s', (_, { rows, above }) => {
    const tables = read(first, tablePage(rows, { number: 2, above }))
    expect(tables).toHaveLength(1)
    expect(tables[0].pages).toEqual([1, 2])
    expect(texts(tables[0])).toEqual([
      ['201', '一般公共服务支出', '3.00'],
      ['208', '社会保障和就业支出', '1.00'],
    ])
  })

  test('another title begins another table', () => {
    const next = tablePage([HEAD, ['208', '社会保障和就业支出', '1.00']], {
      number: 2,
      above: ['收入总表'],
    })
    expect(read(first, next).map((table) => table.title)).toEqual(['支出总表', '收入总表'])
  })

  test('the title can stand at the foot of the page before', () => {
    const foot = tablePage([HEAD, ['201', '支出', '3.00']], {
      above: ['支出总表'],
      below: ['收入总表', '单位：万元'],
    })
    const next = tablePage([HEAD, ['208', '社会保障和就业支出', '1.00']], { number: 2 })
    expect(read(foot, next).map(({ title, pages }) => [title, pages])).toEqual([
      ['支出总表', [1]],
      ['收入总表', [1, 2]],
    ])
  })

  test('a row that the page break cut is one row', () => {
    const upper = tablePage(
      [
        ['项目', '预算数'],
        ['八、社会保障和就业和民政', '1.00'],
      ],
      { above: ['收支总表'] },
    )
    const lower = tablePage(
      [
        ['业支出', null],
        ['九、卫生健康支出', '2.00'],
      ],
      { number: 2 },
    )
    expect(texts(read(upper, lower)[0])).toEqual([
      ['八、社会保障和就业和民政业支出', '1.00'],
      ['九、卫生健康支出', '2.00'],
    ])
  })

  test('a contents line is no title', () => {
    const contents = page([], [run('支出总表………………3', 50, 100), run('目录', 50, 50)])
    const [table] = read(contents, tablePage([HEAD, ['201', '支出', '3.00']], { number: 2 }))
    expect(table.title).toBe('')
  })
})
