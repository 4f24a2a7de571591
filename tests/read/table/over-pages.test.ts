/** One table on several pages: its head in parts, and its columns beside its rows. */
import { describe, expect, test } from 'vitest'
import type { Box } from '../../../schemas/document.js'
import type { PdfPage, RawTable } from '../../../schemas/stages.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { stitchTables } from '../../../src/read/table/stitch.js'
import { h, lattice, page, run, tablePage, v } from '../../helpers/page.js'

const read = (...pages: PdfPage[]): RawTable[] =>
  stitchTables(pages.map((each) => placeRuns(each, findGrids(each)))).tables
const texts = (table: RawTable) =>
  table.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''))
const paths = (table: RawTable) => table.columns.map(({ path }) => path.join('/'))

type Rows = (string | null)[][]
const first = (rows: Rows) => tablePage(rows, { above: ['支出总表'] })
const next = (rows: Rows, number = 2) => tablePage(rows, { number })

/** A head of two rows whose cells are ruled apart. */
const TOP = ['科目名称', '合计', '本年支出', null]
const LOWER = [null, null, '基本支出', '项目支出']
const DATA = ['行政运行', '5.00', '3.00', '2.00']
const MORE = ['上年结转', '1.00', '1.00', '0.00']

describe('a head', () => {
  test.each([
    ['whole', [TOP, LOWER, MORE]],
    ['its lower row', [LOWER, MORE]],
    ['its upper row', [TOP, MORE]],
    ['not at all', [MORE]],
  ])('that is printed again: %s', (_, rows) => {
    const [table, ...others] = read(first([TOP, LOWER, DATA]), next(rows))
    expect(others).toEqual([])
    expect(texts(table)).toEqual([DATA, MORE])
    expect(table.pages).toEqual([1, 2])
  })

  /** A second lattice on the same page, so many points below the first, whose rows are 20 pt high. */
  const below = (
    gap: number,
    rows: Rows,
    change: Partial<Parameters<typeof tablePage>[1]> = {},
  ) => {
    const upper = first([TOP, LOWER, DATA])
    const lower = tablePage(rows, { top: 160 + gap, ...change })
    return read({
      ...upper,
      rules: [...upper.rules, ...lower.rules],
      runs: [...upper.runs, ...lower.runs],
    })
  }

  test('holds for a lattice that goes on right below, cut on one page', () => {
    const [table, ...others] = below(39, [MORE])
    expect(others).toEqual([])
    expect(texts(table)).toEqual([DATA, MORE])
    expect(table.pages).toEqual([1])
  })

  test.each([
    ['further down', () => below(41, [MORE])],
    ['below a word', () => below(39, [MORE], { above: ['单位：元'] })],
    ['with other columns', () => below(39, [MORE.slice(0, 3)])],
    ['with a head of its own', () => below(39, [['项目名称', '金额', '说明', '备注'], MORE])],
  ])('does not hold for one that stands %s', (_, read) => {
    expect(read()).toHaveLength(2)
  })

  test('is no deeper than the one that it repeats: the row below it is a row', () => {
    const head = ['项目', '预算数', '项目', '预算数']
    const before = ['一、拨款', '7.00', '农林水支出', '7.00']
    const row = ['合计', null, '支出总计', null]
    const [table] = read(first([head, before]), next([head, row, ['总计', '7.00', '总计', '7.00']]))
    expect(texts(table)[1]).toEqual(['合计', '', '支出总计', ''])
  })

  test('can begin at the foot of the page before', () => {
    const [table, ...others] = read(first([TOP]), next([LOWER, DATA]))
    expect(others).toEqual([])
    expect(paths(table)).toEqual(['科目名称', '合计', '本年支出/基本支出', '项目支出'])
    expect(texts(table)).toEqual([DATA])
  })

  /** The rest of a head, its rules `shift` pt beside those of its beginning. */
  const beginning = (shift: number) => {
    const lower = next([LOWER, DATA])
    const rules = lower.rules.map((rule) =>
      rule.axis === 'v' ? { ...rule, at: rule.at + shift } : rule,
    )
    return read(first([TOP]), { ...lower, rules })
  }

  test.each([
    [3, 1],
    [3.1, 2],
  ])('that has begun goes on in the same columns, to %d pt', (shift, tables) =>
    expect(beginning(shift)).toHaveLength(tables))

  test('with prose below it has not begun: it is all of its table', () => {
    const empty = tablePage([TOP], { above: ['支出总表'], below: ['第三部分 其他说明'] })
    expect(read(empty, next([LOWER, DATA]))).toHaveLength(2)
  })

  test('of another table begins another, though its first row is the same', () => {
    const other = next([
      ['科目名称', '合计', '本年支出', null],
      ['单位名称', '总计', '人员经费', '公用经费'],
      ['某局', '5.00', '3.00', '2.00'],
    ])
    expect(read(first([TOP, LOWER, DATA]), other)).toHaveLength(2)
  })
})

/** Columns of names and a total, and further ones, on pages of their own. */
const NAMES = [
  ['科目编码', '科目名称', '合计'],
  ['201', '公共服务', '5.00'],
  ['202', '外交', '7.00'],
]
const BESIDE = [
  ['基本支出', '项目支出'],
  ['3.00', '2.00'],
  ['7.00', null],
]
const NAMES2 = [
  ['科目编码', '科目名称', '合计'],
  ['203', '国防', '4.00'],
]
const BESIDE2 = [
  ['基本支出', '项目支出'],
  [null, '4.00'],
]
const ALL = [
  ['201', '公共服务', '5.00', '3.00', '2.00'],
  ['202', '外交', '7.00', '7.00', ''],
  ['203', '国防', '4.00', '', '4.00'],
]

describe('columns that go on on the next page', () => {
  test('are joined by the heights of their rows, blank ones included', () => {
    const [table, ...others] = read(first(NAMES), next(BESIDE))
    expect(others).toEqual([])
    expect(texts(table)).toEqual(ALL.slice(0, 2))
    expect(paths(table)).toEqual([...NAMES[0], ...BESIDE[0]])
  })

  test.each([
    ['down and then over', [NAMES2, BESIDE, BESIDE2]],
    ['over and then down', [BESIDE, NAMES2, BESIDE2]],
    ['over and then down, the head not again', [BESIDE, NAMES2.slice(1), BESIDE2.slice(1)]],
  ])('%s', (_, pages) => {
    const [table, ...others] = read(first(NAMES), ...pages.map((rows, i) => next(rows, i + 2)))
    expect(others).toEqual([])
    expect(texts(table)).toEqual(ALL)
    expect(table.pages).toEqual([1, 2, 3, 4])
  })

  test('beside keys that are printed again', () => {
    const again = BESIDE.map((row, i) => [...NAMES[i].slice(0, 2), ...row])
    const [table] = read(first(NAMES), next(again))
    expect(texts(table)).toEqual(ALL.slice(0, 2))
  })

  test('beside other keys they are other rows', () => {
    const other = [
      ['单位名称', '项目支出'],
      ['某局', '2.00'],
      ['某站', '1.00'],
    ]
    expect(read(first(NAMES), next(other))).toHaveLength(2)
  })

  test('numbered on from the columns before them', () => {
    const index = (rows: Rows, ...numbers: string[]) => [rows[0], numbers, ...rows.slice(1)]
    const [table] = read(first(index(NAMES, '**', '**', '1')), next(index(BESIDE, '2', '3')))
    expect(texts(table)).toEqual(ALL.slice(0, 2))
  })

  test('on a page that says nothing', () => {
    const blank = BESIDE2.slice(1).map((row) => row.map(() => null))
    const [table] = read(first(NAMES), next(BESIDE), next(NAMES2.slice(1), 3), next(blank, 4))
    expect(table.pages).toEqual([1, 2, 3, 4])
  })

  /** Rows of 20 pt but for the first, which is `more` higher. */
  const higher = (more: number) => {
    const xs = [20, 120, 220]
    const ys = [100, 120 + more, 140 + more, 160 + more]
    const runs = BESIDE.flatMap((row, r) =>
      row.flatMap((text, c) => (text ? [run(text, xs[c] + 2, ys[r] + 14, 8)] : [])),
    )
    return read(first(NAMES), page(lattice(xs, ys), runs, 2))
  }

  test.each([
    [1, 1],
    [1.1, 2],
  ])('have rows as high, to %d pt', (more, tables) => expect(higher(more)).toHaveLength(tables))
})

describe('a category that is higher than a page', () => {
  test('has its label beside a page that draws no rule around it', () => {
    const wide = first([
      ['类', '款', '金额'],
      ['301', '基本工资', '5.00'],
      ['302', '办公费', '1.00'],
    ])
    const middle = page(
      lattice([120, 220, 320], [100, 120, 140]),
      [
        ...[run('302 商品', 30, 124, 8), run('印刷费', 122, 114, 8), run('2.00', 222, 114, 8)],
        ...[run('咨询费', 122, 134, 8), run('3.00', 222, 134, 8)],
      ],
      2,
    )
    const [table, ...others] = read(wide, middle)
    expect(others).toEqual([])
    expect(texts(table).slice(2)).toEqual([
      ['302 商品', '印刷费', '2.00'],
      ['302 商品', '咨询费', '3.00'],
    ])
  })

  test.each([
    [3, 1],
    [3.1, 2],
  ])('the rules of such a page are the table’s, to %d pt', (shift, tables) => {
    const wide = first([
      ['类', '款', '金额'],
      ['301', '基本工资', '5.00'],
    ])
    const xs = [120 + shift, 220, 320]
    const runs = [run('印刷费', xs[0] + 2, 114, 8), run('2.00', 222, 114, 8)]
    expect(read(wide, page(lattice(xs, [100, 120]), runs, 2))).toHaveLength(tables)
  })
})

describe('clips tell cells apart where no rule does', () => {
  /** A cell over two rows beside ruled ones, its texts clipped to `above` and from `below` on. */
  const cells = (above: number, below: number) => {
    const rules = [
      h(0, 0, 200),
      h(20, 100, 200),
      h(40, 0, 200),
      v(0, 0, 40),
      v(100, 0, 40),
      v(200, 0, 40),
    ]
    const clipped = (text: string, y: number, clip: Box) => ({ ...run(text, 10, y), clip })
    const runs = [
      clipped('单位代码', 14, [0, 0, 100, above]),
      clipped('003001', 34, [0, below, 100, 40]),
    ]
    const drawn = page(rules, runs)
    return placeRuns(drawn, findGrids(drawn)).grids[0].at.map((row) => row[0].text)
  }

  test.each([
    [18, 22, ['单位代码', '003001']],
    [17.9, 22, ['单位代码003001', '单位代码003001']],
    [18, 22.1, ['单位代码003001', '单位代码003001']],
    [22, 18, ['单位代码', '003001']],
  ])('ending at %d and beginning at %d, beside a rule at 20', (above, below, expected) =>
    expect(cells(above, below)).toEqual(expected))
})
