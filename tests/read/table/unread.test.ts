/** What a page shows and no text says: pages that are pictures, ink in cells that are blank. */
import { expect, test } from 'vitest'
import type { PdfPage, Unread } from '../../../schemas/stages.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { unreadOf } from '../../../src/read/table/unread.js'
import { page, run, tablePage } from '../../helpers/page.js'

const unread = (drawn: PdfPage, shown: Partial<Unread>) => {
  const whole = { ...drawn, unread: { ...drawn.unread, ...shown } }
  return unreadOf(whole, placeRuns(whole, findGrids(whole)))
}
const TEXT = Array.from({ length: 10 }, (_, i) =>
  run('一般公共预算支出表说明文字', 20, 100 + 20 * i),
)

test('a page that a picture takes and no text stands on', () => {
  const scan = { pictures: [[0, 0, 600, 800] as [number, number, number, number]] }
  expect(unread(page([]), scan).picture).toEqual([0, 0, 600, 800])
  expect(unread(page([], TEXT), scan).picture).toBeNull()
  expect(unread(page([]), { pictures: [[0, 0, 300, 300]] }).picture).toBeNull()
})

test('a scan in strips is one picture', () => {
  const strips: Unread['pictures'] = [0, 1, 2, 3].map((i) => [0, 200 * i, 600, 200 * (i + 1)])
  expect(unread(page([]), { pictures: strips }).picture).toEqual([0, 0, 600, 800])
})

test('a picture under the title of a table is one; a chart in the text is none', () => {
  const chart: Unread['pictures'] = [[50, 330, 550, 600]]
  const title = run('2025年政府性基金预算支出表', 150, 310, 14)
  expect(unread(page([], [...TEXT, title]), { pictures: chart }).picture).toEqual(chart[0])
  expect(
    unread(page([], [...TEXT, run('图1 支出结构', 150, 310)]), { pictures: chart }).picture,
  ).toBeNull()
  expect(
    unread(page([], [...TEXT, title, run('12.50', 300, 400)]), { pictures: chart }).picture,
  ).toBeNull()
})

test('a blank cell in which something is drawn is counted, one with text is not', () => {
  const drawn = tablePage([
    ['科目', '合计'],
    ['教育', null],
  ])
  expect(unread(drawn, { drawings: [[130, 125, 170, 135]] }).cells).toEqual([[120, 120, 220, 140]])
  expect(unread(drawn, { drawings: [[30, 125, 70, 135]] }).cells).toEqual([])
  expect(unread(drawn, { drawings: [[130, 125, 230, 135]] }).cells).toEqual([])
})

test('characters that are drawn by their outlines are named where there are more of them than of text', () => {
  const shapes = (count: number): Unread['drawings'] =>
    Array.from({ length: count }, (_, i) => [10 * (i % 50), 20, 10 * (i % 50) + 8, 30])
  expect(unread(page([]), { drawings: shapes(120) }).drawn).toBe(120)
  expect(unread(page([]), { drawings: shapes(90) }).drawn).toBe(0)
  expect(unread(page([], TEXT), { drawings: shapes(120) }).drawn).toBe(0)
})

test('characters that nothing names are counted by font', () => {
  const of = (font: string) => ({ font, box: [0, 0, 1, 1] as [number, number, number, number] })
  expect(unread(page([]), { unmapped: [of('A'), of('B'), of('A')] }).unmapped).toEqual([
    { font: 'A', count: 2 },
    { font: 'B', count: 1 },
  ])
})

test('a page that could not be read has no size, and is no picture', () => {
  expect(unread({ ...page([]), width: 0, height: 0 }, {}).picture).toBeNull()
})

test('a page of more pictures than a call takes arguments is still one picture', () => {
  const tiles: Unread['pictures'] = Array.from({ length: 200_000 }, (_, i) => [
    i % 600,
    0,
    600,
    800,
  ])
  expect(unread(page([]), { pictures: tiles }).picture).toEqual([0, 0, 600, 800])
})

test('characters for private use are unread in a cell; outside, a few are somebody’s name, and bullets are none', () => {
  const secret = '\ue123'
  const counted = (drawn: PdfPage) => unread(drawn, {}).unmapped.map(({ count }) => count)
  expect(
    counted(
      tablePage([
        ['科目', '合计'],
        ['教育', `${secret}00`],
      ]),
    ),
  ).toEqual([1])
  expect(
    counted(
      tablePage([
        ['科目', '合计'],
        ['教育', '\uf031'],
      ]),
    ),
  ).toEqual([1])
  expect(
    counted(
      tablePage([
        ['科目', '合计'],
        ['\uf06c教育', '1.00'],
      ]),
    ),
  ).toEqual([])
  expect(counted(page([], [run(secret.repeat(4), 50, 100)]))).toEqual([])
  expect(counted(page([], [run(secret.repeat(5), 50, 100)]))).toEqual([5])
})
