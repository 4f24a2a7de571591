/** PDFs of some kilobytes that ask for all memory or all time there is, each in a way of its own. */
import { deflateSync } from 'node:zlib'
import { packed, page, pdf, streamOf } from './structures.js'

const TEXT = streamOf('BT /F 12 Tf 50 300 Td <00410042> Tj ET')
const FONT = '<</Font<</F 5 0 R>>>>'
const COMPOSITE =
  '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[6 0 R]>>'
const descendant = (entries: string) =>
  `<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>${entries}>>`
const cmap = (body: string) => packed(`/CIDInit /ProcSet findresource begin\n${body}\nend`)
const composite = (entries: string, map: Buffer) =>
  page(TEXT, FONT, [COMPOSITE, descendant(entries), map])
const filled = (megabytes: number, with_: string) => Buffer.alloc(megabytes * 2 ** 20, with_)
const around = (before: string, middle: Buffer, after: string) =>
  packed(Buffer.concat([Buffer.from(before), middle, Buffer.from(after)]))

/** Forms or patterns, each of which paints the next as often. */
function nested(depth: number, times: number): Buffer {
  const form = (i: number) =>
    streamOf(
      '/X Do '.repeat(times),
      `/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</XObject<</X ${6 + i} 0 R>>>>`,
    )
  const all = Array.from({ length: depth }, (_, i) => form(i))
  const last = streamOf('0 0 m 9 9 l S', '/Type/XObject/Subtype/Form/BBox[0 0 500 500]')
  return page(streamOf('/X Do'), '<</XObject<</X 5 0 R>>>>', [...all, last])
}

/** A chain of page nodes, one below the other. */
function deepTree(depth: number): Buffer {
  const nodes = Array.from(
    { length: depth },
    (_, i) => `<</Type/Pages/Kids[${i + 3} 0 R]/Count 1${i > 0 ? `/Parent ${i + 1} 0 R` : ''}>>`,
  )
  const leaf = `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox[0 0 500 500]>>`
  return pdf(['<</Type/Catalog/Pages 2 0 R>>', ...nodes, leaf])
}

/** A table of objects in a stream, as the last word of the file. */
function crossed(entries: string): Buffer {
  const table = streamOf(Buffer.alloc(64), `/Type/XRef/Root 1 0 R${entries}`)
  const whole = page(streamOf('q Q'), '<<>>', [table])
  const text = whole.toString('latin1')
  return Buffer.from(
    text.replace(/startxref\n\d+/, `startxref\n${text.indexOf('5 0 obj')}`),
    'latin1',
  )
}

const withTrailer = (whole: Buffer, entries: string) =>
  Buffer.from(
    whole.toString('latin1').replace('/Root 1 0 R>>', `/Root 1 0 R${entries}>>`),
    'latin1',
  )

export const BOMBS: Record<string, () => Buffer> = {
  widths: () => composite('/W[0 2147483647 500]', cmap('')),
  'vertical widths': () => composite('/W2[0 2147483647 500 1 1]', cmap('')),
  'hexadecimal string': () => page(around('BT <', filled(400, '4'), '> Tj ET')),
  string: () => page(around('BT (', filled(200, 'A'), ') Tj ET')),
  brackets: () => page(around('BT ', filled(64, '['), ' TJ ET')),
  dictionaries: () => page(around('/A ', filled(64, '<</A'), ' DP')),
  number: () => page(around('', filled(200, '9'), ' 0 m')),
  operators: () => page(around('', filled(256, '0 0 m '), '')),
  glyphs: () =>
    page(around('BT /F 9 Tf ', filled(64, '(AAAAAAAAAAAAAAAA)Tj '), 'ET'), FONT, [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ]),
  'packed twice': () =>
    page(streamOf(deflateSync(deflateSync(filled(512, ' '))), '/Filter[/FlateDecode/FlateDecode]')),
  predictor: () =>
    page(
      streamOf(
        deflateSync(filled(1, ' ')),
        '/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32>>',
      ),
    ),
  'inline picture': () =>
    page(around('BI /W 65535 /H 65535 /BPC 8 /CS /RGB ID ', filled(256, ' '), 'EI')),
  picture: () =>
    page(streamOf('/X Do'), '<</XObject<</X 5 0 R>>>>', [
      streamOf(
        '',
        '/Type/XObject/Subtype/Image/Width 2147483647/Height 2147483647/BitsPerComponent 16/ColorSpace/DeviceCMYK/Filter/JBIG2Decode',
      ),
    ]),
  codes: () =>
    composite(
      '',
      cmap(
        '1 begincidrange <00000000> <ffffffff> 0 endcidrange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange',
      ),
    ),
  'code map of itself': () =>
    page(TEXT, FONT, [
      COMPOSITE.replace('/Identity-H', ' 7 0 R'),
      descendant(''),
      streamOf('begincmap endcmap', '/Type/CMap/CMapName/X/UseCMap 7 0 R'),
    ]),
  differences: () =>
    page(TEXT, FONT, [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 2147483647/Widths[1]/Encoding<</Differences[2147483600 /A/B/C]>>>>',
    ]),
  'glyph of itself': () =>
    page(streamOf('BT /F 12 Tf (aaaa) Tj ET'), FONT, [
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>',
      streamOf('BT /F 1 Tf (aaaaaaaa) Tj ET'),
    ]),
  forms: () => nested(12, 12),
  function: () =>
    page(streamOf('/S sh'), '<</Shading<</S 5 0 R>>>>', [
      '<</ShadingType 1/ColorSpace/DeviceRGB/Domain[0 1e9 0 1e9]/Function 6 0 R>>',
      streamOf(
        '',
        '/FunctionType 0/Domain[0 1 0 1]/Range[0 1 0 1 0 1]/Size[2147483647 2147483647]/BitsPerSample 32',
      ),
    ]),
  'function of itself': () =>
    page(streamOf('/S sh'), '<</Shading<</S 5 0 R>>>>', [
      '<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 1]/Function 6 0 R>>',
      '<</FunctionType 3/Domain[0 1]/Functions[6 0 R 6 0 R]/Bounds[.5]/Encode[0 1 0 1]>>',
    ]),
  'pattern of itself': () =>
    page(streamOf('/Pattern cs /P scn 0 0 500 500 re f'), '<</Pattern<</P 5 0 R>>>>', [
      streamOf(
        '/Pattern cs /P scn 0 0 9 9 re f',
        '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 1e-9/YStep 1e-9/Resources<</Pattern<</P 5 0 R>>>>',
      ),
    ]),
  mesh: () =>
    page(streamOf('/S sh'), '<</Shading<</S 5 0 R>>>>', [
      streamOf(
        deflateSync(filled(128, '\0')),
        '/ShadingType 4/ColorSpace/DeviceRGB/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/Decode[0 1 0 1 0 1 0 1 0 1]/Filter/FlateDecode',
      ),
    ]),
  'colours of themselves': () =>
    page(streamOf('/C cs 1 scn'), '<</ColorSpace<</C 5 0 R>>>>', [
      '[/Indexed 5 0 R 2147483647 5 0 R]',
    ]),
  'page tree': () => deepTree(20_000),
  'pages of themselves': () =>
    pdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${'2 0 R '.repeat(1000)}]/Count 2147483647>>`,
    ]),
  box: () => page(streamOf('0 0 m 9 0 l S'), '<<>>', [], `[0 0 1${'0'.repeat(400)} 1e308]`),
  'cross references': () => crossed('/Size 2147483647/Index[0 2147483647]/W[0 0 0]'),
  'cross references of themselves': () => withTrailer(page(streamOf('q Q')), '/Prev 9/XRefStm 9'),
  'objects that extend themselves': () =>
    page(streamOf('q Q'), '5 0 R', [
      streamOf('1 0 2 5 <<>>', '/Type/ObjStm/N 2147483647/First 2147483647/Extends 5 0 R'),
    ]),
  'length of itself': () => page(Buffer.from('<</Length 4 0 R>>\nstream\nq Q\nendstream')),
  encrypted: () =>
    withTrailer(
      page(streamOf('q Q'), '<<>>', [
        '<</Filter/Standard/V 5/R 6/Length 2147483647/P -1/O<00>/U<00>/OE<>/UE<>/Perms<>/CF<</StdCF<</CFM/AESV3>>>>/StmF/StdCF/StrF/StdCF>>',
      ]),
      '/Encrypt 5 0 R/ID[<00><00>]',
    ),
  'layers of themselves': () =>
    pdf([
      '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</Order[5 0 R]/AS[5 0 R]>>>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Properties<</M 5 0 R>>>>>>',
      streamOf('/OC /M BDC 0 0 m 9 9 l S EMC'),
      '<</Type/OCMD/VE[/And 6 0 R 6 0 R]/OCGs 5 0 R>>',
      '[/Or 6 0 R 6 0 R]',
    ]),
  annotations: () =>
    pdf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Annots[${'5 0 R '.repeat(100_000)}]>>`,
      streamOf('q Q'),
      '<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 9 9]/Parent 5 0 R/Kids[5 0 R]/AP<</N 6 0 R>>>>',
      streamOf(
        '/X Do /X Do',
        '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 6 0 R>>>>',
      ),
    ]),
}
