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
import { annotationsOf } from './annotations.js'
import { BLACK, type Colour, type Space, spaceOf } from './colour.js'
import type { Interpreter } from './interpreter.js'
import type { Layers } from './layers.js'
import { LimitError, type OperatorCount } from './limits.js'
import { type Matrix, toMatrix } from './matrix.js'
import { OPERATORS } from './operators.js'
import { joinCombed } from './written.js'

/** One stream of content: the page's own, or a form's that it shows. */
interface Scope {
  resources: CoreDict
  /** Streams that this one is shown by, itself included: a form that shows itself shows nothing. */
  within: ReadonlySet<CoreStream | string>
  fonts: Map<string, PdfFont>
  /** By name: whether a picture lets nothing through. */
  pictures: Map<string, boolean>
  states: Map<string, GraphicsState>
  /** Marked content that has begun: what ends with it. */
  marked: ((() => void) | null)[]
}

/** What a named graphics state sets of what is read. */
interface GraphicsState {
  font: [Ref, number] | null
  /** A mask is a form: text can be painted through it. */
  mask: CoreStream | null
  set: Partial<Interpreter['state']>
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
    private readonly layers: Layers,
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
      pictures: new Map(),
      states: new Map(),
      marked: [],
    }
    const { muted, watermarking } = this.interpreter
    const saved = new Saved(this.interpreter)
    try {
      await this.#run(new EvaluatorPreprocessor(stream, this.#evaluator.xref, saved), scope)
    } catch (cause) {
      this.#unlessLimit(cause)
    }
    saved.close()
    Object.assign(this.interpreter, { muted, watermarking })
  }

  /** Fields and remarks stand on the page as if they were of its content. */
  async readAnnotations(page: CorePage): Promise<void> {
    const { interpreter } = this
    for (const annotation of annotationsOf(page)) {
      const { dict, appearance, place, isComb } = annotation
      const scope = { resources: page.resources, within: new Set<string>() }
      const before = interpreter.glyphs.length
      try {
        if (!(await this.#isShown(dict, scope))) continue
        if (appearance) await this.readForm(appearance, scope, place)
        else interpreter.write(annotation)
        if (isComb) joinCombed(interpreter.glyphs.slice(before))
      } catch (cause) {
        this.#unlessLimit(cause)
      }
    }
  }

  async #run(operators: EvaluatorPreprocessor, scope: Scope): Promise<void> {
    const operation: Operation = { fn: 0, args: null }
    while (operators.read(operation)) {
      if (isStep(operation.fn)) this.count.addStep()
      else this.count.add()
      const args = operation.args ?? NONE
      const paint = OPERATORS[operation.fn]
      const waiting = paint ? null : this.#operate(operation.fn, scope, args)
      if (paint && !holdsDict(args)) paint(this.interpreter, args as never[])
      // Nearly all is known already: to wait for nothing costs more than the operator itself.
      if (waiting) await waiting
      operation.args = null
      this.count.assertGlyphs(this.interpreter.painted)
    }
  }

  /** Operators that name a resource, or mark what follows. @returns what is to be waited for */
  #operate(operator: number, scope: Scope, args: unknown[]): Promise<void> | null {
    if (operator === OPS.setFont) return this.#setFont(scope, args)
    if (operator === OPS.paintXObject) return this.#show(scope, args)
    if (operator === OPS.setGState) return this.#setState(scope, args)
    if (operator === OPS.beginMarkedContentProps) return this.#beginMarked(scope, args)
    if (operator === OPS.beginMarkedContent) scope.marked.push(null)
    else if (operator === OPS.endMarkedContent) scope.marked.pop()?.()
    else if (operator === OPS.setFillColorSpace) this.#setSpace('fill', scope, args)
    else if (operator === OPS.setStrokeColorSpace) this.#setSpace('stroke', scope, args)
    else if (operator === OPS.endInlineImage) this.interpreter.paintPicture(false)
    return null
  }

  #setFont(scope: Scope, [key, size]: unknown[]): Promise<void> | null {
    const name = key instanceof Name ? key.name : null
    const font = scope.fonts.get(name ?? '')
    if (!font) return this.#loadFont(scope, name, size as number)
    this.interpreter.setFont(font, size as number)
    return null
  }

  async #loadFont({ resources, fonts }: Scope, name: string | null, size: number): Promise<void> {
    const { font } = await this.#evaluator.loadFont(name, null, resources)
    fonts.set(name ?? '', font)
    this.interpreter.setFont(font, size)
  }

  async #show(scope: Scope, [key]: unknown[]): Promise<void> {
    if (!(key instanceof Name)) return
    const picture = scope.pictures.get(key.name)
    if (picture !== undefined) return this.interpreter.paintPicture(picture)
    try {
      const shown = dictOf(scope.resources, 'XObject')?.get(key.name)
      if (!(shown instanceof BaseStream) || !(await this.#isShown(shown.dict, scope))) return
      if (isForm(shown)) await this.readForm(shown, scope)
      else {
        const isOpaque = isOpaquePicture(shown.dict)
        scope.pictures.set(key.name, isOpaque)
        this.interpreter.paintPicture(isOpaque)
      }
    } catch (cause) {
      this.#unlessLimit(cause)
    }
  }

  async readForm(
    form: CoreStream,
    { resources, within }: Pick<Scope, 'resources' | 'within'>,
    place?: Matrix,
  ): Promise<void> {
    const { dict } = form
    if (!dict) return
    this.count.addForm()
    const { interpreter } = this
    interpreter.save()
    if (place) interpreter.transform([...place])
    interpreter.enter(matrixOf(dict), boxOf(dict))
    if (dict.get('Group') instanceof Dict) interpreter.beginGroup()
    const end = isWatermarkForm(dict) ? this.#begin('watermarking') : null
    await this.read(form, dictOf(dict, 'Resources') ?? resources, within)
    end?.()
    interpreter.restore()
    interpreter.restore()
  }

  /** Content that belongs to a layer that is off is not there. */
  async #isShown(dict: CoreDict | null, { resources }: Pick<Scope, 'resources'>): Promise<boolean> {
    const layer = this.layers.areAllShown ? null : dict?.get('OC')
    if (!layer) return true
    return this.layers.shows(await this.#evaluator.parseMarkedContentProps(layer, resources))
  }

  #beginMarked(scope: Scope, [tag, named]: unknown[]): Promise<void> | null {
    const name = tag instanceof Name ? tag.name : ''
    if (name === 'OC' && !this.layers.areAllShown) return this.#beginLayer(scope, named)
    const isWatermark = name === 'Artifact' && isWatermarkMark(named, scope.resources)
    scope.marked.push(isWatermark ? this.#begin('watermarking') : null)
    return null
  }

  /** @returns what ends it */
  #begin(what: 'muted' | 'watermarking'): (() => void) | null {
    const { interpreter } = this
    if (interpreter[what]) return null
    interpreter[what] = true
    return () => {
      interpreter[what] = false
    }
  }

  async #beginLayer({ resources, marked }: Scope, named: unknown): Promise<void> {
    let isOff = false
    try {
      const content = await this.#evaluator.parseMarkedContentProps(named, resources)
      isOff = !this.layers.shows(content)
    } catch (cause) {
      this.#unlessLimit(cause)
    }
    marked.push(isOff ? this.#begin('muted') : null)
  }

  #setSpace(of: 'fill' | 'stroke', { resources }: Scope, [named]: unknown[]): void {
    const space = spaceOf(named, resources)
    const { state } = this.interpreter
    if (of === 'fill') Object.assign(state, { fillSpace: space, fill: firstOf(space) })
    else Object.assign(state, { strokeSpace: space, stroke: firstOf(space) })
  }

  #setState(scope: Scope, [key]: unknown[]): Promise<void> | null {
    if (!(key instanceof Name)) return null
    try {
      let state = scope.states.get(key.name)
      if (!state) {
        const states = dictOf(scope.resources, 'ExtGState')
        state = graphicsStateOf(states ? dictOf(states, key.name) : null)
        scope.states.set(key.name, state)
      }
      Object.assign(this.interpreter.state, state.set)
      return state.font || state.mask ? this.#setMore(state, scope) : null
    } catch (cause) {
      this.#unlessLimit(cause)
      return null
    }
  }

  /** A graphics state may set a font, or a mask, which is a form: text can be painted through it. */
  async #setMore({ font, mask }: GraphicsState, scope: Scope): Promise<void> {
    try {
      if (font) await this.#setFontOf(font, scope)
      if (mask) await this.#readMask(mask, scope)
    } catch (cause) {
      this.#unlessLimit(cause)
    }
  }

  async #readMask(mask: CoreStream, scope: Scope): Promise<void> {
    const { masking } = this.interpreter
    this.interpreter.masking = true
    await this.readForm(mask, scope)
    this.interpreter.masking = masking
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
function holdsDict(args: readonly unknown[]): boolean {
  for (const arg of args) if (typeof arg === 'object' && arg instanceof Dict) return true
  return false
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

/** What a producer marks as one: /Artifact <</Subtype /Watermark>>. */
function isWatermarkMark(named: unknown, resources: CoreDict): boolean {
  const own = named instanceof Name ? dictOf(resources, 'Properties')?.get(named.name) : named
  return own instanceof Dict && isNamed(own.get('Subtype'), 'Watermark')
}

/** What a producer of watermarks says of its form, for its own use. */
function isWatermarkForm(dict: CoreDict): boolean {
  const own = dictOf(dict, 'PieceInfo')
  const compound = own ? dictOf(own, 'ADBE_CompoundType') : null
  return isNamed(compound?.get('Private'), 'Watermark')
}

const isNamed = (value: unknown, name: string) => value instanceof Name && value.name === name

/** Stencils and pictures with a mask let through what lies under them. */
function isOpaquePicture(dict: CoreDict | null): boolean {
  if (dict?.get('ImageMask') === true) return false
  return !dict?.get('SMask') && !dict?.get('Mask') && !dict?.get('SMaskInData')
}

/** What a space begins with. */
function firstOf(space: Space): Colour {
  return space === null ? null : BLACK
}

const PLAIN_BLEND = new Set(['Normal', 'Compatible'])

function graphicsStateOf(dict: CoreDict | null): GraphicsState {
  const [font, mask, blend] = [dict?.get('Font'), dict?.get('SMask'), dict?.get('BM')]
  const [fillAlpha, strokeAlpha, lineWidth] = [dict?.get('ca'), dict?.get('CA'), dict?.get('LW')]
  const group = mask instanceof Dict ? mask.get('G') : null
  const set: GraphicsState['set'] = {}
  if (typeof fillAlpha === 'number') set.fillAlpha = fillAlpha
  if (typeof strokeAlpha === 'number') set.strokeAlpha = strokeAlpha
  if (typeof lineWidth === 'number') set.lineWidth = lineWidth
  if (blend instanceof Name) set.isBlended = !PLAIN_BLEND.has(blend.name)
  else if (Array.isArray(blend)) set.isBlended = true
  if (mask !== undefined) set.isMasked = mask instanceof Dict
  return {
    font: Array.isArray(font) ? (font as [Ref, number]) : null,
    mask: group instanceof BaseStream ? group : null,
    set,
  }
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
