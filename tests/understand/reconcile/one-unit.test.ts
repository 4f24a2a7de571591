/** What is summed or compared stands in one unit. */
import { expect, test } from 'vitest'
import type { BudgetTable, Check } from '../../../schemas/document.js'
import { inOneUnit } from '../../../src/understand/reconcile/one-unit.js'
import { cell, column, failingCheck, row, table } from '../../helpers/document.js'

const given = (unit: Partial<Record<'column' | 'row', '元'>>): BudgetTable =>
  table({
    unit: '万元',
    columns: [column('total'), { ...column('each'), ...(unit.column && { unit: unit.column }) }],
    rows: [
      row('t1.r0', { cells: { total: cell('5.00'), each: cell('28,500.00') } }),
      {
        ...row('t1.r1', { cells: { total: cell('5.00'), each: cell('28,500.00') } }),
        ...(unit.row && { unit: unit.row }),
      },
    ],
  })

const term = (at: string, name: string, value: string) => ({
  ...{ label: at, value, table: 't1', row: at, column: name, fact: null },
})
const check = (left: ReturnType<typeof term>, right: ReturnType<typeof term>): Check => ({
  ...failingCheck(),
  left,
  right: [right],
})
const across = check(term('t1.r0', 'total', '5.00'), term('t1.r0', 'each', '28500.00'))
const down = check(term('t1.r0', 'each', '28500.00'), term('t1.r1', 'each', '28500.00'))
const said = {
  ...down,
  right: [{ ...down.right[0], table: null, row: null, column: null, fact: 'f1' }],
}

test('all checks stay where no column and no row says a unit of its own', () => {
  const plain = { ...given({}), checks: [across, down] }
  expect(inOneUnit([plain], [said])).toEqual({ tables: [plain], checks: [said] })
})

test('a column in another unit is summed by itself, and held against nothing else', () => {
  const own = { ...given({ column: '元' }), checks: [across, down] }
  const { tables, checks } = inOneUnit([own], [said])
  expect(tables[0].checks).toEqual([down])
  expect(checks).toEqual([])
})

test('a row in another unit is summed with no other row', () => {
  const own = { ...given({ row: '元' }), checks: [across, down] }
  expect(inOneUnit([own], []).tables[0].checks).toEqual([across])
})
