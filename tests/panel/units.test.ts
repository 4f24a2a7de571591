import { expect, test } from 'vitest'
import { panelRows } from '../../src/panel/document.js'
import {
  check,
  document,
  narrativeFact,
  performanceRecord,
  table,
  term,
} from '../helpers/document.js'

const FORM = table({ id: 't1', kind: 'project_performance_targets', columns: [], rows: [] })

/** Left side, right side, difference, tolerance and unit of the one check. */
function amountsOf(
  given: Parameters<typeof check>[0],
  moneyUnit: string | null = '万元',
  unit = '辆',
) {
  const facts = [narrativeFact({ measure: 'count', value: '3', unit })]
  const made = document([FORM], {
    performance: [performanceRecord({ moneyUnit })],
    facts,
    checks: [check(given)],
  })
  const [row] = panelRows(made, { file: 'a.json', collection: null }).checks
  return [row.left_amount, row.right_amount, row.difference, row.tolerance, row.unit]
}

const form = (identity: string, left: string, right: string) => ({
  ...{ id: `p1:${identity}`, rule: 'form' as const, identity, difference: '0', tolerance: '1' },
  left: term({ value: left, row: null, column: null }),
  right: [term({ value: right, row: null, column: null })],
})

test('money of a form is in 元, in the unit of its form; without one it has no amount', () => {
  const total = form('annual: total = appropriation', '120.50', '120.50')
  expect(amountsOf(total)).toEqual(['1205000', '1205000', '0', '10000', '元'])
  expect(amountsOf(total, '元')).toEqual(['120.5', '120.5', '0', '1', '元'])
  expect(amountsOf(total, null)).toEqual([null, null, null, null, null])
})

test('weights and scores are points, and no money', () => {
  expect(amountsOf(form('weights', '100', '100'))).toEqual(['100', '100', '0', '1', '分'])
  expect(amountsOf(form('scores', '97.5', '97.5'))).toEqual(['97.5', '97.5', '0', '1', '分'])
  expect(amountsOf(form('execution rate', '98.2', '98.2'))).toEqual([
    '98.2',
    '98.2',
    '0',
    '1',
    null,
  ])
})

test('a count of the narrative is what it counts', () => {
  const left = term({ value: '3', table: null, row: null, column: null, fact: 'f1' })
  expect(amountsOf({ rule: 'prose', left, right: [left], tolerance: '0' })).toEqual([
    '3',
    '3',
    '0',
    '0',
    '辆',
  ])
})
