/** Opens a document in pdf.js's core. PDF is hostile input: nothing of it is evaluated, fetched or drawn. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type CoreDocument, type Handler, LocalPdfManager, XRefParseException } from '#pdfjs'
import './core.js'

/** CMaps and standard fonts of pdf.js stand beside what was made of its core (`scripts/pdfjs-files.ts`). */
const PDFJS = path.dirname(createRequire(import.meta.url).resolve('#pdfjs'))

const OPTIONS = {
  maxImageSize: 1, // no picture is decoded
  disableFontFace: false,
  fontExtraProperties: false,
  ignoreErrors: true,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  canvasMaxAreaInBytes: -1,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  cMapUrl: null,
  cMapPacked: true,
  iccUrl: null,
  standardFontDataUrl: null,
  wasmUrl: null,
}

export interface OpenDocument {
  document: CoreDocument
  handler: Handler
}

/**
 * @param bytes a whole PDF; left as it is
 * @throws whatever pdf.js throws for a file that is broken or asks for a password
 */
export async function openDocument(bytes: Uint8Array): Promise<OpenDocument> {
  const handler: Handler = {
    send() {},
    sendWithPromise: (_, data) => packageFile(data as PackageRequest),
  }
  const evaluatorOptions = { ...OPTIONS }
  const manager = new LocalPdfManager({
    source: new Uint8Array(bytes), // a copy: pdf.js counts on an array that begins where its buffer does
    docId: 'd',
    docBaseUrl: null,
    password: null,
    enableXfa: false,
    evaluatorOptions,
    handler,
  })
  await load(manager, false).catch((cause) => {
    if (!(cause instanceof XRefParseException)) throw cause
    return load(manager, true)
  })
  return { document: manager.pdfDocument, handler }
}

/** As pdf.js does it: first by the table of objects, then, where that is broken, by search. */
async function load(manager: LocalPdfManager, recovery: boolean): Promise<void> {
  await manager.ensureDoc('checkHeader')
  await manager.ensureDoc('parseStartXRef')
  await manager.ensureDoc('parse', [recovery])
  await manager.ensureDoc('checkFirstPage', [recovery])
  await manager.ensureDoc('checkLastPage', [recovery])
}

/** Where what pdf.js asks for stands. */
const FOLDERS: Record<string, string> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
}

interface PackageRequest {
  kind: string
  filename: string
}

/** A CMap or a standard font that the document names, of those that pdf.js brings and from nowhere else. */
async function packageFile({ kind, filename }: PackageRequest): Promise<Uint8Array> {
  const folder = FOLDERS[kind]
  if (folder === undefined) throw new Error(`not read: ${kind}`)
  return fileOf(folder, filename)
}

const files = new Map<string, Promise<Uint8Array>>()

/** Read once: a corpus asks for the same few again and again. */
function fileOf(folder: string, name: string): Promise<Uint8Array> {
  const file = path.join(PDFJS, folder, path.basename(name))
  const known = files.get(file)
  if (known) return known
  const reading = readFile(file).then((bytes) => new Uint8Array(bytes))
  files.set(file, reading)
  return reading
}
