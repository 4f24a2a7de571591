/** Tables without all their rules: what their text shows is read, and prose is no table. */
import { describe, expect, test } from 'vitest'
import type { GlyphRun, Grid, PdfPage, Rule } from '../../../schemas/stages.js'
import { alignGrids } from '../../../src/read/grid/aligned/aligned.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { h, page, run, v } from '../../helpers/page.js'

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
