/** A column that is understood and has no measure is said: a filter by measure would lose it in silence. */
import { expect, test } from 'vitest'
import type { Column } from '../../../schemas/document.js'
import { unmeasuredColumns } from '../../../src/understand/structure/unmeasured.js'
import { cell, column, row, table } from '../../helpers/document.js'

const found = (given: Partial<Column>, text = '5.00', more = {}) =>
  unmeasuredColumns([
    table({
      columns: [column('other', given)],
      rows: [row('t1.r0', { cells: { other: cell(text) } })],
      ...more,
    }),
  ])

test('where its words are known and it prints figures', () => {
  const known = { meaning: 'carry_over.surplus', measure: null }
  expect(found(known)).toMatchObject([{ code: 'unmeasured_column', table: 't1', column: 'other' }])
  expect(found({ ...known, measure: 'total' })).toEqual([])
  expect(found({ meaning: null, measure: null })).toEqual([])
  expect(found(known, '')).toEqual([])
  expect(found(known, '5.00', { kind: 'unrecognized' })).toEqual([])
})
