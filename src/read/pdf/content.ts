/**
 * Reads a page's content: pdf.js parses its operators and loads its fonts; what they paint is ours.
 *
 * pdf.js's own evaluator (`getOperatorList`) makes lists for a canvas: colours, patterns, shadings
 * and pictures that nobody reads here, in a closure of each page that V8 compiled anew after
 * every full collection, a third of all compiling.
 */
import {
  BaseStream,
  type CoreDict,
  type CorePage,
  type CoreStream,
  Dict,
  EvaluatorPreprocessor,
  type Handler,
  Name,
  OPS,
  type Operation,
  PartialEvaluator,
  type PdfFont,
  type Ref,
} from '#pdfjs'
import type { Interpreter } from './interpreter.js'
import { LimitError, type OperatorCount } from './limits.js'
import { type Matrix, toMatrix } from './matrix.js'
import { OPERATORS } from './operators.js'

/** One stream of content: the page's own, or a form's that it shows. */
interface Scope {
  resources: CoreDict
  /** Streams that this one is shown by, itself included: a form that shows itself shows nothing. */
  within: ReadonlySet<CoreStream | string>
  fonts: Map<string, PdfFont>
  /** Names of pictures. */
  pictures: Set<string>
  /** Names of graphics states that set nothing that is read; a picture may bear the same name. */
  plainStates: Set<string>
}

export class Content {
  /** A stream broke off, or something that it shows could not be read: what else there is has been. */
  broken = false
  readonly #evaluator: PartialEvaluator

  constructor(
    page: CorePage,
    handler: Handler,
    private readonly interpreter: Interpreter,
    private readonly count: OperatorCount,
  ) {
    this.#evaluator = new PartialEvaluator({
      xref: page.xref,
      handler,
      pageIndex: page.pageIndex,
      idFactory: page._localIdFactory,
      fontCache: page.fontCache,
      builtInCMapCache: page.builtInCMapCache,
      standardFontDataCache: page.standardFontDataCache,
      globalColorSpaceCache: page.globalColorSpaceCache,
      globalImageCache: page.globalImageCache,
      systemFontCache: page.systemFontCache,
      options: page.evaluatorOptions,
    })
  }

  /** @throws LimitError where it paints too much; nothing else: see `broken` */
  async read(stream: CoreStream, resources: CoreDict, within: Scope['within'] = new Set()) {
    const id = stream.dict?.objId ?? stream
    if (within.has(id)) return
    const scope: Scope = {
      resources,
      within: new Set([...within, id]),
      fonts: new Map(),
      pictures: new Set(),
      plainStates: new Set(),
    }
    const saved = new Saved(this.interpreter)
    try {
      await this.#run(new EvaluatorPreprocessor(stream, this.#evaluator.xref, saved), scope)
    } catch (cause) {
      this.#unlessLimit(cause)
    }
    saved.close()
  }

  async #run(operators: EvaluatorPreprocessor, scope: Scope): Promise<void> {
    const operation: Operation = { fn: 0, args: null }
    while (operators.read(operation)) {
      if (isStep(operation.fn)) this.count.addStep()
      else this.count.add()
      const args = operation.args ?? NONE
      if (operation.fn === OPS.setFont) await this.#setFont(scope, args)
      else if (operation.fn === OPS.paintXObject) await this.#show(scope, args)
      else if (operation.fn === OPS.setGState) await this.#setState(scope, args)
      else if (!args.some(isDict)) OPERATORS[operation.fn]?.(this.interpreter, args as never[])
      operation.args = null
      this.count.assertGlyphs(this.interpreter.painted)
    }
  }

  async #setFont({ resources, fonts }: Scope, [key, size]: unknown[]): Promise<void> {
    const name = key instanceof Name ? key.name : null
    let font = fonts.get(name ?? '')
    if (!font) {
      font = (await this.#evaluator.loadFont(name, null, resources)).font
      fonts.set(name ?? '', font)
    }
    this.interpreter.setFont(font, size as number)
  }

  async #show(scope: Scope, [key]: unknown[]): Promise<void> {
    if (!(key instanceof Name) || scope.pictures.has(key.name)) return
    try {
      const shown = dictOf(scope.resources, 'XObject')?.get(key.name)
      if (!(shown instanceof BaseStream)) return
      if (isForm(shown)) await this.#readForm(shown, scope)
      else scope.pictures.add(key.name)
    } catch (cause) {
      this.#unlessLimit(cause)
    }
  }

  async #readForm(form: CoreStream, { resources, within }: Scope): Promise<void> {
    const { dict } = form
    if (!dict) return
    this.count.addForm()
    this.interpreter.enter(matrixOf(dict), boxOf(dict))
    await this.read(form, dictOf(dict, 'Resources') ?? resources, within)
    this.interpreter.restore()
  }

  /** A graphics state may set a font, or a mask, which is a form: text can be painted through it. */
  async #setState(scope: Scope, [key]: unknown[]): Promise<void> {
    if (!(key instanceof Name) || scope.plainStates.has(key.name)) return
    try {
      const states = dictOf(scope.resources, 'ExtGState')
      const state = states ? dictOf(states, key.name) : null
      const font = state?.get('Font')
      const mask = state ? dictOf(state, 'SMask')?.get('G') : null
      if (Array.isArray(font)) await this.#setFontOf(font as [Ref, number], scope)
      if (mask instanceof BaseStream) await this.#readForm(mask, scope)
      if (!font && !mask) scope.plainStates.add(key.name)
    } catch (cause) {
      this.#unlessLimit(cause)
    }
  }

  async #setFontOf([ref, size]: [Ref, number], { resources }: Scope): Promise<void> {
    const { font } = await this.#evaluator.loadFont(null, ref, resources)
    this.interpreter.setFont(font, size)
  }

  #unlessLimit(cause: unknown): void {
    if (cause instanceof LimitError) throw cause
    this.broken = true
  }
}

const NONE: unknown[] = []

/** As pdf.js does it: an operator is passed over where a dictionary stands in the place of a figure. */
function isDict(arg: unknown): boolean {
  return arg instanceof Dict
}

/** A step of a path under construction paints nothing: a map has a million of them in one object. */
function isStep(operator: number): boolean {
  return operator >= OPS.moveTo && operator <= OPS.rectangle
}

/** What pdf.js's parser tells of `q`, `Q` and `cm`. A `Q` without its `q` restores nothing. */
class Saved {
  readonly stateStack: null[] = []

  constructor(private readonly interpreter: Interpreter) {}

  save(): void {
    this.stateStack.push(null)
    this.interpreter.save()
  }

  restore(): void {
    if (this.stateStack.pop() !== undefined) this.interpreter.restore()
  }

  transform(matrix: number[]): void {
    this.interpreter.transform(toMatrix(numbers(matrix, 6)))
  }

  /** Restores what the stream has left saved. */
  close(): void {
    while (this.stateStack.length > 0) this.restore()
  }
}

function dictOf(dict: CoreDict, key: string): CoreDict | null {
  const value = dict.get(key)
  return value instanceof Dict ? value : null
}

function isForm({ dict }: CoreStream): boolean {
  const type = dict?.get('Subtype')
  return type instanceof Name && type.name === 'Form'
}

function matrixOf(dict: CoreDict): Matrix {
  return toMatrix(numbers(dict.getArray('Matrix'), 6))
}

function boxOf(dict: CoreDict): number[] | null {
  return numbers(dict.getArray('BBox'), 4)
}

function numbers(list: unknown, length: number): number[] | null {
  const whole = Array.isArray(list) && list.length === length
  return whole && list.every((item) => Number.isFinite(item)) ? list : null
}
