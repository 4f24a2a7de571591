/** What stands in one cell is not one figure for that: notes' marks, figures over and beside each other. */
import { expect, test } from 'vitest'
import { joinLines } from '../../../src/read/table/join.js'
import { overlapsOf } from '../../../src/read/table/overlaps.js'
import { run } from '../../helpers/page.js'

const text = (...runs: ReturnType<typeof run>[]) => joinLines(runs, [0, 80, 200, 120]).text

test('a smaller, raised digit behind a figure or a name is a note mark', () => {
  expect(text(run('900.00', 50, 100), run('1', 81, 96, 6))).toBe('900.00')
  expect(text(run('行政运行', 20, 100), run('①', 61, 96, 6))).toBe('行政运行')
  expect(text(run('900.00', 50, 100), run('1', 81, 100, 10))).toBe('900.001')
  expect(text(run('900.00', 50, 100), run('1', 40, 96, 6))).not.toBe('900.00')
})

test('figures printed over each other are never one', () => {
  const [old, other] = [run('1200', 150, 100), run('555', 155, 100)]
  expect(text(old, other)).toBe('1200 / 555')
  expect(overlapsOf([old, other])).toMatchObject([{ texts: ['1200', '555'] }])
  expect(overlapsOf([old, run('555', 175, 100)])).toEqual([])
  expect(overlapsOf([old, run('名称', 145, 100)])).toEqual([])
})

test('figures far from each other, or one under the other, are two; an amount that wraps is one', () => {
  expect(text(run('77', 20, 100), run('900.00', 120, 100))).toBe('77 / 900.00')
  expect(text(run('201', 20, 100), run('03', 60, 100))).toBe('201 03')
  expect(text(run('1200', 50, 92), run('555', 50, 104))).toBe('1200 555')
  expect(text(run('1,264,602', 50, 92), run('.38', 50, 104))).toBe('1,264,602.38')
})
