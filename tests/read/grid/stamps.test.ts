/** The frame of a stamp is no rule of the table that it is set on. */
import { expect, test } from 'vitest'
import { withoutStamps } from '../../../src/read/grid/stamps.js'
import { h, lattice, v } from '../../helpers/page.js'

const TABLE = lattice([20, 120, 220, 320], [100, 120, 140, 160])
const frame = (left: number, top: number, right: number, bottom: number) => [
  ...[h(top, left, right), h(bottom, left, right)],
  ...[v(left, top, bottom), v(right, top, bottom)],
]

test('a frame over the rules of a table goes, with what is drawn within it from side to side', () => {
  const stamp = frame(150, 112, 250, 150)
  expect(withoutStamps([...TABLE, ...stamp])).toEqual(TABLE)
  const parted = [...stamp, h(131, 150, 250), v(200, 112, 150)]
  expect(withoutStamps([...TABLE, ...parted])).toEqual(TABLE)
  // Half on the table, half on the margin.
  expect(withoutStamps([...TABLE, ...frame(280, 112, 360, 150)])).toEqual(TABLE)
})

test('a frame within one cell is a lattice in it, one on rules of the table is a cell', () => {
  const within = [...TABLE, ...frame(130, 104, 210, 116)]
  expect(withoutStamps(within)).toEqual(within)
  const merged = [...TABLE, ...frame(120, 120, 320, 150)]
  expect(withoutStamps(merged)).toEqual(merged)
})

test('rules that stick out a little over the frame of their table leave it', () => {
  const table = (over: number) => [
    ...frame(20, 100, 320, 160),
    ...[120, 140].map((y) => h(y, 20 - over, 320 + over)),
    ...[120, 220].map((x) => v(x, 100, 160)),
  ]
  expect(withoutStamps(table(7))).toEqual(table(7))
  expect(withoutStamps(table(9))).not.toEqual(table(9))
})

test('corners meet to two points, and a corner stands on a rule to two points', () => {
  const open = (gap: number) => [
    ...[h(112, 150 + gap, 250), h(150, 150, 250)],
    ...[v(150, 112, 150), v(250, 112, 150)],
  ]
  expect(withoutStamps([...TABLE, ...open(1.9)])).toEqual(TABLE)
  expect(withoutStamps([...TABLE, ...open(2.1)])).toHaveLength(TABLE.length + 4)
  const near = (x: number) => withoutStamps([...TABLE, ...frame(x, 112, 190, 150)])
  expect(near(121.9)).toHaveLength(TABLE.length + 4)
  expect(near(122.1)).toEqual(TABLE)
})
