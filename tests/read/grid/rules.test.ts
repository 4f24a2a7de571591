/** How near rules must be to be one rule, one edge or one lattice: a case on each side of each measure. */
import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../schemas/stages.js'
import { connectedRules } from '../../../src/read/grid/components.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { mergeRules } from '../../../src/read/grid/merge.js'
import { h, lattice, page, run, v } from '../../helpers/page.js'

const shape = (rules: Rule[]) => {
  const [grid] = findGrids(page(rules))
  return grid ? [grid.ys.length - 1, grid.xs.length - 1, grid.cells.length] : null
}

describe('rules', () => {
  test.each([
    [1.5, 1],
    [1.6, 2],
  ])('%d pt apart, side by side, are %d', (apart, count) =>
    expect(mergeRules([h(10, 0, 100), h(10 + apart, 0, 100)])).toHaveLength(count))

  test.each([
    [2, 1],
    [2.1, 2],
  ])('%d pt apart, end to end, are %d', (gap, count) =>
    expect(mergeRules([h(10, 0, 50), h(10, 50 + gap, 100)])).toHaveLength(count))

  test.each([
    [2.5, 1],
    [2.6, 2],
  ])('that miss each other by %d pt are of %d lattices', (gap, count) => {
    const beside = [v(100 + gap, 0, 50), h(50, 100 + gap, 200)]
    const below = [v(50, 10 + gap, 50), h(50, 0, 100)]
    expect(connectedRules([h(10, 0, 100), ...beside])).toHaveLength(count)
    expect(connectedRules([h(10, 0, 100), ...below])).toHaveLength(count)
  })
})

describe('sides of cells that are merged over all rows', () => {
  const lattice = [h(10, 0, 100), h(50, 0, 100), v(0, 10, 50), v(100, 10, 50)]

  test.each([
    [4, 5],
    [4.1, 4],
  ])('that end %d pt from where a table does: its lattice has %d rules', (off, count) => {
    expect(connectedRules([...lattice, v(140, 10 + off, 50)])[0]).toHaveLength(count)
    expect(connectedRules([...lattice, v(140, 10, 50 - off)])[0]).toHaveLength(count)
  })
})

describe('edges', () => {
  test.each([
    [1.6, [2, 1, 2]],
    [1.7, [3, 1, 3]],
  ])('of rows %d pt apart', (apart, expected) =>
    expect(shape(lattice([0, 50], [0, 10, 10 + apart, 30]))).toEqual(expected))

  test.each([
    [3, [1, 2, 2]],
    [3.1, [1, 3, 3]],
  ])('of columns %d pt apart', (apart, expected) =>
    expect(shape(lattice([0, 50, 50 + apart, 100], [0, 20]))).toEqual(expected))

  test.each([
    [3.5, 2],
    [3.6, 3],
  ])('where rules stick out %d pt', (out, columns) => {
    const rules = [h(0, 0, 100), h(20, 0, 100), v(out, 0, 20), v(50, 0, 20), v(100, 0, 20)]
    expect(shape(rules)).toEqual([1, columns, columns])
  })

  test.each([
    [10, 3],
    [9.9, 2],
  ])('a rule over %d of 20 pt: cells apart, or one', (length, cells) => {
    const rules = [...lattice([0, 100], [0, 20, 40]), v(50, 0, length)]
    expect(shape(rules)?.[2]).toBe(cells)
  })
})

describe('a drawing', () => {
  const steps = (count: number, size: number) => Array.from({ length: count }, (_, i) => i * size)

  test.each([
    [300, true],
    [301, false],
  ])('of %d by 200 edges', (columns, isTable) =>
    expect(shape(lattice(steps(columns, 4), steps(200, 2))) !== null).toBe(isTable))
})

describe('rules with no room for text between them', () => {
  /** Rows of 20 pt around two rules; an em is 10 pt. */
  const rowsAround = (gap: number, ...runs: ReturnType<typeof run>[]) => {
    const rules = lattice([0, 100], [0, 20, 20 + gap, 40 + gap])
    const text = [run('甲', 10, 14), run('乙', 10, 34 + gap), ...runs]
    return findGrids(page(rules, text))[0].ys.length - 1
  }

  test.each([
    [6.9, 2],
    [7.1, 3],
  ])('%d pt apart', (gap, expected) => expect(rowsAround(gap)).toBe(expected))

  test('text between them makes a row of them', () => {
    expect(rowsAround(6, run('注', 10, 26.5))).toBe(3)
  })

  test('text of a merged cell beside them does not: it is not between them', () => {
    const rules = [
      ...[h(0, 0, 200), h(46, 0, 200), v(0, 0, 46), v(100, 0, 46), v(200, 0, 46)],
      ...[h(20, 100, 200), h(26, 100, 200)],
    ]
    const text = [run('某局', 10, 26.5), run('甲', 110, 14), run('乙', 110, 40)]
    expect(findGrids(page(rules, text))[0].ys).toEqual([0, 23, 46])
  })

  /** Columns around two rules 5 pt apart, with a figure that begins at `x`. */
  const columnsAround = (x: number) => {
    const rules = lattice([0, 50, 55, 100], [0, 20])
    return findGrids(page(rules, [run('1', x, 14), run('甲', 10, 14)]))[0].xs.length - 1
  }

  test.each([
    ['a figure whose ink is left of them', 46.9, 2],
    ['one whose ink is between them', 47.5, 3],
    ['', 51.9, 3],
    ['one whose ink is right of them', 52.1, 2],
  ])('%s', (_, x, expected) => expect(columnsAround(x)).toBe(expected))
})

test('a cell does not go on beyond the walls beside it: a print title cuts 类 and 款, a code as wide as both follows', () => {
  const rules = [
    ...[h(0, 0, 200), h(60, 0, 200), h(40, 0, 200)],
    ...[v(0, 0, 60), v(100, 0, 60), v(200, 0, 60)],
    ...[v(50, 0, 20), h(20, 100, 200)],
  ]
  const cells = findGrids(page(rules))[0].cells.map(({ row, col, rowSpan, colSpan }) =>
    [row, col, rowSpan, colSpan].join(),
  )
  expect(cells).toContain('0,0,1,1')
  expect(cells).toContain('0,1,1,1')
  expect(cells).toContain('1,0,1,2')
})

test('a cell is open where no rule closes it at the end of the lattice', () => {
  const rules = [
    ...[0, 20].map((y) => h(y, 0, 100)),
    ...[0, 50, 100].map((x) => v(x, 0, 40)),
    h(40, 50, 100),
  ]
  expect(findGrids(page(rules))[0].cells.map(({ isOpen }) => isOpen)).toEqual([
    false,
    false,
    true,
    false,
  ])
})
