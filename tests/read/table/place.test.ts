import { describe, expect, test } from 'vitest'
import type { Box } from '../../../schemas/document.js'
import type { GlyphRun, Grid } from '../../../schemas/stages.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { lattice, page, run } from '../../helpers/page.js'

/** One row of cells between these rules, an em of 10 pt; the texts of the cells. */
function row(xs: number[], ...runs: GlyphRun[]): string[] {
  const drawn = page(lattice(xs, [0, 20]), runs)
  return placeRuns(drawn, findGrids(drawn)).grids[0].cells.map(({ text }) => text)
}

const at = (text: string, x: number) => run(text, x, 14)
const clipped = (text: string, x: number, clip: Box) => ({ ...run(text, x, 14), clip })

describe('by what the page shows', () => {
  test('a header wider than its cell, and clipped to it, is the cell’s', () => {
    const wide = clipped('政府预算支出经济科目', 145, [150, 0, 240, 20])
    expect(row([0, 100, 150, 240], at('项目', 10), wide)).toEqual([
      '项目',
      '',
      '政府预算支出经济科目',
    ])
  })

  test('one that nothing clips is the cell’s in which it is centred', () => {
    expect(row([0, 100, 160, 240], at('政府预算支出经济科目', 80))).toEqual([
      '',
      '政府预算支出经济科目',
      '',
    ])
  })

  test('a centred header with a blank in it is not cut beside the rule', () => {
    const wide = at('政府预算 支出经济科', 82)
    expect(row([0, 100, 160, 240], wide)).toEqual(['', '政府预算支出经济科', ''])
  })

  test.each([
    ['the upper half of a line is seen: it is in the upper row', 12, ['类', '']],
    ['the lower half is seen: it is in the lower row', 26, ['', '类']],
  ])('%s', (_, y, expected) => {
    const line = run('类', 10, y + 8)
    const clip: Box = y < 20 ? [0, 0, 100, 20] : [0, 20, 100, 40]
    const low = { ...line, baseline: 23, box: [10, 14.5, 20, 24.5] as Box, clip }
    const drawn = page(lattice([0, 100], [0, 20, 40]), [low])
    expect(placeRuns(drawn, findGrids(drawn)).grids[0].cells.map(({ text }) => text)).toEqual(
      expected,
    )
  })
})

describe('amounts', () => {
  test('an amount wider than its cell stands where its last digit does, and is not cut', () => {
    expect(row([0, 100, 160, 240], at('合计', 5), at('123,456,789.01', 88))).toEqual([
      '合计',
      '123,456,789.01',
      '',
    ])
  })

  test('so it does where name and amount are painted in one go', () => {
    expect(row([0, 100, 160, 240], at('一般公共服务123,456,789.01', 28))).toEqual([
      '一般公共服务',
      '123,456,789.01',
      '',
    ])
  })

  test('its last digit is found by the digits’ steps, whatever widths a font declares', () => {
    const amount = at('1,234.56', 118)
    const declared = { ...amount, box: [118, 5.5, 240, 15.5] as Box }
    expect(row([0, 100, 160, 240], declared)).toEqual(['', '1,234.56', ''])
  })

  test('amounts of neighbouring cells, painted without a gap, are cut behind their decimals', () => {
    expect(row([0, 70, 120, 180], at('174,900.64101,833.8441,534.73', 18))).toEqual([
      '174,900.64',
      '101,833.84',
      '41,534.73',
    ])
  })

  test('a figure with more decimals is one', () => {
    expect(row([0, 50, 120], at('12,345.6789', 20))).toEqual(['', '12,345.6789'])
  })
})

describe('headers painted in one go', () => {
  test('they are cut where a rule stands between known words', () => {
    expect(row([0, 22, 80], at('序号单位编码', 2))).toEqual(['序号', '单位编码'])
  })

  test('also of three cells', () => {
    expect(row([0, 12, 22, 40], at('类款项', 2))).toEqual(['类', '款', '项'])
  })

  test.each([
    ['a rule half an em beside the words', 27, ['序号', '单位编码']],
    ['a rule further off', 27.5, ['序号单位编码', '']],
  ])('%s', (_, rule, expected) =>
    expect(row([0, rule, 80], at('序号单位编码', 2))).toEqual(expected))

  test('unknown words are not cut', () => {
    expect(row([0, 22, 80], at('甲乙单位编码', 2))).toEqual(['甲乙单位编码', ''])
  })

  test('a single term is not cut, though its parts are terms too', () => {
    expect(row([0, 42, 120], at('科目编码', 22))[0]).toBe('科目编码')
  })
})

describe('a run beside a lattice', () => {
  const texts = (x: number, text: string) => {
    const drawn = page(lattice([100, 160, 220], [0, 20]), [at(text, x)])
    const { grids, outside } = placeRuns(drawn, findGrids(drawn))
    return [...grids[0].cells.map((cell) => cell.text), outside.map((line) => line.text).join()]
  }

  test.each([
    ['touches it from the left', 97.5, '注释', ['注释', '', '']],
    ['lies for the most part in it', 92, '注释', ['注释', '', '']],
    ['ends in it', 88, '注释', ['', '', '注释']],
    ['begins beyond its right rule', 221, '注释', ['', '', '注释']],
    ['begins in it and goes on beyond', 190, '注释注释注释', ['', '注释注释注释', '']],
  ])('%s', (_, x, text, expected) => expect(texts(x, text)).toEqual(expected))

  test.each([
    [-1, ['甲', '']],
    [-1.2, ['', '甲']],
  ])('its line may stand a little above it: %d', (y, expected) => {
    const drawn = page(lattice([100, 160], [50, 70]), [
      run('甲', 110, 50 + y + 3.5),
      run('乙', 110, 90),
    ])
    const placed = placeRuns(drawn, findGrids(page(lattice([100, 130, 160], [50, 70]))))
    expect([placed.grids[0].cells[0].text, placed.outside[0].text.replace('乙', '')]).toEqual(
      expected,
    )
  })
})

describe('lines outside every lattice', () => {
  const lines = (...runs: GlyphRun[]) =>
    placeRuns(page([], runs), []).outside.map(({ text }) => text)

  test.each([
    [3.9, ['部门：某局  单位：元']],
    [4.1, ['部门：某局', '单位：元']],
  ])('baselines %d pt apart', (apart, expected) =>
    expect(lines(run('部门：某局', 0, 100), run('单位：元', 200, 100 + apart))).toEqual(expected))

  test.each([
    [2.9, ['部门：某局']],
    [3.1, ['部门：  某局']],
  ])('a gap of %d pt', (gap, expected) =>
    expect(lines(run('部门：', 0, 100), run('某局', 30 + gap, 100))).toEqual(expected))
})

describe('cells that hold what is of several columns', () => {
  const xs = [20, 120, 220]
  /** The last row has no rule between its columns. */
  const grid: Grid = {
    ...{ page: 1, box: [20, 100, 220, 140], xs, ys: [100, 120, 140] },
    cells: [
      { row: 0, col: 0, rowSpan: 1, colSpan: 1, box: [20, 100, 120, 120], isOpen: false },
      { row: 0, col: 1, rowSpan: 1, colSpan: 1, box: [120, 100, 220, 120], isOpen: false },
      { row: 1, col: 0, rowSpan: 1, colSpan: 2, box: [20, 120, 220, 140], isOpen: false },
    ],
  }
  const isCrowded = (...runs: GlyphRun[]) => placeRuns(page([], runs), [grid]).grids[0].isCrowded

  test('a name and a figure over several columns, a name and an amount in one', () => {
    expect(isCrowded(run('教育支出', 25, 134), run('96', 150, 134))).toBe(true)
    expect(isCrowded(run('教育支出', 25, 134))).toBe(false)
    expect(isCrowded(run('教育支出', 25, 114), run('9.60', 80, 114))).toBe(true)
    expect(isCrowded(run('教育支出', 25, 114), run('96', 80, 114))).toBe(false)
    expect(isCrowded(run('教育支出', 25, 114), run('9.60', 150, 114))).toBe(false)
    for (const one of ['- 1,100.00', '￥ 1,100.00', '▲ 9.60', '1 930.00', '19 345 670.00'])
      expect([one, isCrowded(run(one, 25, 114))]).toEqual([one, false])
    for (const two of ['9.60 9.60', '1930 100.00', '1 930.00 5.00', '- 9.60 9.60'])
      expect([two, isCrowded(run(two, 25, 114))]).toEqual([two, true])
  })
})
