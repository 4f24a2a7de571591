import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { h, lattice, page, v } from '../../helpers/page.js'

const spans = (rules: Parameters<typeof page>[0]) =>
  findGrids(page(rules))[0]?.cells.map(({ row, col, rowSpan, colSpan }) => [
    row,
    col,
    rowSpan,
    colSpan,
  ])

describe('rules to cells', () => {
  test('six rules give four cells', () => {
    expect(spans(lattice([0, 50, 100], [0, 20, 40]))).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ])
  })

  test('a missing piece of a rule merges the cells beside it', () => {
    const rules = [
      h(0, 0, 100),
      h(20, 0, 100),
      h(40, 0, 100),
      v(0, 0, 40),
      v(100, 0, 40),
      v(50, 20, 40),
    ]
    expect(spans(rules)).toEqual([
      [0, 0, 1, 2],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ])
  })

  test('a cell that spans rows', () => {
    const rules = [
      h(0, 0, 100),
      h(20, 50, 100),
      h(40, 0, 100),
      v(0, 0, 40),
      v(50, 0, 40),
      v(100, 0, 40),
    ]
    expect(spans(rules)).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 1],
      [1, 1, 1, 1],
    ])
  })

  test('rules cut at crossings, drawn twice and a little off are one lattice', () => {
    const cut = [0, 20, 40].flatMap((y) => [
      h(y, 0, 49.6),
      h(y + 0.4, 50.4, 100),
      h(y + 0.7, 0, 100),
    ])
    expect(
      spans([...cut, v(0, 0, 40), v(50, 0, 19.7), v(50.3, 20.2, 40), v(100, 0, 40)]),
    ).toHaveLength(4)
  })

  test('outer rules may be missing: the others stick out', () => {
    const open = [h(20, 0, 100), h(40, 0, 100), v(30, 0, 60), v(60, 0, 60)]
    expect(findGrids(page(open))[0].box).toEqual([0, 0, 100, 60])
    expect(spans(open)).toHaveLength(9)
  })

  test('a frame around the page is no table, and two tables stay apart', () => {
    const frame = lattice([1, 599], [1, 799])
    const upper = lattice([50, 100, 150], [50, 70, 90])
    const lower = lattice([50, 100, 150], [200, 220, 240])
    expect(findGrids(page([...frame, ...upper, ...lower])).map((grid) => grid.box[1])).toEqual([
      50, 200,
    ])
  })
})

test('cells tile the lattice, whatever rules are missing inside', () => {
  const edges = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(
      edges,
      edges,
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      (columns, rows, keep) => {
        const xs = columns.toSorted((a, b) => a - b).map((x) => x * 10)
        const ys = rows.toSorted((a, b) => a - b).map((y) => y * 10)
        const [left, right, top, bottom] = [xs[0], xs[xs.length - 1], ys[0], ys[ys.length - 1]]
        let n = 0
        const inner = xs
          .slice(1, -1)
          .flatMap((x) => ys.slice(1).flatMap((y, i) => (keep[n++ % 60] ? [v(x, ys[i], y)] : [])))
        const across = ys
          .slice(1, -1)
          .flatMap((y) => xs.slice(1).flatMap((x, i) => (keep[n++ % 60] ? [h(y, xs[i], x)] : [])))
        const outer = [
          h(top, left, right),
          h(bottom, left, right),
          v(left, top, bottom),
          v(right, top, bottom),
        ]
        const [grid] = findGrids(page([...outer, ...inner, ...across]))
        if (!grid) return
        const area = grid.cells.reduce(
          (sum, { box }) => sum + (box[2] - box[0]) * (box[3] - box[1]),
          0,
        )
        expect(area).toBeCloseTo((grid.box[2] - grid.box[0]) * (grid.box[3] - grid.box[1]), 6)
      },
    ),
  )
})
