/** Over which pages a wide sheet is printed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageBreaks, printed } from '../../src/publish/workbook/print.js'

const twenty = (columns: number) => Array.from({ length: columns }, () => 20)
const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0)

test('what fits at six tenths of its size is one page, a character more is two', () => {
  expect(pageBreaks({ widths: [200, 45] })).toEqual([])
  expect(pageBreaks({ widths: [200, 46] })).toEqual([1])
})

test('of two pages each is as large as the other allows', () => {
  expect(pageBreaks({ widths: twenty(14) })).toEqual([7])
  expect(pageBreaks({ widths: [40, ...twenty(13)] })).toEqual([7])
})

test('names that every page repeats take room on each', () => {
  expect(pageBreaks({ widths: twenty(14), naming: 2 })).toEqual([8])
  expect(printed({ widths: twenty(14), naming: 2 }, 3).titles).toEqual({ rows: 3, columns: 'B' })
})

test('names as wide as half a page are not repeated', () => {
  expect(printed({ widths: [120, ...twenty(10)], naming: 1 }, 3).titles).toEqual({ rows: 3 })
})

test('no page is smaller than legible, and one more room would not save a page', () => {
  const cases = fc.array(fc.integer({ min: 6, max: 46 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 3 }), (widths, naming) => {
      const { breaks, titles, pagesWide } = printed({ widths, naming }, 3)
      expect(pagesWide).toBe(breaks.length + 1)
      const names = titles?.columns ? sum(widths.slice(0, naming)) : 0
      for (const [i, from] of [0, ...breaks].entries()) {
        const columns = widths.slice(from, breaks[i])
        expect(columns.length).toBeGreaterThan(0)
        expect(sum(columns) + (i === 0 ? 0 : names)).toBeLessThanOrEqual(147 / 0.6)
      }
    }),
  )
})
