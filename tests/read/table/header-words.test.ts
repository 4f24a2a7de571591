import { describe, expect, test } from 'vitest'
import type { RawCell } from '../../../schemas/stages.js'
import { isIndexRow } from '../../../src/read/table/header-words.js'

const line = (words: string) => words.split(' ').map((text) => ({ text, row: 0 }) as RawCell)

/** A row that numbers the columns is left out of a table's body: what is taken for one must be one. */
describe('a row that numbers the columns', () => {
  test.each([
    '** ** 1 2 3',
    '栏次 1 2 3',
    '栏次 行次 4 9',
    '类 款 项 栏次 1 2',
    '1 2 3=1+2',
    '0 1 2',
    '1 1 2',
  ])('%s', (words) => expect(isIndexRow(line(words))).toBe(true))

  test.each([
    '2 3 4',
    '1 3',
    '1 0',
    '1 2.5',
    '1',
    '行次 1 2',
    '行次 5',
    '1 行次',
    '类 款 1 2',
  ])('is not %s', (words) => expect(isIndexRow(line(words))).toBe(false))
})
