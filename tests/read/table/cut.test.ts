/** What a page cuts off at a cell's edges stands beside the cell's text, and nowhere else. */
import { expect, test } from 'vitest'
import type { PdfPage } from '../../../schemas/stages.js'
import { findGrids } from '../../../src/read/grid/lattice.js'
import { readPdf } from '../../../src/read/pdf/read.js'
import { placeRuns } from '../../../src/read/table/place.js'
import { lattice, page, run } from '../../helpers/page.js'
import { pdfOf, stream } from '../../helpers/pdf.js'

const RULES = lattice([20, 120, 320], [100, 120, 140])

function placed(cut: PdfPage['cut']) {
  const lines = [run('总体目标', 22, 114), run('第一行，', 122, 110), run('下一格', 122, 134)]
  const drawn: PdfPage = { ...page(RULES, lines), cut }
  return placeRuns(drawn, findGrids(drawn)).grids[0].cells
}

test('a line below the edge of its cell is its cell’s, not that of the cell it lies in', () => {
  const cells = placed([{ run: run('第二行。', 122, 122), clip: [121, 101, 319, 119] }])
  expect(cells.map(({ text, whole }) => whole ?? text)).toEqual([
    '总体目标',
    '第一行，第二行。',
    '',
    '下一格',
  ])
  expect(cells.map(({ text }) => text)).toEqual(['总体目标', '第一行，', '', '下一格'])
})

test('bounds that are no cell’s cut off nothing of a cell', () => {
  const cells = placed([{ run: run('隐藏', 122, 122), clip: [0, 0, 600, 800] }])
  expect(cells.every(({ whole }) => whole === undefined)).toBe(true)
})

test('bounds may take in the rules of their cell, and no more', () => {
  const of = (edge: number) =>
    placed([{ run: run('尾', 122, 122), clip: [120 - edge, 100 - edge, 320 + edge, 120 + edge] }])
  expect(of(3.9).some(({ whole }) => whole !== undefined)).toBe(true)
  expect(of(4.1).some(({ whole }) => whole !== undefined)).toBe(false)
})

test('glyphs outside the bounds of what is painted are kept apart, with those bounds', async () => {
  const content = 'q 10 400 100 20 re W n BT /F 10 Tf 12 405 Td (in) Tj 0 -30 Td (out) Tj ET Q'
  const { pages } = await readPdf(
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
      stream(Buffer.from(content)),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ]),
  )
  expect(pages[0].runs.map(({ text }) => text)).toEqual(['in'])
  expect(pages[0].cut).toMatchObject([{ run: { text: 'out' }, clip: [10, 80, 110, 100] }])
})
