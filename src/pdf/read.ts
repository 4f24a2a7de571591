/** PDF bytes -> pages of positioned glyph runs and rules. The only door to pdf.js. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfFile, PdfPage } from '../../schemas/stages.js'
import { dropOverprints, toRuns } from './glyphs.js'
import { assertPdf, InputError } from './input-error.js'
import { type FontInfo, Interpreter, type OperatorList } from './interpreter.js'
import { assertOperators, assertPages, LimitError } from './limits.js'
import { toMatrix } from './matrix.js'
import { ignoreStrays } from './strays.js'
import { UNDRAWN_DOCUMENT } from './undrawn-fonts.js'

/** CMaps and standard fonts stand in pdf.js's own package, wherever npm put it. */
const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string) => `${path.join(PACKAGE, name)}${path.sep}`

/**
 * @param bytes a whole PDF; left as it is
 * @returns its pages, all lengths in points as displayed; pages that pdf.js cannot draw are named in `failed`
 * @throws InputError not_pdf, encrypted or damaged; LimitError where it asks for too much
 */
export function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const reading = queue.then(() => readAlone(bytes))
  queue = reading.catch(() => {})
  return reading
}

/**
 * Without a worker thread pdf.js answers two documents at once with each other's
 * page counts (5.4.624: "Invalid page request"), so they are read in turn.
 */
let queue: Promise<unknown> = Promise.resolve()

async function readAlone(bytes: Uint8Array): Promise<PdfFile> {
  assertPdf(bytes)
  const task = openTask(bytes)
  const endIgnoring = ignoreStrays()
  try {
    const document = await task.promise
    assertPages(document.numPages)
    const file: PdfFile = { pages: [], failed: [], producer: await producerOf(document) }
    for (let number = 1; number <= document.numPages; number++) {
      try {
        file.pages.push(await readPage(document, number))
      } catch (cause) {
        if (cause instanceof LimitError) throw cause
        file.failed.push(number)
        file.pages.push({ number, width: 0, height: 0, runs: [], rules: [], sideways: 0 })
      }
    }
    return file
  } catch (cause) {
    throw cause instanceof LimitError ? cause : asInputError(cause)
  } finally {
    await task.destroy()
    endIgnoring()
  }
}

/** PDF is hostile input: nothing of it is evaluated, fetched or drawn, and no picture is decoded. */
export function openTask(bytes: Uint8Array) {
  return getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: false,
    ownerDocument: UNDRAWN_DOCUMENT,
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
}

async function producerOf(document: PDFDocumentProxy): Promise<string | null> {
  const metadata = await document.getMetadata().catch(() => null)
  const info = metadata?.info as { Producer?: string; Creator?: string } | undefined
  return info?.Producer || info?.Creator || null
}

export async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const list = (await page.getOperatorList({ annotationMode: 0 })) as OperatorList
  assertOperators(list.fnArray.length, number)
  const fontOf = (name: string): FontInfo | null =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontInfo) : null
  const interpreter = new Interpreter(toMatrix(transform), [0, 0, width, height], fontOf)
  interpreter.run(list)
  page.cleanup()
  const runs = toRuns(dropOverprints(interpreter.glyphs))
  return { number, width, height, runs, rules: interpreter.rules, sideways: interpreter.skewed }
}

function asInputError(cause: unknown): InputError {
  if (cause instanceof InputError) return cause
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException') {
    return new InputError('encrypted', 'the file asks for a password: save an open copy of it', {
      cause,
    })
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new InputError('damaged', `the file is damaged (${reason}): download it again`, { cause })
}
