import { describe, expect, test } from 'vitest'
import type { Box } from '../../../schemas/document.js'
import { joinLines } from '../../../src/read/table/join.js'
import { run } from '../../helpers/page.js'

const CELL: Box = [0, 0, 100, 40]

describe('the text of a cell', () => {
  test.each([
    [2.4, '1234'],
    [2.6, '12 34'],
  ])('runs %d pt apart, an em of 10', (gap, text) =>
    expect(joinLines([run('12', 10, 14), run('34', 20 + gap, 14)], CELL).text).toBe(text))

  test.each([
    [3.9, '甲乙'],
    [4.1, '乙甲'],
  ])('baselines %d pt apart are one line, or the upper one first', (apart, text) =>
    expect(joinLines([run('甲', 10, 14 + apart), run('乙', 30, 14)], CELL).text).toBe(text))

  test('blanks that spread characters out are no text, blanks between Latin words are', () => {
    expect(joinLines([run('项    目', 10, 14)], CELL).text).toBe('项目')
    expect(joinLines([run('A4', 10, 14), run('B5', 10, 28)], CELL).text).toBe('A4B5')
    expect(joinLines([run('New', 10, 14), run('York', 10, 28)], CELL).text).toBe('New York')
  })
})

describe('where it stands', () => {
  test.each([
    [42.4, true],
    [42.6, false],
  ])('ten points wide from %d on: centred is %s', (x, centred) =>
    expect(joinLines([run('甲', x, 14)], [0, 0, 90, 40]).centred).toBe(centred))

  test('the blank before the first line, and that behind the last, in ems', () => {
    expect(joinLines([run('甲乙', 20, 14), run('丙', 5, 28)], CELL)).toMatchObject({
      indent: 2,
      room: 8.5,
    })
  })
})

describe('a small raised digit behind a figure', () => {
  const figure = run('1,200.00', 100, 114)
  const text = (mark: string, baseline: number, size: number, x = 140) =>
    joinLines([figure, run(mark, x, baseline, size)], [90, 100, 200, 120]).text

  test('is the mark of a note, if it is as small as one', () => {
    expect(text('1', 110, 7.4)).toBe('1,200.00')
    expect(text('1', 110, 7.6)).not.toBe('1,200.00')
    for (const mark of ['①', '*', '[1]', '（2）', 'a']) expect(text(mark, 110, 6)).toBe('1,200.00')
    expect(text('2,000', 110, 6)).not.toBe('1,200.00')
  })

  test('if it stands higher than the figure, and in its line', () => {
    expect(text('1', 114 - 1.6, 6)).toBe('1,200.00')
    expect(text('1', 114 - 1.4, 6)).not.toBe('1,200.00')
    expect(text('1', 114 - 9.9, 6)).toBe('1,200.00')
    expect(text('1', 114 - 10.1, 6)).not.toBe('1,200.00')
  })

  test('and behind it: before a figure stands no mark', () => {
    expect(text('1', 110, 6, 95)).not.toBe('1,200.00')
  })
})

test('figures of one line are two where they stand an em apart; a code is spread out so', () => {
  const pair = (left: string, right: string, gap: number) =>
    joinLines(
      [run(left, 100, 114), run(right, 100 + 5 * left.length + gap, 114)],
      [90, 100, 260, 120],
    ).text
  expect(pair('12.00', '300.00', 10.1)).toBe('12.00 / 300.00')
  expect(pair('12.00', '300.00', 9.9)).toBe('12.00 300.00')
  expect(pair('201', '03', 30)).toBe('201 03')
})
