/** Two pages on one sheet are two; tables side by side under one title, and wide tables, are one page's. */
import { describe, expect, test } from 'vitest'
import type { GlyphRun, PdfPage, Rule } from '../../../schemas/stages.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { sheetsOf } from '../../../src/read/grid/sheets.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { stitchTables } from '../../../src/read/table/stitch.js'
import { h, lattice, page, run } from '../../helpers/page.js'

/** A sheet of 800 x 600 with what stands on its halves; the gutter is between x = 390 and x = 410. */
const sheet = (rules: Rule[], runs: GlyphRun[]): PdfPage => ({
  ...page(
    rules,
    runs.map((each) => ({ ...each, clip: [0, 0, 800, 600] })),
  ),
  width: 800,
  height: 600,
})
const LEFT_TITLE = run('部门收入总表', 150, 60)
const RIGHT_TITLE = run('部门支出总表', 550, 60)
const text = (x: number, y: number) => run('行政运行', x, y)

describe('pages on one sheet', () => {
  test('a gutter in the middle, and a title on each side of it', () => {
    const halves = sheetsOf(sheet([], [LEFT_TITLE, RIGHT_TITLE, text(348, 100), text(412, 100)]))
    expect(halves.map(({ runs }) => runs.map((each) => each.text))).toEqual([
      ['部门收入总表', '行政运行'],
      ['部门支出总表', '行政运行'],
    ])
  })

  test('a gutter is 24 of 800 points wide, and a part of no blank between two columns is', () => {
    const halves = (gap: number) =>
      sheetsOf(
        sheet([], [LEFT_TITLE, RIGHT_TITLE, text(360 - gap / 2, 100), text(400 + gap / 2, 100)]),
      )
    expect(halves(25)).toHaveLength(2)
    expect(halves(22)).toHaveLength(1)
  })

  test('what crosses the middle makes it one page: a title over both, a rule of a wide table', () => {
    const whole = run('部门收支总表', 370, 30)
    expect(sheetsOf(sheet([], [LEFT_TITLE, RIGHT_TITLE, whole]))).toHaveLength(1)
    const wide = h(100, 50, 750)
    expect(sheetsOf(sheet([wide], [LEFT_TITLE, RIGHT_TITLE]))).toHaveLength(1)
  })

  test('an upright page is one', () => {
    const upright = { ...sheet([], [LEFT_TITLE, RIGHT_TITLE]), height: 1000 }
    expect(sheetsOf(upright)).toHaveLength(1)
  })

  test('a page without a title of its own goes on with the table of the other, where both are numbered', () => {
    const numbers = (y: number) => [run('- 3 -', 190, y), run('- 4 -', 590, y)]
    const halves = (y: number) => sheetsOf(sheet([], [LEFT_TITLE, text(500, 100), ...numbers(y)]))
    expect(halves(545)).toHaveLength(2)
    expect(halves(530)).toHaveLength(1)
    expect(sheetsOf(sheet([], [LEFT_TITLE, text(500, 100)]))).toHaveLength(1)
  })
})

describe('tables of a sheet', () => {
  const rows = (x: number, from: number, texts: string[][]) =>
    texts.flatMap(([name, amount], i) => [
      run(name, x + 4, from + 20 * i + 14),
      run(amount, x + 120, from + 20 * i + 14),
    ])
  const grid = (x: number, from: number, lines: number) =>
    lattice(
      [x, x + 100, x + 200],
      Array.from({ length: lines + 1 }, (_, i) => from + 20 * i),
    )
  const tablesOf = (drawn: PdfPage) =>
    stitchTables(sheetsOf(drawn).map((half) => placeRuns(half, findGrids(half)))).tables

  test('each has its own title', () => {
    const drawn = sheet(
      [...grid(50, 80, 2), ...grid(450, 80, 2)],
      [
        ...[LEFT_TITLE, RIGHT_TITLE],
        ...rows(50, 80, [
          ['项目', '预算数'],
          ['事业收入', '1.00'],
        ]),
        ...rows(450, 80, [
          ['项目', '预算数'],
          ['教育支出', '2.00'],
        ]),
      ],
    )
    expect(tablesOf(drawn).map(({ title, rows: [row] }) => [title, row.cells[1]?.text])).toEqual([
      ['部门收入总表', '1.00'],
      ['部门支出总表', '2.00'],
    ])
  })

  test('one goes on from the left page to the right one', () => {
    const drawn = sheet(
      [...grid(50, 80, 3), ...grid(450, 80, 2)],
      [
        ...[LEFT_TITLE, run('3', 200, 560), run('4', 600, 560)],
        ...rows(50, 80, [
          ['项目', '预算数'],
          ['事业收入', '1.00'],
          ['经营收入', '3.00'],
        ]),
        ...rows(450, 80, [
          ['项目', '预算数'],
          ['其他收入', '2.00'],
        ]),
      ],
    )
    const tables = tablesOf(drawn)
    expect(tables).toHaveLength(1)
    expect(tables[0].rows.map(({ cells }) => cells[1]?.text)).toEqual(['1.00', '3.00', '2.00'])
    expect(tables[0].pages).toEqual([1])
  })
})
