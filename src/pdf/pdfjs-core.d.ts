/** What we use of pdf.js's core (`scripts/pdfjs-core.ts`); pdf.js itself has no types for it. */
declare module '#pdfjs' {
  export const OPS: typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS

  /** What the core asks of, and tells, whoever shows its pages. */
  export interface Handler {
    send(action: string, data: unknown): void
    sendWithPromise(action: string, data: unknown): Promise<unknown>
  }

  export interface PdfFont {
    isType3Font: boolean
    vertical: boolean
    fontMatrix: ArrayLike<number>
  }

  export interface FontProperties {
    composite: boolean
    isInternalFont: boolean
    hasIncludedToUnicodeMap: boolean
    hasEncoding: boolean
  }

  export interface CoreStream {
    dict: CoreDict | null
    pos: number
    isEmpty: boolean
    getBytes(length?: number): Uint8Array
    peekBytes(length: number): Uint8Array
  }

  export interface CoreDict {
    readonly size: number
    get(key: string): unknown
  }

  export const Dict: {
    new (): CoreDict
    merge(options: { xref: unknown; dictArray: CoreDict[]; mergeSubDicts: boolean }): CoreDict
  }

  export interface CorePage {
    readonly view: [number, number, number, number]
    readonly rotate: number
    readonly userUnit: number
    readonly resources: CoreDict
    readonly pageIndex: number
    readonly xref: unknown
    readonly fontCache: unknown
    readonly builtInCMapCache: unknown
    readonly standardFontDataCache: unknown
    readonly globalColorSpaceCache: unknown
    readonly globalImageCache: unknown
    readonly systemFontCache: unknown
    readonly _localIdFactory: unknown
    readonly evaluatorOptions: unknown
    getContentStream(): Promise<CoreStream>
    loadResources(keys: readonly string[]): Promise<void>
  }

  export interface CoreDocument {
    readonly numPages: number
    readonly documentInfo: { Producer?: string; Creator?: string }
    checkHeader(): void
    parseStartXRef(): void
    parse(recoveryMode: boolean): void
    checkFirstPage(recoveryMode: boolean): Promise<void>
    checkLastPage(recoveryMode: boolean): Promise<void>
    getPage(index: number): Promise<CorePage>
  }

  export class LocalPdfManager {
    constructor(options: Record<string, unknown>)
    readonly pdfDocument: CoreDocument
    ensureDoc(property: keyof CoreDocument, args?: unknown[]): Promise<unknown>
  }

  export class PartialEvaluator {
    constructor(options: Record<string, unknown>)
    getOperatorList(options: {
      stream: CoreStream
      task: { name: string; ensureNotTerminated(): void }
      resources: CoreDict
      operatorList: OperatorList
    }): Promise<void>
    static buildFontPaths(): void
  }

  export class OperatorList {
    addOp(operator: number, args?: unknown): void
  }

  export class TranslatedFont {
    readonly loadedName: string
    readonly font: PdfFont
    send(handler: Handler): void
  }

  export class Font {
    checkAndRepair(name: string, file: CoreStream, properties: FontProperties): unknown
    convert(name: string, program: unknown, properties: FontProperties): unknown
  }

  export class FlateStream {
    readonly isAsync: boolean
    stream: CoreStream
    buffer: Uint8Array
    bufferLength: number
    eof: boolean
    readBlock(): void
  }

  export class XRefParseException extends Error {}
  export function clearGlobalCaches(): void
  export function setVerbosityLevel(level: number): void
}
