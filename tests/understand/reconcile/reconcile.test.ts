import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSum } from '../../../schemas/check.js'
import type { BudgetTable, Term } from '../../../schemas/document.js'
import { loadKinds } from '../../../src/registry.js'
import { reconcileTable } from '../../../src/understand/reconcile/reconcile.js'
import { findingsOf } from '../../../src/understand/reconcile/status.js'
import { cell, column, failingCheck, table, term } from '../../helpers/document.js'

const kinds = await loadKinds()
const kind = (id: string) => kinds.find((each) => each.id === id) ?? null
const figure = (value: string): Term => term({ value, row: `r${value}` })

describe('a sum', () => {
  test.each([
    ['3.00', ['1.00', '2.00'], 'holds', '0'],
    ['3.01', ['1.00', '2.00'], 'rounding', '0.01'],
    ['3.02', ['1.00', '2.00'], 'fails', '0.02'],
    ['3.02', ['1.00', '1.00', '1.00'], 'rounding', '0.02'],
    ['101', ['50', '50'], 'rounding', '1'],
    ['0', [], 'holds', '0'],
  ])('%s = Σ %j: %s', (whole, parts, outcome, difference) => {
    expect(checkSum('rollup', 'x', figure(whole), parts.map(figure))).toMatchObject({
      outcome,
      difference,
    })
  })

  test('says nothing where nothing is printed', () => {
    expect(checkSum('rollup', 'x', null, [figure('1.00')])).toBeNull()
  })

  test('holds for any figures, exactly: no float comes near', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 9 }),
        (cents) => {
          const print = (n: bigint) => `${n / 100n}.${(n % 100n).toString().padStart(2, '0')}`
          const sum = cents.reduce((a, b) => a + b, 0n)
          expect(
            checkSum(
              'rollup',
              'x',
              figure(print(sum)),
              cents.map((n) => figure(print(n))),
            )?.difference,
          ).toBe('0')
        },
      ),
    )
  })
})

describe('row sums hold at the top and within groups', () => {
  const amount = (id: string, meaning: string) => column(id, { meaning })
  const grouped = (personnel: string): BudgetTable =>
    table({
      columns: [
        amount('t', 'total'),
        amount('b', 'basic.total'),
        amount('p', 'basic.personnel'),
        amount('u', 'basic.public'),
        amount('j', 'project'),
      ],
      rows: [
        {
          ...table().rows[0],
          cells: {
            t: cell('9.00'),
            b: cell('6.00'),
            p: cell(personnel),
            u: cell('2.00'),
            j: cell('3.00'),
          },
        },
      ],
    })
  const outcomes = (given: BudgetTable) =>
    reconcileTable(given, kind('general_budget_expenditure')).map((check) => [
      check.left.column,
      check.outcome,
    ])

  test('a group counts by its total, and its parts make it up', () => {
    expect(outcomes(grouped('4.00'))).toEqual([
      ['t', 'holds'],
      ['b', 'holds'],
    ])
  })

  test('one wrong part fails its group only', () => {
    expect(outcomes(grouped('5.00'))).toEqual([
      ['t', 'holds'],
      ['b', 'fails'],
    ])
  })
})

test('a finding says a failed identity in the language that it speaks', () => {
  const failed = { ...failingCheck(), attribution: 'publication' as const }
  const [{ message }] = findingsOf([table({ checks: [failed] })], [])
  expect(message).toEqual({
    zh: '“合计 = 各类之和”不符：合计 1312.40，与另一边相差 12.4（公开文本如此）',
    en: '"Total = sum of classes" fails: 合计 1312.40, the other side is 12.4 off (as published)',
  })
})

test('what an identity takes off is taken off', () => {
  const right = [figure('10.00'), figure('4.00'), { ...figure('3.00'), sign: -1 as const }]
  expect(checkSum('balance', 'x', figure('11.00'), right)?.outcome).toBe('holds')
})
