/** Lines are rows by what parts them: rules, leadings, codes and ordinals. */
import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../schemas/stages.js'
import { rowsOf } from '../../../src/read/grid/aligned/rows.js'
import { isFigureLine, linesOf, textOf } from '../../../src/read/grid/aligned/segments.js'
import { h, run } from '../../helpers/page.js'

type Drawn = [y: number, name: string, amount?: string, code?: string]

/** Codes at 20, names at 100, amounts end at 300; size 10. */
function rows(drawn: Drawn[], rules: Rule[] = [], sides: number[] = []): string[] {
  const runs = drawn.flatMap(([y, name, amount = '', code = '']) => [
    ...(code ? [run(code, 20, y)] : []),
    ...(name ? [run(name, 100, y)] : []),
    ...(amount ? [run(amount, 300 - amount.length * 5, y)] : []),
  ])
  return rowsOf(linesOf(runs), isFigureLine, rules, sides).map((row) =>
    row.map(({ segments }) => textOf(segments)).join('|'),
  )
}

describe('a line without figures', () => {
  test('is a row of its own as far below as rows are', () => {
    expect(
      rows([
        [100, '基本支出', '1.00'],
        [120, '项目支出', '2.00'],
        [140, '经营支出'],
      ]),
    ).toEqual(['基本支出1.00', '项目支出2.00', '经营支出'])
  })

  test('is part of the row that it wraps from, nearer than rows are', () => {
    const wrapped = (step: number) =>
      rows([
        [100, '基本支出', '1.00'],
        [120, '项目支出和', '2.00'],
        [120 + step, '经营支出'],
        [160, '其他支出', '3.00'],
        [180, '上缴支出', '4.00'],
      ])
    expect(wrapped(12)).toContain('项目支出和2.00|经营支出')
    expect(wrapped(17)).toContain('项目支出和2.00|经营支出')
    expect(wrapped(19)).toContain('经营支出')
  })

  test('no further from it than lines of one text are, by a little', () => {
    const third = (y: number) =>
      rows([
        [100, '一般公共服务', '1.00'],
        [112, '支出'],
        [140, '社会保障和就', '2.00'],
        [y, '业支出'],
        [180, '住房', '3.00'],
        [200, '外交', '4.00'],
      ])
    expect(third(153)).toContain('社会保障和就2.00|业支出')
    expect(third(155)).toContain('业支出')
  })

  test('stands beside figures less than a line away, above and below', () => {
    const around = (half: number) =>
      rows([
        [100 - half, '机关事业单位基本养老'],
        [100, '', '1.00', '2080505'],
        [100 + half, '保险缴费支出'],
        [130, '住房公积金', '2.00', '2210201'],
      ])
    expect(around(6)[0]).toBe('机关事业单位基本养老|20805051.00|保险缴费支出')
    expect(around(9)[0]).toBe('机关事业单位基本养老|20805051.00|保险缴费支出')
  })

  test('begins a row with an ordinal, a code, 其中 or a total, however near it is', () => {
    for (const name of ['（二）项目支出', '其中：项目支出', '合计'])
      expect(
        rows([
          [100, '（一）基本支出', '1.00'],
          [112, name],
          [140, '（三）经营支出', '2.00'],
          [160, '（四）上缴支出', '3.00'],
        ]),
      ).toContain(name)
  })

  test('is none where rows have codes and it has not, as close as rows are to each other', () => {
    const coded = (code: string) =>
      rows([
        [100, '行政运行', '1.00', code],
        [112, '机关事业单位基本养老', '2.00', '2080505'],
        [124, '保险缴费支出'],
        [136, '住房公积金', '3.00', '2210201'],
        [148, '购房补贴', '4.00', '2210203'],
        [160, '提租补贴', '5.00', '2210202'],
      ])
    expect(coded('2010301')).toContain('2080505机关事业单位基本养老2.00|保险缴费支出')
    expect(coded('')).toContain('2080505机关事业单位基本养老2.00|保险缴费支出')
    expect(
      rows([
        [100, '行政运行', '1.00'],
        [112, '机关事业单位基本养老', '2.00'],
        [124, '保险缴费支出'],
        [136, '住房公积金', '3.00', '2210201'],
        [148, '购房补贴', '4.00', '2210203'],
      ]),
    ).toContain('保险缴费支出')
  })

  test('where rows are far apart, goes on only from a line that is full', () => {
    const sparse = (first: string, step = 24) =>
      rows([
        [100, '一般公共服务支出及其他各项', '1.00'],
        [100 + step, first, '2.00'],
        [112 + step, '业支出'],
        [112 + 2 * step, '住房保障支出', '3.00'],
      ])
    expect(sparse('社会保障和就')).toContain('业支出')
    expect(sparse('社会保障和就业支出以及就')).toContain('社会保障和就业支出以及就2.00|业支出')
    expect(sparse('社会保障和就业支出以')).toContain('业支出')
    expect(sparse('社会保障和就', 20)).toContain('社会保障和就2.00|业支出')
  })
})

describe('rules', () => {
  const drawn: Drawn[] = [
    [100, '一般公共服务', '1.00'],
    [118, '支出'],
    [136, '社会保障支出', '2.00'],
    [154, '住房支出'],
  ]
  test('part rows, and what none parts is one', () => {
    expect(rows(drawn, [h(122, 20, 300), h(140, 20, 300)])).toEqual([
      '一般公共服务1.00|支出',
      '社会保障支出2.00',
      '住房支出',
    ])
  })
})

test('two lines of figures are never one row, unless they stand beside each other', () => {
  const both = (step: number) =>
    rows([
      [100, '收入', '1.00'],
      [100 + step, '', '2.00', '201'],
    ])
  expect(both(9)).toHaveLength(1)
  expect(both(10)).toHaveLength(2)
})

describe('where the sides of columns are known', () => {
  const three = (name: string, side: number) =>
    rows(
      [
        [100, name, '1.00'],
        [114, '上年结转结余'],
        [128, '收入总计', '3.00'],
      ],
      [],
      [90, side, 310],
    ).length

  test('words that leave room before the side do not wrap', () => {
    // Six characters of 10 points from 100 on.
    expect(three('本年收入合计', 179)).toBe(2)
    expect(three('本年收入合计', 181)).toBe(3)
  })

  test('words may end a little beyond the side', () => {
    expect(three('本年收入合计', 159)).toBe(2)
    expect(three('本年收入合计', 157)).toBe(3)
  })
})
