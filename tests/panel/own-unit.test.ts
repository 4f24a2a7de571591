/** A column or a row may print another unit than its table: its figures in 元 are by that. */
import { expect, test } from 'vitest'
import { tableFacts } from '../../src/panel/table.js'
import { cell, column, document, row, table } from '../helpers/document.js'

test('a figure in 元 is by the unit of its row, of its column, or of its table', () => {
  const cells = { total: cell('5.00'), each: cell('28500.00') }
  const printed = table({
    unit: '万元',
    columns: [column('total'), { ...column('each'), unit: '元' }],
    rows: [row('t1.r0', { cells }), { ...row('t1.r1', { cells }), unit: '千元' }],
  })
  const { facts } = tableFacts(document([printed]), printed, 'key', {})
  expect(facts.map(({ own }) => [own.unit, own.amount])).toEqual([
    ['万元', '50000'],
    ['元', '28500'],
    ['千元', '5000'],
    ['千元', '28500000'],
  ])
})
