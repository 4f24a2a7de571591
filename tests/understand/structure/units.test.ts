import { expect, test } from 'vitest'
import { unitsOf } from '../../../src/understand/structure/units.js'
import { row } from '../../helpers/document.js'

const units = (...rows: ReturnType<typeof row>[]) =>
  unitsOf(rows).map(({ unitName, unitCode }) => [unitName ?? null, unitCode ?? null])

test('rows below a unit, at any depth, are that unit’s', () => {
  const block = row('r0', { role: 'unit', name: '甲中心', unitCode: '402001' })
  const inner = row('r1', { parent: 'r0', code: '208' })
  expect(units(block, inner, row('r2', { parent: 'r1', code: '20805' }))).toEqual([
    ['甲中心', '402001'],
    ['甲中心', '402001'],
    ['甲中心', '402001'],
  ])
})

test('a unit below a department is itself', () => {
  const department = row('r0', { role: 'unit', name: '某局', unitCode: '402' })
  const unit = row('r1', { role: 'unit', name: '甲中心', unitCode: '402001', parent: 'r0' })
  expect(units(department, unit)).toEqual([
    ['某局', '402'],
    ['甲中心', '402001'],
  ])
})

test('code and name are of one unit: what a row’s own column prints is not mixed with another’s', () => {
  const block = row('r0', { role: 'unit', name: '甲中心', unitCode: '402001' })
  const same = row('r1', { parent: 'r0', unitCode: '402001' })
  const other = row('r2', { parent: 'r0', unitCode: '402009' })
  expect(units(block, same, other).slice(1)).toEqual([
    ['甲中心', '402001'],
    [null, '402009'],
  ])
})

test('合计 in the column of units names none', () => {
  const total = row('r0', { role: 'total', name: '合计', unitName: '合计' })
  expect(units(total, row('r1', { unitName: '甲中心' }))).toEqual([
    [null, null],
    ['甲中心', null],
  ])
})
