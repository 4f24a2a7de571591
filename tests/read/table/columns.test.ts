import { describe, expect, test } from 'vitest'
import type { RawCell } from '../../../schemas/stages.js'
import { bodyOf } from '../../../src/read/table/body.js'
import { columnsOf } from '../../../src/read/table/columns.js'
import { cell, columns, line, texts } from '../../helpers/cells.js'

describe('columns', () => {
  const count = (header: RawCell[][], body: RawCell[][]) => columnsOf(header, body).length

  test('have the header cells over them, each once', () => {
    const top = cell('支出', { colSpan: 2, box: [100, 0, 300, 20] })
    const name = cell('项目', { rowSpan: 2, box: [0, 0, 100, 40] })
    const [, basic, project] = line(1, [0, 100, 200, 300], ['', '基本', '项目'])
    const header = [
      [name, top],
      [name, basic, project],
    ]
    const body = [line(2, [0, 100, 200, 300], ['甲', '1.00', '2.00'])]
    expect(columnsOf(header, body).map(({ path }) => path.join('/'))).toEqual([
      '项目',
      '支出/基本',
      '支出/项目',
    ])
  })

  test.each([
    [51, 2],
    [51.1, 3],
  ])('cells that begin at 50 and at %d', (x, expected) =>
    expect(count([], [line(0, [0, 50, 100], ['甲', '1']), line(1, [0, x, 100], ['乙', '2'])])).toBe(
      expected,
    ))

  test.each([
    [6, 3],
    [5, 2],
  ])('a cell begins there in %d of 40 rows', (strays, expected) => {
    const plain = Array.from({ length: 40 - strays }, (_, i) => line(i, [0, 50, 100], ['甲', '1']))
    const stray = Array.from({ length: strays }, (_, i) =>
      line(40 + i, [0, 50, 70, 100], ['甲', '', '1']),
    )
    expect(count([], [...plain, ...stray])).toBe(expected)
  })

  test('a stray edge counts where a row would lose a cell without it', () => {
    const plain = Array.from({ length: 39 }, (_, i) => line(i, [0, 50, 100], ['甲', '1']))
    expect(count([], [...plain, line(39, [0, 50, 70, 100], ['甲', '1', '2'])])).toBe(3)
  })

  test.each([
    [3.9, 2],
    [4.1, 3],
  ])('a leaf of the header that is %d pt wide', (width, expected) => {
    const header = line(0, [0, 50, 100, 100 + width], ['项目', '合计', '注'])
    expect(count([header], [line(1, [0, 50, 150], ['甲', '1'])])).toBe(expected)
  })
})

describe('rows', () => {
  const over = columns([0, 50, 100])
  const read = (...cells: RawCell[]) => bodyOf([cells], over)
  const at = (text: string, x0: number, x1: number) => cell(text, { box: [x0, 0, x1, 20] })

  test.each([
    [45.9, ['甲', null]],
    [46.1, [null, '甲']],
  ])('a cell that begins at %d is of the column that it reaches into', (x, expected) =>
    expect(texts(read(at('甲', x, 90)).rows)).toEqual([expected]))

  test.each([
    [51.1, ['甲', '乙'], []],
    [50.9, ['甲', null], ['乙']],
  ])('two cells of one column, the second as far as %d: the next column takes it, or nothing does', (end, row, left) => {
    const { rows, leftover } = read(at('甲', 0, 30), at('乙', 30, end))
    expect(texts(rows)).toEqual([row])
    expect(leftover.map(({ text }) => text)).toEqual(left)
  })

  test('a note is no row', () => {
    const { rows, notes, rowOf } = read(at('注：本表反映支出', 0, 100))
    expect([rows, rowOf]).toEqual([[], [null]])
    expect(notes).toEqual(['注：本表反映支出'])
  })
})
