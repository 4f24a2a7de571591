/** pdf.js and its own viewer: draws the pages in sight, and no more. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs'
import { documentUrl, pdfjsUrl } from '../address.js'

export type NoPage = 'missing' | 'changed' | 'broken'

/** What a viewer says of a page that it has drawn. */
export interface DrawnPage {
  number: number
  div: HTMLDivElement
  /** As displayed, in points. */
  width: number
  height: number
}

export interface OpenViewer {
  viewer: PDFViewer
  close: () => void
}

/** A PDF on its way. */
export type Opening = ReturnType<typeof pdfjs.getDocument>

/** Begins to load a PDF and what shows it, while others do something else. */
export function beginToOpen(file: string): Opening {
  pdfjs.GlobalWorkerOptions.workerSrc = pdfjsUrl('worker.mjs')
  void viewerParts()
  const opening = pdfjs.getDocument({
    url: documentUrl(file, 'source.pdf'),
    cMapUrl: pdfjsUrl('cmaps/'),
    standardFontDataUrl: pdfjsUrl('standard_fonts/'),
    wasmUrl: pdfjsUrl('wasm/'),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: true,
  })
  // Who waits for it meets the failure.
  opening.promise.catch(() => {})
  return opening
}

/** They take the library from where the library puts itself: it must be there first. */
const viewerParts = () => import('pdfjs-dist/legacy/web/pdf_viewer.mjs')

/** @param onDrawn a page is drawn, again each time that it is drawn again @throws NoPage */
export async function openViewer(
  opening: Opening,
  container: HTMLDivElement,
  onDrawn: (page: DrawnPage) => void,
): Promise<OpenViewer> {
  const { EventBus, PDFViewer } = await viewerParts()
  const document = await opening.promise.catch((cause: { status?: number }) => {
    throw cause.status === 409 ? 'changed' : cause.status === 404 ? 'missing' : 'broken'
  })
  const eventBus = new EventBus()
  const leaving = new AbortController()
  const viewer = new PDFViewer({
    ...{ container, eventBus, l10n: SILENT, abortSignal: leaving.signal },
    textLayerMode: 0,
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    enableAutoLinking: false,
    removePageBorders: true,
  } as unknown as ConstructorParameters<typeof PDFViewer>[0])
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width'
  })
  eventBus.on('pagerendered', ({ pageNumber }: { pageNumber: number }) => {
    const view = viewer.getPageView(pageNumber - 1)
    const { width, height } = view.pdfPage.getViewport({ scale: 1 })
    onDrawn({ number: pageNumber, div: view.div, width, height })
  })
  viewer.setDocument(document)
  await viewer.firstPagePromise
  return { viewer, close: () => leaving.abort() }
}

/** The viewer says nothing in words: the app has its own. */
const SILENT = {
  getLanguage: () => 'en',
  getDirection: () => 'ltr',
  get: async () => '',
  ...{ translate: async () => {}, translateOnce: async () => {}, destroy: async () => {} },
  ...{ pause: () => {}, resume: () => {} },
}
