/** Which rows are header, on templates of many kinds. */
import { describe, expect, test } from 'vitest'
import type { RawCell } from '../../../schemas/stages.js'
import { headerLength, headWords } from '../../../src/read/table/header.js'
import { isHeaderText } from '../../../src/read/table/header-words.js'
import { cell, line } from '../../helpers/cells.js'

const grid = (...rows: string[][]) => {
  const edges = (count: number) => Array.from({ length: count + 1 }, (_, i) => 100 * i)
  return rows.map((texts, i) => line(i, edges(texts.length), texts))
}

describe('a head with an index row', () => {
  test('is all that stands above it, though its cells are ruled apart and blank', () => {
    const lines = grid(
      ['单位编码', '单位名称', '部门预算', '', ''],
      ['', '', '合计', '对附属单位上缴收入', '上年实户资金余额'],
      ['', '', '', '小计', '某种款项'],
      ['**', '**', '1', '2', '3'],
      ['402001', '某局', '5.00', '3.00', '2.00'],
    )
    expect(headerLength(lines)).toBe(3)
  })

  test('in final accounts 类, 款 and 项 stand beside 栏次', () => {
    const lines = grid(
      ['功能分类科目编码', '', '', '科目名称', '合计'],
      ['类', '款', '项', '栏次', '1'],
    )
    expect(headerLength(lines)).toBe(1)
    expect(headWords(lines[1]).map(({ text }) => text)).toEqual(['类', '款', '项'])
  })

  test.each([
    [7, 7],
    [8, 0],
  ])('%d rows above it', (deep, expected) => {
    const words = Array.from({ length: deep }, () => ['甲', ''])
    expect(headerLength(grid(...words, ['**', '1'], ['丙', '1.00']))).toBe(expected)
  })

  test('a row of figures below rows of data is none', () => {
    expect(headerLength(grid(['项目', '数'], ['甲', '3.00'], ['1', '2']))).toBe(1)
  })
})

describe('a head without an index row', () => {
  test('its second row stands beside blank keys', () => {
    const lines = grid(
      ['单位编码', '单位名称', '部门预算', '', ''],
      ['', '', '合计', '对附属单位上缴收入', '上年实户资金余额'],
      ['402001', '某局', '5.00', '3', '0'],
    )
    expect(headerLength(lines)).toBe(2)
  })

  test.each([
    ['names in both lists', ['上年结转结余', '', '年终结转结余', '']],
    ['a name in one list', ['用事业基金弥补收支差额', '', '', '']],
  ])('a row without amounts is none of it: %s', (_, row) => {
    const lines = grid(['项目', '预算数', '项目', '预算数'], row, [
      '收入总计',
      '7.00',
      '支出总计',
      '7.00',
    ])
    expect(headerLength(lines)).toBe(1)
  })

  test('a sub-header of words that are known is', () => {
    const lines = grid(['收入', '收入', '支出'], ['项目', '预算数', '项目'], ['甲', '7.00', '乙'])
    expect(headerLength(lines)).toBe(2)
  })

  test('begun on the page before it has no words that open one', () => {
    const lines = grid(['', '小计', '人员经费'], ['甲', '7', '7'])
    expect(headerLength(lines)).toBe(0)
    expect(headerLength(lines, true)).toBe(1)
  })
})

describe('amounts', () => {
  /** An unknown head over a column whose amount and whose words begin `apart` points apart. */
  const head = (apart: number) => {
    const lines = grid(['所谓名目', '甲类款子'], ['某', '1.00'], ['某', '文字'])
    lines[2][1] = cell('文字', { row: 2, col: 1, box: [100 + apart, 40, 200, 60] })
    return headerLength(lines)
  }

  test.each([
    [3, 0],
    [3.1, 1],
  ])('with words below them that begin %d pt beside them', (apart, expected) =>
    expect(head(apart)).toBe(expected))
})

describe('a wide header cell', () => {
  const wide = (text: string, x0: number) => cell(text, { colSpan: 2, box: [x0, 0, x0 + 200, 20] })

  test.each([
    [1, 2],
    [1.1, 1],
  ])('is divided by cells that end %d pt beside it', (beside, expected) => {
    const below: RawCell[] = line(
      1,
      [-beside, 100, 200 + beside, 300, 400],
      ['合计', '总计', '某某', '某人'],
    )
    const lines = [[wide('收入', 0), wide('支出', 200)], below, ...grid([]).slice(1)]
    expect(headerLength(lines)).toBe(expected)
  })
})

test.each([
  ['收入甲', true],
  ['收入甲乙', false],
  ['一、收入', false],
])('%s is made of header words: %s', (text, expected) => expect(isHeaderText(text)).toBe(expected))
