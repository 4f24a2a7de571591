/** What a file asks for is bounded before it is made: each of these is a few kilobytes. */
import { expect, test } from 'vitest'
import { packed, page, streamOf } from '../../../scripts/fuzz/structures.js'
import { dropOverprints, dropShadows, type Glyph, toRuns } from '../../../src/read/pdf/glyphs.js'
import { readPdf } from '../../../src/read/pdf/read.js'
import { UnicodeCmap } from '../../../src/read/pdf/unicode-cmap.js'

const FONT = '<</Font<</F 5 0 R>>>>'
const HELVETICA = ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']

const composite = (widths: string) =>
  page(streamOf('BT /F 12 Tf 50 300 Td <00410042> Tj ET'), FONT, [
    '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4>>${widths}>>`,
    packed('1 beginbfrange\n<0041> <0042> <0041>\nendbfrange'),
  ])

test.each([
  ['/W[0 2147483647 500]', 6],
  ['/W[0 65535 500]', 6],
  ['/W[65 65 500 66 99999999999 250]', 6],
])('widths of %s are those of the characters that there can be', async (widths, advance) => {
  const [{ runs }] = (await readPdf(composite(widths))).pages
  expect(runs.map(({ text, origins }) => [text, origins[1] - origins[0]])).toEqual([
    ['AB', advance],
  ])
})

test.each([
  ['a hex string of eight million characters', `<${'41'.repeat(2 ** 23)}>`, /string/],
  ['a string of brackets', '('.repeat(2 ** 23), /string/],
  ['a name', `/${'A'.repeat(2 ** 23)}`, /name/],
  ['content', `${' '.repeat(2 ** 27)} q`, /stream/],
])('%s is too much', async (_, content, message) => {
  const file = page(packed(`BT /F 12 Tf ${content} Tj ET`), FONT, HELVETICA)
  expect(file.length).toBeLessThan(300_000)
  await expect(readPdf(file)).rejects.toMatchObject({
    code: 'too_much_content',
    message: expect.stringMatching(message),
  })
})

test('what one file asked for is not held against the next', async () => {
  const file = page(packed(`BT /F 12 Tf <${'41'.repeat(2 ** 23)}> Tj ET`), FONT, HELVETICA)
  await expect(readPdf(file)).rejects.toThrow()
  expect((await readPdf(page(streamOf('q Q')))).pages).toHaveLength(1)
})

test.each([
  ['characters', `BT /F 1 Tf ${`(${'A'.repeat(2 ** 12)}) Tj `.repeat(2 ** 7)} ET`, /characters/],
  ['lines', `0 0 m ${'9 9 l '.repeat(5_000_001)} S`, /lines/],
])('more %s than a page has', async (_, content, message) => {
  const file = page(packed(content), FONT, HELVETICA)
  await expect(readPdf(file)).rejects.toMatchObject({
    code: 'too_many_objects',
    message: expect.stringMatching(message),
  })
})

const ENDLESS = `1${'0'.repeat(400)}`

test.each([
  [`[0 0 ${ENDLESS} 500]`],
  ['[0 0 2000000 500]'],
  ['[0 0 500 500]/UserUnit 99999'],
])('a page without end cannot be drawn: %s', async (box) => {
  const file = page(streamOf('0 0 m 400 0 l S'), '<<>>', [], box)
  const { failed, pages } = await readPdf(file)
  expect([failed, pages[0].width]).toEqual([[1], 0])
})

test('a page as large as a map is drawn', async () => {
  const { failed } = await readPdf(page(streamOf('q Q'), '<<>>', [], '[0 0 900000 500]'))
  expect(failed).toEqual([])
})

test.each([
  `${ENDLESS} 0 0 1 0 0 cm`,
  '1e38 0 0 1e38 0 0 cm '.repeat(9),
])('what stands nowhere is not seen', async (matrix) => {
  const content = `q ${matrix} BT /F 12 Tf 5 5 Td (nowhere) Tj ET 0 0 m 9 0 l S Q BT /F 12 Tf 50 300 Td (here) Tj ET`
  const [{ runs, rules }] = (await readPdf(page(streamOf(content), FONT, HELVETICA))).pages
  expect(runs.map(({ text }) => text)).toContain('here')
  for (const { box } of runs) expect(box.every(Number.isFinite)).toBe(true)
  for (const { at, from, to } of rules) expect([at, from, to].every(Number.isFinite)).toBe(true)
})

const glyph = (x: number, baseline: number, size = 10): Glyph => ({
  ...{ text: '0', x, baseline, size, advance: 5 },
  ...{ clip: [0, 0, 1e6, 1e6], beyond: false, hidden: false, isFaint: false, isVivid: false },
})

test('a hundred thousand equal characters take no longer than others', () => {
  const line = Array.from({ length: 100_000 }, (_, i) => glyph(i * 5, 100))
  const started = performance.now()
  expect(dropOverprints(line)).toHaveLength(100_000)
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('a hundred thousand equal texts take no longer than others', () => {
  const [run] = toRuns([...'000'].map((_, i) => glyph(i * 5, 100)))
  const lines = Array.from({ length: 100_000 }, (_, i) => ({ ...run, baseline: i * 5 }))
  const started = performance.now()
  expect(dropShadows(lines)).toHaveLength(100_000)
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('a copy is dropped in whatever square it stands, however large it is', () => {
  for (const size of [6, 12, 44, 80])
    for (let at = 0; at < 8; at += 0.5) {
      const near = 0.19 * size
      const beside = [glyph(at, 50, size), glyph(at + near, 50 + near, size)]
      expect(dropOverprints(beside)).toHaveLength(1)
      const apart = [glyph(at, 50, size), glyph(at + 0.21 * size, 50, size)]
      expect(dropOverprints(apart)).toHaveLength(2)
    }
})

/** A font program whose own table says the same range of characters again and again: 60,000 of them, 20,000 times. */
function overlappingRanges(count: number): Uint8Array {
  const program = Buffer.alloc(12 + 16 + 12 + 16 + 12 * count)
  program.writeUInt16BE(1, 4)
  program.write('cmap', 12, 'latin1')
  program.writeUInt32BE(28, 20)
  program.writeUInt16BE(1, 30)
  program.writeUInt16BE(3, 32)
  program.writeUInt16BE(10, 34)
  program.writeUInt32BE(12, 36)
  program.writeUInt16BE(12, 40)
  program.writeUInt32BE(count, 52)
  for (let i = 0; i < count; i++) {
    program.writeUInt32BE(0, 56 + 12 * i)
    program.writeUInt32BE(60_000, 60 + 12 * i)
    program.writeUInt32BE(0, 64 + 12 * i)
  }
  return program
}

test('ranges of a font that lie over each other are gone through once', () => {
  const started = performance.now()
  expect(UnicodeCmap.read(overlappingRanges(20_000))?.charactersOf(49)).toEqual([49])
  expect(performance.now() - started).toBeLessThan(3_000)
})
