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
