/** What stands around a lattice: its labels, its notes, the margins of the page. */
import { describe, expect, test } from 'vitest'
import type { GlyphRun, PdfPage, RawTable } from '../../../schemas/stages.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { stitchTables } from '../../../src/read/table/stitch.js'
import { page, run, tablePage } from '../../helpers/page.js'

const read = (...pages: PdfPage[]): RawTable[] =>
  stitchTables(pages.map((each) => placeRuns(each, findGrids(each)))).tables

const ROWS = [
  ['科目编码', '科目名称', '合计'],
  ['201', '支出', '3.00'],
]
const withRuns = (drawn: PdfPage, ...runs: GlyphRun[]): PdfPage => ({
  ...drawn,
  runs: [...drawn.runs, ...runs],
})
/** A line whose middle, or upper or lower edge, stands at a height; an em is 10 pt. */
const middleAt = (text: string, y: number, x = 450) => run(text, x, y + 3.5)
const topAt = (text: string, y: number, x = 30) => run(text, x, y + 8.5)
const bottomAt = (text: string, y: number, x = 30) => run(text, x, y - 1.5)

describe('above a table, and below it', () => {
  test.each([
    [101.9, '单位:万元'],
    [102.1, null],
  ])('a line at %d, a lattice from 100 on', (y, unit) => {
    const [table] = read(withRuns(tablePage(ROWS), middleAt('单位：万元', y)))
    expect(table.unitLine).toBe(unit)
  })

  test.each([
    [31.9, null],
    [32.1, '单位:万元'],
  ])('the margin of a page of 800 pt is above: a line that ends at %d', (y, unit) =>
    expect(read(withRuns(tablePage(ROWS), bottomAt('单位：万元', y)))[0].unitLine).toBe(unit))

  test.each([
    [776.1, []],
    [775.9, ['注：本表反映支出']],
  ])('and below: a line that begins at %d', (y, notes) =>
    expect(read(withRuns(tablePage(ROWS), topAt('注：本表反映支出', y)))[0].notes).toEqual(notes))
})

describe('a note', () => {
  const notes = (...lines: GlyphRun[]) => read(withRuns(tablePage(ROWS), ...lines))[0].notes
  const NOTE = run('注：本表反映', 30, 200)

  test.each([
    [219, 1],
    [219.1, 0],
  ])('goes on in a line that begins no more than nine tenths of an em below: %d', (y, wraps) =>
    expect(notes(NOTE, run('各单位的支出', 30, y))).toEqual([
      `注：本表反映${wraps ? '各单位的支出' : ''}`,
    ]))

  test.each([
    [12, 1],
    [12.1, 0],
  ])('in letters no larger by a fifth: %d pt', (size, wraps) =>
    expect(notes(NOTE, run('各单位的支出', 30, 218, size))).toEqual([
      `注：本表反映${wraps ? '各单位的支出' : ''}`,
    ]))

  test.each([
    ['各单位的支出', 1],
    ['各单位支出', 0],
  ])('that is no label: %s', (text, wraps) =>
    expect(notes(NOTE, run(text, 30, 214))).toEqual([`注：本表反映${wraps ? text : ''}`]))

  test.each([
    [4, [1, 2]],
    [5, [1]],
  ])('can stand alone on the page after its table: %d lines', (count, pages) => {
    const lines = Array.from({ length: count }, (_, i) =>
      run(i === 0 ? '注：本表反映支出' : '明细', 30, 50 + 20 * i),
    )
    expect(read(tablePage(ROWS), page([], lines, 2))[0].pages).toEqual(pages)
  })
})

test.each([
  ['以下表格反映各单位的收支情。', 1],
  ['以下表格反映各单位的收支情况情。', 2],
])('a sentence between two pages parts tables, a label does not: %s', (text, tables) => {
  const more = tablePage(ROWS.slice(1), { number: 2, above: [text] })
  expect(read(tablePage(ROWS), more)).toHaveLength(tables)
})
