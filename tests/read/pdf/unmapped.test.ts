/** Characters of which the file does not say what they are stand in the text as such, and are counted. */
import { expect, test } from 'vitest'
import { readPdf } from '../../../src/read/pdf/read.js'
import { fontPage, stream } from '../../helpers/pdf.js'

const page = async (font: string, content: string, more: string[] = []) => {
  return (await readPdf(fontPage(font, content, more))).pages[0]
}

const type3 = (names: string) =>
  `<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.1 0 0 0.1 0 0]/FirstChar 49/LastChar 50/Widths[6 6]/CharProcs<<>>/Encoding<</Differences[49${names}]>>>>`

test('shapes of a Type 3 font without names that mean something', async () => {
  const { runs, unread } = await page(type3('/x1/x2'), '(12)')
  expect(runs.map(({ text }) => text)).toEqual(['\ufffd\ufffd'])
  expect(unread.unmapped).toHaveLength(2)
})

test('shapes with names are what their names say', async () => {
  const { runs, unread } = await page(type3('/seven/eight'), '(12)')
  expect(runs.map(({ text }) => text)).toEqual(['78'])
  expect(unread.unmapped).toEqual([])
})

const composite = (extra: string) =>
  `<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]${extra}>>`
const descendant =
  '<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R>>'
const descriptor =
  '<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>'
const map = stream(
  Buffer.from(
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0032> <0037> endbfchar endcmap end',
  ),
)

test('glyphs by number without a map are not the characters of those numbers', async () => {
  const { runs, unread } = await page(composite(''), '<00310032>', [descendant, map, descriptor])
  expect(runs.map(({ text }) => text)).toEqual(['\ufffd\ufffd'])
  expect(unread.unmapped.map(({ font }) => font)).toEqual(['X', 'X'])
})

test('of those that a map leaves out only they are unknown', async () => {
  const { runs, unread } = await page(composite('/ToUnicode 7 0 R'), '<00320031>', [
    descendant,
    map,
    descriptor,
  ])
  expect(runs.map(({ text }) => text)).toEqual(['7\ufffd'])
  expect(unread.unmapped).toHaveLength(1)
})
