/** What a font draws and what the file says of it: where they contradict each other, it is said, and nowhere else. */
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/read/pdf/read.js'
import { UnicodeCmap } from '../../../src/read/pdf/unicode-cmap.js'
import { fileFindings } from '../../../src/understand/file-findings.js'
import { fontPage, stream } from '../../helpers/pdf.js'

const hex = (code: number) => code.toString(16).padStart(4, '0')
const mapOf = (pairs: Record<number, string>, digits = 2) => {
  const lines = Object.entries(pairs).map(([code, text]) => {
    const units = [...text].map((each) => hex(each.charCodeAt(0))).join('')
    return `<${hex(Number(code)).slice(-digits)}> <${units}>`
  })
  const space = `<${'0'.repeat(digits)}> <${'f'.repeat(digits)}>`
  return stream(
    Buffer.from(
      `begincmap 1 begincodespacerange ${space} endcodespacerange ${lines.length} beginbfchar ${lines.join(' ')} endbfchar endcmap`,
    ),
  )
}

const read = async (font: string, content: string, more: string[]) => {
  return (await readPdf(fontPage(font, content, more))).pages[0].contradicted
}

const DIGITS = [...'0123456789']
const byCode = (text: string, of: (char: string) => string = (char) => char) =>
  Object.fromEntries([...text].map((char) => [char.charCodeAt(0), of(char)]))
const oneIsSeven = (char: string) => (char === '1' ? '7' : char)

describe('simple fonts', () => {
  const simple = (encoding: string) =>
    `<</Type/Font/Subtype/TrueType/BaseFont/Arial${encoding}/ToUnicode 6 0 R>>`
  const WINDOWS = '/Encoding/WinAnsiEncoding'

  test('the names of the encoding say 1, the map says 7', async () => {
    const map = mapOf({ 49: '7' })
    expect(await read(simple(WINDOWS), '(1,281)', [map])).toEqual([{ font: 'Arial', count: 2 }])
  })

  test('what the map leaves out, or the page does not show, is not contradicted', async () => {
    expect(await read(simple(WINDOWS), '(2)', [mapOf({ 49: '7' })])).toBeUndefined()
    expect(await read(simple(WINDOWS), '(2,281)', [mapOf(byCode('128'))])).toBeUndefined()
    const unseen = '3 Tr (1) Tj 0 Tr (2)'
    expect(await read(simple(WINDOWS), unseen, [mapOf({ 49: '7' })])).toBeUndefined()
  })

  test('full width, a blank for a blank, a dash for a dash, a ligature are the same character', async () => {
    const map = mapOf({ 49: '１', 32: '\u00a0', 45: '\u2212', 108: 'fi' })
    expect(await read(simple(WINDOWS), '(1 -l)', [map])).toBeUndefined()
  })

  test('names that nobody knows say nothing', async () => {
    const named = '/Encoding<</Differences[49/g123/c7x]>>'
    expect(await read(simple(named), '(12)', [mapOf(byCode('12', oneIsSeven))])).toBeUndefined()
  })

  test('without names: codes that are those of ASCII but for one', async () => {
    const map = mapOf(byCode('0123456789', oneIsSeven))
    expect(await read(simple(''), '(1,281)', [map])).toEqual([{ font: 'Arial', count: 2 }])
  })

  test('without names: codes of a subset come as its characters do', async () => {
    const subset = Object.fromEntries(DIGITS.map((digit, i) => [0x30 + ((i * 7) % 10), digit]))
    expect(await read(simple(''), '(1,281)', [mapOf(subset)])).toBeUndefined()
    const few = mapOf({ 48: '0', 49: '7', 50: '2', 51: '3' })
    expect(await read(simple(''), '(123)', [few])).toBeUndefined()
  })
})

describe('composite fonts', () => {
  /** A program that is nothing but its table of characters: glyphs of `from` and those that follow. */
  const programOf = (from: number, to: number, glyph: number, [platform, encoding] = [3, 1]) => {
    const words = [
      ...[1, 0, 1, 0, 0, 0], // a program of one table
      ...[0x636d, 0x6170, 0, 0, 0, 28, 0, 44], // cmap
      ...[0, 1, platform, encoding, 0, 12],
      ...[4, 32, 0, 4, 0, 0, 0, to, 0xffff, 0, from, 0xffff, (glyph - from) & 0xffff, 1, 0, 0],
    ]
    const bytes = Buffer.alloc(words.length * 2)
    words.forEach((word, i) => {
      bytes.writeUInt16BE(word, i * 2)
    })
    return bytes
  }
  const FONT =
    '<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>'
  const objects = (program: Buffer, map: Record<number, string>) => [
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R/CIDToGIDMap/Identity>>',
    mapOf(map, 4),
    '<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80/FontFile2 9 0 R>>',
    stream(program),
  ]
  const digits = programOf(0x30, 0x39, 3)

  test('the program says that glyph 4 is a 1, the map says 7', async () => {
    const more = objects(digits, { 4: '7', 5: '2' })
    expect(await read(FONT, '<000400050004>', more)).toEqual([{ font: 'Song', count: 2 }])
    expect(await read(FONT, '<0005>', more)).toBeUndefined()
    expect(await read(FONT, '<00040005>', objects(digits, { 4: '1', 5: '２' }))).toBeUndefined()
  })

  test('Chinese characters too, but for forms of one character', async () => {
    const han = programOf(0x7f6e, 0x7f6e, 3)
    expect(await read(FONT, '<0003>', objects(han, { 3: '收' }))).toHaveLength(1)
    expect(await read(FONT, '<0003>', objects(han, { 3: '臵' }))).toBeUndefined()
  })

  test('a program without such a table, or with one by its own codes, says nothing', async () => {
    const own = programOf(0x30, 0x39, 3, [1, 0])
    const symbols = programOf(0xf030, 0xf039, 3, [3, 0])
    for (const program of [own, symbols, digits.subarray(0, 40), Buffer.from('no font')])
      expect(await read(FONT, '<0004>', objects(program, { 4: '7' }))).toBeUndefined()
    expect(UnicodeCmap.read(digits)?.glyphOf(0x31)).toBe(4)
  })
})

test('what is contradicted is said with its page and font, and is an error', () => {
  const unread = { unmapped: [], picture: null, drawn: 0, cells: [] }
  const page = { number: 3, sideways: 0, annotated: 0, watermarks: [], overlaps: [], unread }
  const contradicted = [{ font: 'Song', count: 2 }]
  const file = { failed: [], broken: [], producer: null, attachments: [] }
  const found = fileFindings({ ...file, pages: [{ ...page, hasText: true, contradicted }] }, [])
  expect(found).toMatchObject([{ code: 'contradicted_glyphs', severity: 'error', page: 3 }])
  expect(found[0].message.en).toContain('Song')
})
