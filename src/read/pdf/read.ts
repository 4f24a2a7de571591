/** PDF bytes -> pages of positioned glyph runs and rules. The only door to pdf.js. */
import {
  bounds,
  type CoreDict,
  type CoreDocument,
  type CorePage,
  type CoreStream,
  clearGlobalCaches,
  Dict,
  type Handler,
} from '#pdfjs'
import { InputError } from '../../../schemas/input-error.js'
import type { PdfFile, PdfPage } from '../../../schemas/stages.js'
import { assertPdf } from './assert-pdf.js'
import { attachmentsOf, filesPinnedTo } from './attachments.js'
import { Content } from './content.js'
import { dropOverprints, dropShadows, type Glyph, toCutRuns, toRuns } from './glyphs.js'
import { Interpreter } from './interpreter.js'
import { Layers } from './layers.js'
import { assertBounds, assertPages, LimitError, OperatorCount } from './limits.js'
import { type OpenDocument, openDocument } from './open.js'
import { ignoreStrays } from './strays.js'
import { withPlainSigns } from './symbols.js'
import { turned } from './turn.js'
import { type Viewport, viewportOf } from './viewport.js'
import { partWatermarks } from './watermarks.js'

/**
 * @param bytes a whole PDF; left as it is
 * @returns its pages, all lengths in points as displayed; pages that pdf.js cannot draw are named in `failed`
 * @throws InputError not_pdf, encrypted or damaged; LimitError where it asks for too much
 */
export function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  return readPages(bytes, (page) => page)
}

/**
 * As `readPdf`, but each page is let go once `take` has had it: a page's glyphs weigh many times what is
 * read from them, and what lives for a page only costs the collector nothing.
 * @throws what `take` throws, too
 */
export function readPages<Page>(
  bytes: Uint8Array,
  take: (page: PdfPage) => Page,
): Promise<PdfFile<Page>> {
  const reading = queue.then(() => readAlone(bytes, take))
  queue = reading.catch(() => {})
  return reading
}

/** pdf.js keeps caches for all documents; they are cleared after each, so documents are read in turn. */
let queue: Promise<unknown> = Promise.resolve()

async function readAlone<Page>(
  bytes: Uint8Array,
  take: (page: PdfPage) => Page,
): Promise<PdfFile<Page>> {
  assertPdf(bytes)
  const endIgnoring = ignoreStrays()
  bounds.broken = null
  try {
    return await readAll(await openCounted(bytes), take)
  } finally {
    clearGlobalCaches()
    endIgnoring()
  }
}

/** Only what pdf.js says of the file is a word about the file. */
async function openCounted(bytes: Uint8Array): Promise<{ open: OpenDocument; numPages: number }> {
  try {
    const open = await openDocument(bytes)
    return { open, numPages: open.document.numPages }
  } catch (cause) {
    assertBounds(bounds.broken)
    throw asInputError(cause)
  }
}

async function readAll<Page>(
  { open, numPages }: { open: OpenDocument; numPages: number },
  take: (page: PdfPage) => Page,
): Promise<PdfFile<Page>> {
  assertPages(numPages)
  const file: PdfFile<Page> = {
    ...{ pages: [], failed: [], broken: [], producer: producerOf(open) },
    attachments: attachmentsOf(open.document),
  }
  for (let number = 1; number <= numPages; number++) {
    const read = await readPage(open, number).catch(unlessLimit)
    assertBounds(bounds.broken)
    if (!read) file.failed.push(number)
    if (read?.broken) file.broken.push(number)
    for (const name of read?.files ?? [])
      if (!file.attachments.includes(name)) file.attachments.push(name)
    file.pages.push(take(read?.page ?? emptyPage(number)))
  }
  return file
}

function unlessLimit(cause: unknown): null {
  if (cause instanceof LimitError) throw cause
  return null
}

function emptyPage(number: number): PdfPage {
  return {
    ...{ number, width: 0, height: 0, runs: [], cut: [], rules: [], sideways: 0 },
    ...{ unread: { unmapped: [], pictures: [], drawings: [] }, annotated: 0, watermarks: [] },
  }
}

function producerOf({ document }: OpenDocument): string | null {
  try {
    const { Producer, Creator } = document.documentInfo
    return Producer || Creator || null
  } catch {
    return null
  }
}

async function readPage(
  { document, handler }: OpenDocument,
  number: number,
): Promise<{ page: PdfPage; broken: boolean; files: string[] }> {
  const page = await document.getPage(number - 1)
  const files = filesPinnedTo(page)
  const viewport = viewportOf(page)
  const upright = await paintPage(page, document, handler, viewport)
  const degrees = upright.interpreter.angles.commonest
  if (degrees === 0) return { page: pageOf(number, upright), broken: upright.broken, files }
  const view = turned(viewport, degrees)
  const again = await paintPage(page, document, handler, view)
  return { page: { ...pageOf(number, again), back: view.back }, broken: again.broken, files }
}

interface Painted {
  viewport: Viewport
  interpreter: Interpreter
  /** How many of the characters are those of annotations. */
  annotated: number
  broken: boolean
}

async function paintPage(
  page: CorePage,
  document: CoreDocument,
  handler: Handler,
  viewport: Viewport,
): Promise<Painted> {
  const { width, height, toPage } = viewport
  const interpreter = new Interpreter(toPage, [0, 0, width, height])
  const count = new OperatorCount(page.pageIndex + 1)
  const content = new Content(page, handler, interpreter, count, layersOf(document))
  const stream = await page.getContentStream()
  await content.read(stream, resourcesOf(page, stream))
  const painted = interpreter.glyphs.length
  await content.readAnnotations(page)
  const annotated = interpreter.glyphs.length - painted
  return { viewport, interpreter, annotated, broken: content.broken }
}

function pageOf(number: number, { viewport, interpreter, annotated }: Painted): PdfPage {
  const { width, height } = viewport
  const { rules, skewed: sideways, unmapped, pictures, drawings } = interpreter
  const seen = withPlainSigns(toRuns(dropOverprints(interpreter.glyphs.filter(isSeen))))
  const { runs, watermarks: laid } = partWatermarks(dropShadows(seen), rules)
  const watermarks = [...laid, ...toRuns(interpreter.watermarks.filter(isSeen))]
  const cut = toCutRuns(interpreter.cut.filter(isSeen))
  const unread = { unmapped, pictures, drawings }
  const page = { number, width, height, runs, cut, rules, sideways, unread, annotated, watermarks }
  if (interpreter.contradicted.size === 0) return page
  const contradicted = [...interpreter.contradicted].map(([font, count]) => ({ font, count }))
  return { ...page, contradicted }
}

const isSeen = ({ hidden }: Glyph) => !hidden

function layersOf({ catalog }: CoreDocument): Layers {
  try {
    return new Layers(catalog.optionalContentConfig)
  } catch {
    return new Layers(null)
  }
}

/** As pdf.js does it: some producers put resources into the dictionary of the content itself. */
function resourcesOf({ xref, resources }: CorePage, { dict }: CoreStream): CoreDict {
  const own = dict?.get('Resources')
  if (!(own instanceof Dict) || own.size === 0) return resources
  return Dict.merge({ xref, dictArray: [own, resources], mergeSubDicts: true })
}

function asInputError(cause: unknown): InputError {
  if (cause instanceof InputError) return cause
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException') {
    return new InputError(
      'encrypted',
      {
        zh: '文件要求密码：请另存一份不加密的',
        en: 'the file asks for a password: save an open copy of it',
      },
      { cause },
    )
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new InputError(
    'damaged',
    {
      zh: `文件已损坏（${reason}）：请重新下载`,
      en: `the file is damaged (${reason}): download it again`,
    },
    { cause },
  )
}
