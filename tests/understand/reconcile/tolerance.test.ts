import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSum, fixedDigits, isRounded } from '../../../schemas/check.js'
import { Exact } from '../../../schemas/decimal.js'
import { cell, row, table, term } from '../../helpers/document.js'

const figure = (value: string) => term({ value })
const sum = (whole: string, parts: string[], fixed = 0) =>
  checkSum('rollup', 'x', figure(whole), parts.map(figure), fixed)
const outcome = (...given: Parameters<typeof sum>) => sum(...given)?.outcome

describe('a printed figure is an interval of half its own last digit', () => {
  test.each([
    // One decimal above two: 0.05 + 0.005 + 0.005, and never less than the 0.1 that cutting takes.
    ['10.6', ['4.33', '6.37'], 'rounding'],
    ['10.6', ['4.33', '6.38'], 'fails'],
    // Three decimals below two: 0.005 + 0.0005 + 0.0005, and never less than 0.01.
    ['1.00', ['0.505', '0.505'], 'rounding'],
    ['1.00', ['0.505', '0.506'], 'fails'],
    // Three figures of two decimals: 0.015.
    ['1.00', ['0.50', '0.51'], 'rounding'],
    ['1.00', ['0.50', '0.52'], 'fails'],
    // Whole figures: four of them may be off by two.
    ['102', ['50', '25', '25'], 'rounding'],
    ['103', ['50', '25', '25'], 'fails'],
    // A dash is a nought, and as exact as what stands beside it.
    ['1.02', ['1.00', '0', '0'], 'rounding'],
    ['1.03', ['1.00', '0', '0'], 'fails'],
  ])('%s = Σ %j: %s', (whole, parts, expected) => {
    expect(outcome(whole, parts)).toBe(expected)
  })

  test('whatever is rounded, each figure in its own way, never fails', () => {
    const amount = fc.record({
      // A figure that rounds to nought is printed as a dash or left out.
      cents: fc.oneof(fc.constant(0), fc.integer({ min: 100, max: 10 ** 9 })),
      digits: fc.integer({ min: 0, max: 2 }),
    })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 9 }), amount, (parts, { digits }) => {
        const print = (value: Exact, to: number) => value.toDecimalPlaces(to).toFixed(to)
        const exact = parts.map(({ cents }) => new Exact(cents).dividedBy(100))
        const whole = exact.reduce((total, each) => total.plus(each), new Exact(0))
        const printed = parts.map((part, i) => print(exact[i], part.digits))
        expect(outcome(print(whole, digits), printed)).not.toBe('fails')
      }),
    )
  })

  test('what only cutting explains is rounding for us, and none for a calculation processor', () => {
    const cut = sum('10.6', ['4.33', '6.34'])
    expect(cut?.outcome).toBe('rounding')
    expect(cut && isRounded(cut)).toBe(false)
    const round = sum('10.7', ['4.33', '6.34'])
    expect(round && isRounded(round)).toBe(true)
  })
})

describe('a table that prints noughts at the end prints all its digits', () => {
  const printing = (...values: string[]) =>
    table({
      rows: values.map((value, i) => row(`r${i}`, { cells: { total: cell(value) } })),
    })

  test('a figure without them lacks digits, not precision', () => {
    expect(fixedDigits(printing('64,840,547.00', '14,348,853.30', '22118861'))).toBe(2)
    expect(outcome('22118861', ['14348853.34', '7770007.32'], 2)).toBe('fails')
  })

  test('where noughts are stripped, each figure says for itself how far it goes', () => {
    expect(fixedDigits(printing('6807.31', '1130', '12.5'))).toBe(0)
    expect(outcome('22118861', ['14348853.34', '7770007.32'], 0)).toBe('rounding')
  })

  test('as many figures with noughts as figures that lack digits prove nothing yet', () => {
    expect(fixedDigits(printing('1.50', '2.25', '3'))).toBe(0)
    expect(fixedDigits(printing('1.50', '2.20', '3'))).toBe(2)
  })
})
