/** What `src/pdf/core.ts` leaves out of pdf.js changes nothing that is read: compared with pdf.js whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { PdfPage } from '../../schemas/stages.js'
import { dropOverprints, toRuns } from '../../src/pdf/glyphs.js'
import { type FontInfo, Interpreter } from '../../src/pdf/interpreter.js'
import { toMatrix } from '../../src/pdf/matrix.js'
import { readPdf } from '../../src/pdf/read.js'
import { viewportOf } from '../../src/pdf/viewport.js'
import { onePage, pdfOf, stream } from '../helpers/pdf.js'

const SAMPLES = new URL('../../samples/', import.meta.url)

/** The same pages by pdf.js's public way: its own lists of operators, fonts rebuilt, streams unpacked by itself. */
async function readByTheBook(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const list = await page.getOperatorList({ annotationMode: 0 })
    const fonts = new Map<string, FontInfo>()
    for (const [i, operator] of list.fnArray.entries()) {
      if (operator !== OPS.setFont) continue
      const [name] = list.argsArray[i]
      fonts.set(name, await new Promise((resolve) => page.commonObjs.get(name, resolve)))
    }
    const fontOf = (name: string) => fonts.get(name) ?? null
    const interpreter = new Interpreter(toMatrix(transform), [0, 0, width, height], fontOf)
    list.fnArray.forEach((operator, i) => {
      interpreter.operate(operator, list.argsArray[i])
    })
    const runs = toRuns(dropOverprints(interpreter.glyphs))
    const { rules, skewed: sideways } = interpreter
    pages.push({ number, width, height, runs, rules, sideways })
  }
  await document.loadingTask.destroy()
  return pages
}

/** Coordinates are sums in another order. */
const rounded = (pages: PdfPage[]) =>
  JSON.parse(JSON.stringify(pages), (_, value) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : value,
  )

const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'))

test.each(samples)('%s: the same runs and rules', async (name) => {
  const bytes = readFileSync(new URL(name, SAMPLES))
  const { pages } = await readPdf(bytes)
  expect(pages.flatMap(({ runs }) => runs).length).toBeGreaterThan(100)
  expect(rounded(pages)).toEqual(rounded(await readByTheBook(bytes)))
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

const LINE = '10 10 m 100 10 l S\n'

test('a stream that breaks off gives what there is of it', async () => {
  const whole = deflateSync(Buffer.from(LINE.repeat(4000)), { level: 0 })
  const broken = stream(whole.subarray(0, whole.length / 2), '/Filter/FlateDecode')
  const [page] = (await readPdf(onePage(broken))).pages
  expect(page.rules.length).toBeGreaterThan(1000)
  expect(page.rules.length).toBeLessThan(4000)
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
  expect(rounded(pages)).toEqual(rounded(await readByTheBook(file)))
})

test('bytes that stand within a larger buffer are read as those that stand alone, and left as they are', async () => {
  const bytes = readFileSync(new URL(samples[0], SAMPLES))
  const within = Buffer.concat([Buffer.from('before'), bytes]).subarray(6)
  expect(within.byteOffset % 8).not.toBe(0)
  expect(await readPdf(within)).toEqual(await readPdf(bytes))
  expect(within.equals(bytes)).toBe(true)
})
