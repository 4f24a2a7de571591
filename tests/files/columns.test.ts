import { expect, test } from 'vitest'
import { columnsOf, cut, padded } from '../../src/files/columns.js'

test.each([
  ['abc', 3],
  ['一般公共预算', 12],
  ['（一）', 6],
  ['1,284.56', 8],
  ['“引”…—', 6], // ambiguous ones take one column
  ['é', 1],
  ['e\u0301', 1],
  ['𠀀', 2],
  ['ｆｕｌｌ', 8],
  ['½ｱ', 2],
])('%s takes %i columns', (text, columns) => expect(columnsOf(text)).toBe(columns))

test('blanks fill up what is narrower, and what is wider ends in a mark', () => {
  expect(padded('预算', 6)).toBe('预算  ')
  expect(padded('预算', 3)).toBe('预算')
  expect(cut('预算', 4)).toBe('预算')
  expect(cut('预算书', 5)).toBe('预算…')
  expect(cut('预算书', 4)).toBe('预…')
})
