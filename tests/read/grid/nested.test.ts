/** Lattices within lattices: a frame around a table is none, and the smallest that holds a run has it. */
import { expect, test } from 'vitest'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { lattice, page, run } from '../../helpers/page.js'

const INNER = lattice([120, 200, 280], [160, 180, 200])
const CELLS = [
  ...[run('项目', 125, 174), run('预算数', 205, 174)],
  ...[run('教育支出', 125, 194), run('8.00', 205, 194)],
]
const textsOf = (drawn: ReturnType<typeof page>) => {
  const { grids, outside } = placeRuns(drawn, findGrids(drawn))
  const cells = grids.map((grid) => grid.cells.map(({ text }) => text))
  return { cells, outside: outside.map(({ text }) => text) }
}

test('a layout table around a table is a frame: what it says stands on the page', () => {
  const frame = lattice([100, 300], [100, 140, 220, 260])
  const words = [run('部门支出总表', 150, 125), run('备注：数据来源于批复', 110, 245)]
  expect(textsOf(page([...frame, ...INNER], [...words, ...CELLS]))).toEqual({
    cells: [['项目', '预算数', '教育支出', '8.00']],
    outside: ['部门支出总表', '备注：数据来源于批复'],
  })
})

test('a table with figures of its own stays, and its cell has what the lattice within leaves over', () => {
  const outer = lattice([20, 100, 300], [100, 140, 220])
  const own = [run('基本支出', 25, 125), run('9.00', 110, 125), run('其中', 25, 170)]
  const drawn = page([...outer, ...INNER], [...own, run('明细', 110, 150), ...CELLS])
  expect(textsOf(drawn).cells).toEqual([
    ['基本支出', '9.00', '其中', '明细'],
    ['项目', '预算数', '教育支出', '8.00'],
  ])
})
