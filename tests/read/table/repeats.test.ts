import { describe, expect, test } from 'vitest'
import { fits, isSameHead, repeatedLines } from '../../../src/read/table/repeats.js'
import { columns, line } from '../../helpers/cells.js'

const EDGES = [0, 100, 200, 300]
const HEAD = [line(0, EDGES, ['项目', '支出', '']), line(1, EDGES, ['', '小计', '基本支出'])]

describe('a head that is printed again', () => {
  const repeated = (...lines: string[][]) =>
    repeatedLines(
      HEAD,
      lines.map((texts, i) => line(i, EDGES, texts)),
    )

  test.each([
    [
      'whole',
      [
        ['项目', '支出', ''],
        ['', '小计', '基本支出'],
      ],
      { lines: 2, toTheLast: true },
    ],
    ['its lower row', [['', '小计', '基本支出']], { lines: 1, toTheLast: true }],
    ['its upper row', [['项目', '支出', '']], { lines: 1, toTheLast: false }],
    ['cut off beside', [['', '小计', '']], { lines: 1, toTheLast: true }],
    ['not at all', [['甲', '1.00', '2.00']], { lines: 0, toTheLast: false }],
    ['a name that is a header elsewhere', [['基本支出', '', '']], { lines: 0, toTheLast: false }],
  ])('%s', (_, lines, expected) => expect(repeated(...lines)).toEqual(expected))

  test.each([
    [6, 1],
    [6.1, 0],
  ])('%d pt further right', (shift, lines) => {
    const moved = line(
      0,
      EDGES.map((x) => x + shift),
      ['', '小计', '基本支出'],
    )
    expect(repeatedLines(HEAD, [moved]).lines).toBe(lines)
  })
})

describe('two heads', () => {
  const head = (...paths: string[]) => columns([0, 1, 2, 3, 4, 5].slice(0, paths.length + 1), paths)

  test.each([
    [['甲', '乙', '丙', '丁', '戊'], ['甲', '乙', '丙', '丁', '己'], true],
    [['甲', '乙', '丙', '丁'], ['甲', '乙', '丙', '己'], false],
  ])('%j and %j', (a, b, same) => expect(isSameHead(head(...a), head(...b))).toBe(same))
})

describe('columns without a head', () => {
  const table = columns([0, 50, 80, 100])

  test.each([
    ['as many', columns([0, 10, 20, 30]), true],
    ['fewer, over a tenth less', columns([0, 50, 90]), true],
    ['over more than that less', columns([0, 50, 89.9]), false],
    ['over a tenth more', columns([0, 50, 110]), true],
    ['over more than that more', columns([0, 50, 110.1]), false],
    ['two under one', columns([0, 10, 100]), false],
  ])('%s', (_, other, expected) => expect(fits(table, other)).toBe(expected))
})
