/** Tables without all their rules: what their text shows is read, and prose is no table. */
import { describe, expect, test } from 'vitest'
import type { GlyphRun, Grid, PdfPage, Rule } from '../../../schemas/stages.js'
import { alignGrids } from '../../../src/read/grid/aligned/aligned.js'
import { isLabelLine } from '../../../src/read/grid/aligned/body.js'
import { linesOf } from '../../../src/read/grid/aligned/segments.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { h, lattice, page, run, v } from '../../helpers/page.js'

const LEFT = [20, 90, 260, 360, 460]
const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
const ROWS = [
  ['', '合计', '1,284.56', '984.56', '300.00'],
  ['201', '一般公共服务支出', '1,100.00', '800.00', '300.00'],
  ['20106', '财政事务', '184.56', '184.56', ''],
]

/** Words begin at the left of their column, figures end 80 points right of it. */
const cell = (text: string, i: number, y: number): GlyphRun =>
  run(text, /^[\d,.]+$/.test(text) && i > 1 ? LEFT[i] + 80 - text.length * 5 : LEFT[i], y)
const line = (texts: string[], y: number) =>
  texts.flatMap((text, i) => (text === '' ? [] : [cell(text, i, y)]))
const table = (rows: string[][], y = 140, pitch = 22) =>
  rows.flatMap((row, i) => line(row, y + pitch * i))
const TITLE = run('2025年一般公共预算支出表', 150, 80, 16)

function read(rules: Rule[], runs: GlyphRun[]): { grids: Grid[]; texts: string[][][] } {
  const drawn: PdfPage = page(rules, runs)
  const { grids } = alignGrids(drawn, findGrids(drawn), null)
  const placed = placeRuns(drawn, grids)
  const texts = placed.grids.map(({ at }) =>
    at.map((row) => [...new Set(row)].map(({ text }) => text)),
  )
  return { grids, texts }
}

const WHOLE = [HEAD, ...ROWS]

describe('no rules at all', () => {
  test('a title, a header of known words and figures under it are a table', () => {
    const { grids, texts } = read([], [TITLE, ...table(WHOLE)])
    expect(texts).toEqual([WHOLE])
    expect(grids[0].basis).toBe('aligned')
  })

  test('without a title, without a header, or without figures there is none', () => {
    expect(read([], table(WHOLE)).grids).toEqual([])
    expect(read([], [TITLE, ...table(ROWS)]).grids).toEqual([])
    expect(
      read([], [TITLE, ...table([HEAD, ['201', '教育支出'], ['202', '外交支出']])]).grids,
    ).toEqual([])
  })

  test('prose that tells of amounts is none, whatever stands over it', () => {
    const prose = [0, 1, 2, 3].map((i) =>
      run(`收入预算${i}.50万元，其中基本支出 3.20 万元，项目支出 1.00 万元。`, 20, 140 + 22 * i),
    )
    expect(read([], [TITLE, ...line(HEAD, 118), ...prose]).grids).toEqual([])
  })

  test('a name that wraps is one row, whichever line its figures stand on', () => {
    const wrapped = (shift: number) => [
      ...table([HEAD, ROWS[0]], 140, 30),
      ...[run('一般公共', 90, 200 - shift), run('服务支出', 90, 212 - shift)],
      ...[cell('201', 0, 200), cell('1,100.00', 2, 200), cell('800.00', 3, 200)],
      ...line(['20106', '财政事务', '184.56'], 230),
    ]
    const second = ['201', '一般公共服务支出', '1,100.00', '800.00', '']
    for (const shift of [0, 6])
      expect(read([], [TITLE, ...wrapped(shift)]).texts[0][2]).toEqual(second)
  })

  test('words over several columns span those that they have in their middle', () => {
    const head = [
      run('科目编码', 20, 140),
      run('科目名称', 90, 140),
      run('一般公共预算支出', 360, 130),
    ]
    const leaves = [run('合计', 290, 150), run('基本支出', 380, 150), run('项目支出', 480, 150)]
    const { texts, grids } = read([], [TITLE, ...head, ...leaves, ...table(ROWS, 172)])
    expect(texts[0].slice(0, 2)).toEqual([
      ['科目编码', '科目名称', '一般公共预算支出'],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ])
    expect(grids[0].xs).toHaveLength(6)
  })

  test('a column without any figure stays, and stays blank', () => {
    const rows = ROWS.map((row) => [...row.slice(0, 4), ''])
    expect(read([], [TITLE, ...table([HEAD, ...rows])]).texts[0][1]).toEqual(rows[0])
  })

  test('it goes on on the next page in the same columns', () => {
    const first = page([], [TITLE, ...table(WHOLE)])
    const { last } = alignGrids(first, [], null)
    const next = (runs: GlyphRun[], number = 2) =>
      alignGrids(page([], runs, number), [], last).grids
    const more = table(
      [
        ['221', '住房保障支出', '84.50', '84.50'],
        ['22102', '住房改革支出', '84.50', '84.50'],
      ],
      60,
    )
    expect(next(more)[0].xs).toEqual(last?.xs)
    expect(next(more, 3)).toEqual([])
    expect(next([run('二、情况说明', 20, 40), ...more])).toEqual([])
  })
})

describe('rules one way', () => {
  const YS = [125, 147, 169, 191, 213]

  test('rows are ruled: the columns are those of the figures', () => {
    const rules = [...YS.map((y) => h(y, 15, 545)), v(15, 125, 213), v(545, 125, 213)]
    const { grids, texts } = read(rules, [TITLE, ...table(WHOLE)])
    expect(texts).toEqual([WHOLE])
    expect(grids[0]).toMatchObject({ basis: 'ruled_rows', ys: YS })
  })

  test('the rules of the header go on where no figure crosses them', () => {
    const edges = [15, 85, 255, 355, 455, 545]
    const rules = [...YS.map((y) => h(y, 15, 545)), ...edges.map((x) => v(x, 125, 147))]
    const sides = [v(15, 125, 213), v(545, 125, 213)]
    const { grids, texts } = read([...rules, ...sides], [TITLE, ...table(WHOLE)])
    expect(texts).toEqual([WHOLE])
    expect(grids[0].xs).toEqual(edges)
  })

  test('a column of the lattice that holds several is divided, the others stay', () => {
    const rules = [
      ...YS.map((y) => h(y, 15, 545)),
      ...[15, 85, 255, 545].map((x) => v(x, 125, 213)),
    ]
    const { grids, texts } = read(rules, [TITLE, ...table(WHOLE)])
    expect(texts).toEqual([WHOLE])
    expect(grids[0].xs.slice(0, 3)).toEqual([15, 85, 255])
  })

  test.each([
    ['amounts', (text: string) => text],
    ['whole numbers', (text: string) => text.replace(',', '').replace(/\..*/, '')],
  ])('columns are ruled and rows are not: cells share the lines of their %s', (_, print) => {
    const rows = WHOLE.map((row) => row.map(print))
    const rules = [125, 147, 213].map((y) => h(y, 15, 545))
    const edges = [15, 85, 255, 355, 455, 545].map((x) => v(x, 125, 213))
    const { grids, texts } = read([...rules, ...edges], [TITLE, ...table(rows)])
    expect(texts).toEqual([rows])
    expect(grids[0].basis).toBe('ruled_columns')
  })

  test('an amount that wraps in its cell cuts no row', () => {
    const edges = [15, 85, 255, 355, 455, 545].map((x) => v(x, 125, 190))
    const rules = [h(125, 15, 545), h(147, 15, 545), h(190, 15, 545)]
    const wrapped = [2, 3, 4].flatMap((i) => [
      run('1,264,602', LEFT[i], 160),
      run('.38', LEFT[i], 175),
    ])
    const drawn = page([...rules, ...edges], [TITLE, ...line(HEAD, 140), ...wrapped])
    const grids = findGrids(drawn)
    expect(alignGrids(drawn, grids, null).grids).toEqual(grids)
  })

  test('a whole lattice stays as it is', () => {
    const rules = [
      ...YS.map((y) => h(y, 15, 545)),
      ...[15, 85, 255, 355, 455, 545].map((x) => v(x, 125, 213)),
    ]
    const drawn = page(rules, [TITLE, ...table(WHOLE)])
    const grids = findGrids(drawn)
    expect(alignGrids(drawn, grids, null).grids).toEqual(grids)
  })
})

describe('what a table shows without rules', () => {
  const NAMES = ['201', '一般公共服务支出']

  test('rows without figures: between rows, below the last, and where rows are far apart', () => {
    const rows = [HEAD, ROWS[0], NAMES, ROWS[1], ['208', '社会保障支出']]
    for (const pitch of [15, 22, 40])
      expect(read([], [TITLE, ...table(rows, 140, pitch)]).texts[0].map((row) => row[1])).toEqual(
        rows.map(([, name]) => name),
      )
    expect(read([], [TITLE, ...table(rows, 140, 46)]).grids).toEqual([])
  })

  test('a note below it is none, nor what begins elsewhere or far below', () => {
    const below = (text: string, x: number, y: number) =>
      read([], [TITLE, ...table(WHOLE), run(text, x, y)]).texts[0].length
    expect(below('外交支出', 90, 228)).toBe(5)
    expect(below('外交支出', 94, 228)).toBe(5)
    expect(below('外交支出', 98, 228)).toBe(4)
    expect(below('外交支出', 90, 234)).toBe(4)
    expect(below('制表人：王某', 90, 228)).toBe(4)
  })

  test('a row without figures may stand above a foot rule, or where only the head is ruled, and no note below it', () => {
    const last = [run('外交支出', 90, 228), ...table(WHOLE)]
    const under = (...heights: number[]) =>
      read(
        heights.map((y) => h(y, 15, 545)),
        [TITLE, ...last],
      ).texts.at(-1)?.length
    expect(under(145)).toBe(5)
    expect(under(145, 233)).toBe(5)
    expect(under(145, 700)).toBe(5)
    expect(under(145, 212)).toBe(4)
    expect(under(145, 212, 233)).toBe(5)
  })

  test('where all rows have codes, what has none below them is no row', () => {
    const coded = Array.from({ length: 5 }, (_, i) => [`20${i}`, '外交支出', '1.00', '1.00', ''])
    const below = (code: string) =>
      read([], [TITLE, ...table([HEAD, ...coded, [code, '国防支出']])]).texts[0].length
    expect(below('203')).toBe(7)
    expect(below('')).toBe(6)
    const wrapped = read([], [TITLE, ...table([HEAD, ...coded]), run('和国防支出', 90, 262)])
    expect(wrapped.texts[0].at(-1)?.[1]).toBe('外交支出和国防支出')
  })

  test('words across the figures above end it', () => {
    const more = table(ROWS, 250)
    const across = run('第二部分以上各项支出均为年初预算安排的支出情况的说明如下所示', 90, 228)
    expect(read([], [TITLE, ...table(WHOLE), across, ...more]).texts[0]).toHaveLength(4)
    expect(read([], [TITLE, ...table(WHOLE), ...more]).texts[0]).toHaveLength(7)
  })

  test('rules across part rows; underlined words do not', () => {
    const wrapped = [
      ...table([HEAD, ROWS[0]]),
      ...[...line(['201', '一般公共', '1,100.00'], 184), run('服务支出', 90, 206)],
      ...line(['208', '外交支出', '4.00'], 228),
    ]
    const across = (to: number) => [169, 213, 235].map((y) => h(y, 20, to))
    const names = (rules: Rule[]) => read(rules, [TITLE, ...wrapped]).texts[0].map((row) => row[1])
    expect(names(across(480))).toEqual(['科目名称', '合计', '一般公共服务支出', '外交支出'])
    expect(names(across(180))).toEqual(['科目名称', '合计', '一般公共', '服务支出', '外交支出'])
  })

  test('header words of two columns that stand close, and words that wrap in their column', () => {
    const head = [
      ...[run('科目编码', 20, 140), run('科目名称', 90, 140)],
      ...[
        run('政府性基金预算拨', 280, 134),
        run('财政专户管理资金', 365, 134),
        run('其他收入', 480, 140),
      ],
      ...[run('款', 315, 146), run('收入', 395, 146)],
    ]
    const { texts } = read([], [TITLE, ...head, ...table(ROWS, 162)])
    expect(texts[0][0]).toEqual([
      '科目编码',
      '科目名称',
      '政府性基金预算拨款',
      '财政专户管理资金收入',
      '其他收入',
    ])
  })
})

describe('rules of the header only', () => {
  const xs = [15, 85, 250, 350, 450, 550]

  test('rows without rules stand under its columns, no further below than a header is', () => {
    const at = (y: number) =>
      read(lattice(xs, [125, 147]), [TITLE, ...line(HEAD, 140), ...table(ROWS, y)])
    for (const y of [162, 186]) expect(at(y).texts).toEqual([WHOLE])
    expect(at(162).grids[0].basis).toBe('aligned')
    expect(at(188).texts[0]).toEqual([HEAD])
  })

  test('the first rows of it may have no figures', () => {
    const rows = (count: number) =>
      read(lattice(xs, [125, 147]), [
        TITLE,
        ...line(HEAD, 140),
        ...table([...Array.from({ length: count }, () => ['201', '外交支出']), ...ROWS], 162),
      ]).texts[0].length
    expect(rows(2)).toBe(6)
    expect(rows(3)).toBe(1)
  })

  test('a vertical that is missing below it parts names from figures', () => {
    const ys = [125, 147, 169, 191]
    const rules = [
      ...ys.map((y) => h(y, 15, 550)),
      ...xs.map((x) => v(x, 125, x === 250 ? 147 : 191)),
    ]
    const { texts, grids } = read(rules, [TITLE, ...table([HEAD, ROWS[0], ROWS[1]])])
    expect(texts).toEqual([[HEAD, ROWS[0], ROWS[1]]])
    expect(grids[0].basis).toBe('ruled_rows')
  })
})

describe('rules of the header only, between two columns', () => {
  test('a row with a figure in the second alone is cut as those below it are', () => {
    const xs = [15, 85, 250, 350, 450, 550]
    const ys = [125, 147, 169, 191]
    const rules = [
      ...ys.map((y) => h(y, 15, 550)),
      ...xs.map((x) => v(x, 125, x === 450 ? 147 : 191)),
    ]
    const rows = [
      ['', '合计', '300.00', '', '300.00'],
      ['201', '一般公共服务支出', '1,100.00', '800.00', '300.00'],
    ]
    const { grids } = read(rules, [TITLE, ...table([HEAD, ...rows])])
    const drawn = page(rules, [TITLE, ...table([HEAD, ...rows])])
    const [placed] = placeRuns(drawn, grids).grids
    expect(placed.at.slice(1).map((row) => row.map(({ text }) => text))).toEqual(rows)
  })
})

describe('what touches', () => {
  test('an amount and the name of the next list are two, an amount and its unit are one', () => {
    const texts = (text: string) =>
      linesOf([run(text, 20, 100)])[0].segments.map((each) => each.text)
    expect(texts('120.00二、教育支出')).toEqual(['120.00', '二、教育支出'])
    expect(texts('(1,120.00)（一）教育支出')).toEqual(['(1,120.00)', '（一）教育支出'])
    for (const whole of [
      '120.00万元',
      '120.00元',
      '5.30%',
      '12.5教育',
      '2025年预算',
      '教育支出120.00',
    ])
      expect(texts(whole)).toEqual([whole])
  })

  test('codes and names of units head columns; the unit of the amounts is a label', () => {
    const isLabel = (text: string) => isLabelLine(linesOf([run(text, 20, 100)])[0])
    expect(isLabel('单位编码')).toBe(false)
    expect(isLabel('单位名称')).toBe(false)
    for (const label of ['单位：万元', '（单位 万元）', '金额单位:元', '单位万元'])
      expect(isLabel(label)).toBe(true)
  })
})

describe('on the next page', () => {
  const more = [
    ['221', '住房保障支出', '84.50', '84.50', ''],
    ['22102', '住房改革支出', '84.50', '84.50', ''],
  ]
  const { last } = alignGrids(page([], [TITLE, ...table(WHOLE)]), [], null)

  test('the same head without a title, and no other', () => {
    const next = (head: string[]) =>
      alignGrids(page([], table([head, ...more]), 2), [], last).grids.length
    expect(next(HEAD)).toBe(1)
    expect(next(['科目编码', '科目名称', '合计', '人员经费', '公用经费'])).toBe(0)
  })

  test('a frame with its sides, whose rows are ruled and whose columns are not', () => {
    const [left, right] = [last?.xs[0] ?? 0, last?.xs.at(-1) ?? 0]
    const next = (shift: number) => {
      const rules = lattice([left + shift, right + shift], [125, 147, 169])
      const drawn = page(rules, table(more, 140), 2)
      return alignGrids(drawn, findGrids(drawn), last).grids[0]?.basis
    }
    expect(next(2.5)).toBe('ruled_rows')
    expect(next(3.5)).toBe('aligned')
  })
})

test('a frame whose figures stay in one column gives its runs back', () => {
  const drawn = page(lattice([10, 560], [100, 230, 260]), [...table(ROWS), run('备注', 20, 250)])
  expect(alignGrids(drawn, findGrids(drawn), null).grids).toEqual([])
})

test('frames side by side around tables without rules give their runs back; a lone list in a cell is no table', () => {
  const list = (x: number, y: number) => [run('行政运行', x, y), run('12.50', x + 150, y)]
  const frames = lattice([10, 290, 570], [100, 200])
  const read = (runs: GlyphRun[]) => {
    const drawn = page(frames, runs)
    return alignGrids(drawn, findGrids(drawn), null).grids.length
  }
  const left = [...list(20, 130), ...list(20, 150)]
  expect(read([...left, ...list(300, 130), ...list(300, 150)])).toBe(0)
  expect(read([...left, run('12.50', 500, 130)])).toBe(1)
})
