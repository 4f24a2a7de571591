/** What we use of pdf.js's core (`scripts/pdfjs-core.ts`); pdf.js itself has no types for it. */
declare module '#pdfjs' {
  export const OPS: typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS

  /** What the core asks of, and tells, whoever shows its pages. */
  export interface Handler {
    send(action: string, data: unknown): void
    sendWithPromise(action: string, data: unknown): Promise<unknown>
  }

  /** A character of a font: widths in thousandths of an em. */
  export interface PdfGlyph {
    unicode: string
    originalCharCode: number
    width: number
    isSpace: boolean
    vmetric?: [number, number, number] | null
  }

  export interface PdfFont {
    vertical: boolean
    fontMatrix: ArrayLike<number>
    readonly name: string
    readonly composite: boolean
    readonly isType3Font: boolean
    /** By character code. */
    readonly toUnicode: ToUnicode | undefined
    charsToGlyphs(text: string): PdfGlyph[]
  }

  export interface ToUnicode {
    has(code: number): boolean
    get(code: number): string | undefined
    /** Beyond the last code. */
    readonly length: number
  }

  export interface Ref {
    readonly num: number
    readonly gen: number
  }

  export class Name {
    readonly name: string
  }

  export interface FontProperties {
    composite: boolean
    isInternalFont: boolean
    hasIncludedToUnicodeMap: boolean
    hasEncoding: boolean
    toUnicode: ToUnicode | undefined
    /** By code: what the names of a simple font's encoding say, where a map is included too. */
    fallbackToUnicode?: string[]
    /** Of composite fonts: from code to number of a glyph, and from there to its place in the program. */
    cMap?: { lookup(code: number): number | string | undefined }
    cidToGidMap?: number[]
  }

  export class BaseStream {
    dict: CoreDict | null
    pos: number
    isEmpty: boolean
    getBytes(length?: number): Uint8Array
    peekBytes(length: number): Uint8Array
  }
  export type CoreStream = BaseStream

  export interface CoreDict {
    readonly size: number
    /** Of the object in the file. */
    readonly objId: string | null
    get(key: string): unknown
    /** The value, and what stands in it, where it is a list. */
    getArray(key: string): unknown
  }

  export const Dict: {
    new (): CoreDict
    merge(options: { xref: unknown; dictArray: CoreDict[]; mergeSubDicts: boolean }): CoreDict
  }

  /** How far a layer, or several, are on: `[And, id, [Not, id]]`. */
  export type VisibilityExpression = string | VisibilityExpression[]
  export interface OptionalContent {
    id?: string
    ids?: string[]
    policy?: string | null
    expression?: VisibilityExpression | null
  }
  export interface OptionalContentConfig {
    baseState: string | null
    on: string[]
    off: string[]
    groups: { id: string; usage: { view: { viewState: string } | null } }[]
  }

  export interface CorePage {
    readonly pageDict: CoreDict
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
    readonly catalog: { readonly optionalContentConfig: OptionalContentConfig | null }
    readonly xref: { readonly trailer: CoreDict | null }
  }

  export class LocalPdfManager {
    constructor(options: Record<string, unknown>)
    readonly pdfDocument: CoreDocument
    ensureDoc(property: keyof CoreDocument, args?: unknown[]): Promise<unknown>
  }

  export class PartialEvaluator {
    constructor(options: Record<string, unknown>)
    readonly xref: unknown
    /** By its name in the resources, or by reference; a font that is broken has no glyphs. */
    loadFont(name: string | null, ref: Ref | null, resources: CoreDict): Promise<TranslatedFont>
    parseMarkedContentProps(named: unknown, resources: CoreDict): Promise<OptionalContent | null>
    buildToUnicode(properties: FontProperties): Promise<ToUnicode>
    static buildFontPaths(): void
  }

  export interface Operation {
    /** One of `OPS`. */
    fn: number
    args: unknown[] | null
  }

  /** The parser of content streams; it tells its second half of `q`, `Q` and `cm`. */
  export class EvaluatorPreprocessor {
    constructor(
      stream: CoreStream,
      xref: unknown,
      states: {
        readonly stateStack: unknown[]
        save(): void
        restore(): void
        transform(matrix: number[]): void
      },
    )
    /** The next operator with its arguments; false at the end. */
    read(operation: Operation): boolean
  }

  export class TranslatedFont {
    readonly font: PdfFont
    loadType3Data(): Promise<void>
  }

  export class Font {
    checkAndRepair(name: string, file: CoreStream, properties: FontProperties): unknown
    convert(name: string, program: unknown, properties: FontProperties): unknown
  }

  export class CFFCompiler {
    compile(): ArrayLike<number>
  }

  /** Of codes to what they stand for; an array with holes. */
  export class CMap {
    readonly _map: Record<number, number | string | undefined>
    forEach(callback: (code: number, to: number | string) => void): void
  }

  export class FlateStream {
    readonly isAsync: boolean
    stream: CoreStream
    buffer: Uint8Array
    bufferLength: number
    eof: boolean
    readBlock(): void
  }

  /** What the file asked for beyond its bound, since this was last set to null. */
  export const bounds: { broken: string | null }

  export class XRefParseException extends Error {}
  export class IdentityToUnicodeMap {}
  export function stringToPDFString(text: string): string
  export function clearGlobalCaches(): void
  export function setVerbosityLevel(level: number): void
}
