/** What `src/read/pdf/core.ts` leaves out of pdf.js changes nothing that is read: compared with pdf.js whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { PdfFont, PdfGlyph } from '#pdfjs'
import type { PdfPage } from '../../../schemas/stages.js'
import { dropOverprints, toCutRuns, toRuns } from '../../../src/read/pdf/glyphs.js'
import { Interpreter } from '../../../src/read/pdf/interpreter.js'
import { toMatrix } from '../../../src/read/pdf/matrix.js'
import { OPERATORS } from '../../../src/read/pdf/operators.js'
import { readPdf } from '../../../src/read/pdf/read.js'
import { viewportOf } from '../../../src/read/pdf/viewport.js'
import { pageFailures } from '../../../src/understand/file-findings.js'
import { onePage, pdfOf, stream } from '../../helpers/pdf.js'

const SAMPLES = new URL('../../../samples/', import.meta.url)

/** The same pages by pdf.js's public way: its own lists of operators, fonts rebuilt, streams unpacked by itself. */
async function readByTheBook(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const list = await page.getOperatorList({ annotationMode: 0 })
    const fonts = new Map<string, PdfFont>()
    for (const [i, operator] of list.fnArray.entries()) {
      if (operator !== OPS.setFont) continue
      const [name] = list.argsArray[i]
      fonts.set(name, await new Promise((resolve) => page.commonObjs.get(name, resolve)))
    }
    const interpreter = new Interpreter(toMatrix(transform), [0, 0, width, height])
    list.fnArray.forEach((operator, i) => {
      operate(interpreter, fonts, operator, list.argsArray[i] ?? [])
    })
    const runs = toRuns(dropOverprints(interpreter.glyphs))
    const { rules, skewed: sideways } = interpreter
    const cut = toCutRuns(interpreter.cut)
    const { unmapped, pictures, drawings } = interpreter
    const unread = { unmapped, pictures, drawings }
    pages.push({ number, width, height, runs, cut, rules, sideways, unread, annotated: 0 })
  }
  await document.loadingTask.destroy()
  return pages
}

/** What a canvas is told to draw, in words of our own page. */
function operate(page: Interpreter, fonts: Map<string, PdfFont>, operator: number, args: never[]) {
  const forCanvas: Record<number, () => void> = {
    [OPS.save]: () => page.save(),
    [OPS.restore]: () => page.restore(),
    [OPS.transform]: () => page.transform(toMatrix(args)),
    [OPS.setFont]: () => page.setFont(fonts.get(args[0]) as PdfFont, args[1]),
    [OPS.setGState]: () => {
      for (const [key, value] of args[0] as [string, never][])
        if (key === 'Font') page.setFont(fonts.get(value[0]) as PdfFont, value[1])
    },
    [OPS.setTextMatrix]: () => page.setTextMatrix(toMatrix(args[0])),
    [OPS.showText]: () => {
      for (const item of args[0] as (PdfGlyph | number)[])
        typeof item === 'number' ? page.kern(item) : page.showGlyphs([item])
    },
    [OPS.constructPath]: () => {
      layPath(page, args[1][0] ?? [])
      OPERATORS[args[0]]?.(page, [])
    },
    [OPS.paintFormXObjectBegin]: () => page.enter(toMatrix(args[0]), args[1]),
    [OPS.paintFormXObjectEnd]: () => page.restore(),
  }
  const drawn = forCanvas[operator]
  drawn ? drawn() : OPERATORS[operator]?.(page, args)
}

/** pdf.js hands a path over as one list: 0 x y, 1 x y, 2 with six numbers, 3 with four, and 4. */
function layPath({ state: { path } }: Interpreter, buffer: number[]) {
  for (let i = 0; i < buffer.length; ) {
    const [step, x, y] = buffer.slice(i, i + 3)
    if (step === 0) path.moveTo(x, y)
    else if (step === 1) path.lineTo(x, y)
    else if (step === 4) path.close()
    else path.curve(buffer.slice(i + 1, i + (step === 2 ? 7 : 5)))
    i += [3, 3, 7, 5, 1][step]
  }
}

/** The same texts and rules at the same places. A canvas is told of places in single precision. */
function expectSame(pages: PdfPage[], others: PdfPage[]) {
  const [own, other] = [pages, others].map((all) => {
    const places: number[] = []
    // Pictures are too large for what we let pdf.js decode: it leaves them out of its list.
    const rest = JSON.stringify(all, (key, value) =>
      key === 'pictures' ? [] : typeof value === 'number' ? places.push(value) && 0 : value,
    )
    return { places, rest: JSON.parse(rest) }
  })
  expect(own.rest).toEqual(other.rest)
  const apart = own.places.map((place, i) => Math.abs(place - other.places[i]))
  expect(Math.max(0, ...apart.filter((distance) => !(distance < 0.001)))).toBe(0)
}

const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'))

test.each(samples)('%s: the same runs and rules', async (name) => {
  const bytes = readFileSync(new URL(name, SAMPLES))
  const { pages } = await readPdf(bytes)
  expect(pages.flatMap(({ runs }) => runs).length).toBeGreaterThan(100)
  expectSame(pages, await readByTheBook(bytes))
})

test.each([
  0, 90, 180, 270,
])('a page turned by %i, its box off the origin, scaled', async (rotate) => {
  const file = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[-10 -20 190 80]/CropBox[-5 -7 150 70]/Rotate ${rotate}/UserUnit 2>>`,
  ])
  const document = await getDocument({ data: new Uint8Array(file) }).promise
  const viewport = (await document.getPage(1)).getViewport({ scale: 1 })
  const own = viewportOf({ view: [-5, -7, 150, 70], rotate, userUnit: 2 })
  expect(own.toPage.map((value) => value + 0)).toEqual(viewport.transform.map((value) => value + 0))
  expect([own.width, own.height]).toEqual([viewport.width, viewport.height])
})

/** Every operator that is read, in a page, a form with a matrix and bounds, a form that shows itself, and a mask. */
const DRAWING = `
q 2 0 0 2 10 20 cm 0 0 50 0.5 re f 60 10 m 120 10 l S 5 5 m 5 50 l h s 7 7 0.4 60 re f* Q
q 10 300 200 20 re W n 20 310 m 400 310 l S Q
q 50 100 m 60 110 70 120 300 120 c 50 130 m 300 130 l B 50 140 m 300 140 l 300 180 l b
50 150 m 60 110 300 150 v S 50 160 m 60 110 300 160 y S 50 170 m 300 170 l b* 0 0 0 0 re B* Q
BT /F 12 Tf 1 0 0 1 50 400 Tm (Tj) Tj 2 Tc 5 Tw 80 Tz 14 TL [(T J) -500 (kern)] TJ T* (next) Tj
(quote) ' 1 2 (double) " 3 Ts (rise) Tj 0 -20 TD (moved) Tj 3 Tr (unseen) Tj 0 Tr 10 -10 Td (seen) Tj ET
/State gs BT 300 400 Td (by state) Tj ET /Form Do /Group Do /Self Do /Image Do /None Do /Mask gs
BI /W 1 /H 1 /BPC 8 /CS /G ID x EI
0.5 g 1 0 0 rg /P cs /Tile scn 0 0 10 10 re f BT /F 10 Tf 20 20 Td (end) Tj ET`

test('every operator, forms in forms, masks: as pdf.js tells a canvas to draw them', async () => {
  const form = (text: string, more = '') =>
    stream(Buffer.from(text), `/Type/XObject/Subtype/Form${more}`)
  const names =
    '/Font<</F 5 0 R>>/XObject<</Form 6 0 R/Group 7 0 R/Self 8 0 R/Image 9 0 R>>/ExtGState<</State<</Font[5 0 R 20]>>/Mask<</SMask<</S/Luminosity/G 10 0 R>>>>>>/Pattern<</Tile 11 0 R>>'
  const file = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<<${names}>>>>`,
    stream(Buffer.from(DRAWING)),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    form('BT /F 8 Tf (form) Tj ET 0 9 m 70 9 l S', '/Matrix[1 0 0 1 200 200]/BBox[0 0 60 60]'),
    form(
      'q 0 0 40 1 re f /Form Do',
      '/Group<</S/Transparency>>/Matrix[1 0 0 1 5 6]/BBox[0 0 400 400]',
    ),
    form('0 250 m 90 250 l S /Self Do', '/BBox[0 0 500 500]'),
    stream(
      Buffer.from('x'),
      '/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray',
    ),
    form('BT /F 9 Tf 300 50 Td (in a mask) Tj ET', '/BBox[0 0 500 500]'),
    stream(
      Buffer.from('0 0 5 1 re f'),
      '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 5 5]/XStep 5/YStep 5/Resources<<>>',
    ),
  ])
  const { pages } = await readPdf(file)
  const texts = pages[0].runs.map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['by state', 'form', 'in a mask', 'end']))
  expectSame(pages, await readByTheBook(file))
})

const LINE = '10 10 m 100 10 l S\n'

test('a stream that breaks off gives what there is of it', async () => {
  const whole = deflateSync(Buffer.from(LINE.repeat(4000)), { level: 0 })
  const broken = stream(whole.subarray(0, whole.length / 2), '/Filter/FlateDecode')
  const [page] = (await readPdf(onePage(broken))).pages
  expect(page.rules.length).toBeGreaterThan(1000)
  expect(page.rules.length).toBeLessThan(4000)
})

test('a page whose content is not PDF from some point on is told, and what stands before is read', async () => {
  const bad = '1 m '.repeat(12)
  const { pages, broken } = await readPdf(onePage(stream(Buffer.from(LINE + bad + LINE))))
  expect([pages[0].rules.length, broken]).toEqual([1, [1]])
  expect(pageFailures({ failed: [], broken })).toMatchObject([
    { code: 'page_unreadable', severity: 'error', page: 1 },
  ])
  expect((await readPdf(onePage(stream(Buffer.from(LINE))))).broken).toEqual([])
})

test('a drawing of a million steps is one object, and what comes after it is read', async () => {
  const steps = Buffer.alloc(1_100_000 * 6, '5 5 l ')
  const content = Buffer.concat([Buffer.from('0 0 m '), steps, Buffer.from(`h f\n${LINE}`)])
  const { pages, broken } = await readPdf(
    onePage(stream(deflateSync(content), '/Filter/FlateDecode')),
  )
  expect([pages[0].rules.length, broken]).toEqual([1, []])
})

test('a graphics state and a form of one name are two things; a dictionary is no place', async () => {
  const content = '/A gs <</B 1>> 0 0 1 0 0 cm /A Do BT /F 9 Tf 5 <</B 1>> Td (here) Tj ET'
  const file = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</ExtGState<</A<</LW 2>>>>/XObject<</A 5 0 R>>/Font<</F 6 0 R>>>>>>',
    stream(Buffer.from(content)),
    stream(Buffer.from(LINE), '/Type/XObject/Subtype/Form/BBox[0 0 500 500]'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ])
  const { pages } = await readPdf(file)
  expect([pages[0].rules.length, pages[0].runs.map(({ text }) => text)]).toEqual([1, ['here']])
  expectSame(pages, await readByTheBook(file))
})

test('resources in the dictionary of the content itself count too', async () => {
  const line = Buffer.from('10 10 m 100 10 l S')
  const file = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<<>>>>',
    stream(Buffer.from('/Line Do'), '/Resources<</XObject<</Line 5 0 R>>>>'),
    stream(line, '/Type/XObject/Subtype/Form/BBox[0 0 500 500]'),
  ])
  const { pages } = await readPdf(file)
  expect(pages[0].rules).toHaveLength(1)
  expectSame(pages, await readByTheBook(file))
})

test('bytes that stand within a larger buffer are read as those that stand alone, and left as they are', async () => {
  const bytes = readFileSync(new URL(samples[0], SAMPLES))
  const within = Buffer.concat([Buffer.from('before'), bytes]).subarray(6)
  expect(within.byteOffset % 8).not.toBe(0)
  expect(await readPdf(within)).toEqual(await readPdf(bytes))
  expect(within.equals(bytes)).toBe(true)
})
