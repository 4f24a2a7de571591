import { describe, expect, test } from 'vitest'
import { levelCentred } from '../../../src/read/table/indent.js'
import { cell, columns, rows } from '../../helpers/cells.js'

/** Whether the indentation of a column of such cells is taken out. */
function isLevelled(...cells: ReturnType<typeof cell>[]): boolean {
  const table = { columns: columns([0, 100]), rows: rows(...cells.map((each) => [each])) }
  levelCentred(table)
  return table.rows.every((row) => row.cells[0]?.indent === 0)
}
const name = (indent: number, centred: boolean) => cell('名', { indent, centred })

describe('indentation of a centred column', () => {
  test('says nothing: m15, units in the middle of their cells', () => {
    expect(isLevelled(name(4, true), name(3, true), name(2, true))).toBe(true)
  })

  test('of a column of names it does, though 合计 is centred', () => {
    expect(isLevelled(name(3, true), name(1, false), name(2, false))).toBe(false)
  })

  test.each([
    [4, 1, true],
    [3, 1, false],
  ])('%d centred names and %d other', (centred, others, expected) => {
    const list = [...Array(centred).fill(name(2, true)), ...Array(others).fill(name(2, false))]
    expect(isLevelled(...list.map((each) => ({ ...each })))).toBe(expected)
  })

  test.each([
    [0.5, true],
    [0.51, false],
  ])('a name %d em from its rule has no room on its left, or has', (indent, expected) =>
    expect(isLevelled(name(2, true), name(indent, false))).toBe(expected))
})
