/** Two figures in one place are a conflict; figures of two columns or two lines that come near each other are none. */
import { expect, test } from 'vitest'
import { overlapsOf } from '../../../src/read/table/overlaps.js'
import { run } from '../../helpers/page.js'

const found = (x: number, baseline: number, text = '300.00') =>
  overlapsOf([run('280.00', 100, 114), run(text, x, baseline)]).map(({ texts }) => texts)

test('they share a part of their width', () => {
  // Six characters of 5 points: the first ends at 130.
  expect(found(130 - 4.1, 114)).toEqual([['280.00', '300.00']])
  expect(found(130 - 3.9, 114)).toEqual([])
})

test('and half of their height', () => {
  expect(found(100, 114 + 4.9)).toHaveLength(1)
  expect(found(100, 114 + 5.1)).toEqual([])
})

test('words over a figure are none', () => {
  expect(found(100, 114, '已审核')).toEqual([])
})
