/**
 * One pass over a page's operator list gives its glyphs and its rules.
 *
 * `getTextContent` is not used: it merges the texts of neighbouring cells into
 * one item (广州: "98,880.78 一、一般公共服务支出") and costs a second parse.
 */
import { OPS } from '#pdfjs'
import type { Box } from '../../schemas/document.js'
import type { Rule } from '../../schemas/stages.js'
import { cleanText } from './characters.js'
import type { Glyph } from './glyphs.js'
import { apply, IDENTITY, type Matrix, multiply, toMatrix } from './matrix.js'
import { bounds, clipRule, filledRules, strokedRules, subpaths } from './rules.js'

export interface FontInfo {
  vertical: boolean
  fontMatrix: ArrayLike<number>
  defaultVMetrics?: [number, number, number]
}

/** A glyph as pdf.js hands it over in `showText`. */
interface PdfGlyph {
  unicode: string
  width: number
  isSpace: boolean
  vmetric?: [number, number, number] | null
}

interface State {
  ctm: Matrix
  clip: Box
  font: FontInfo | null
  fontSize: number
  charSpacing: number
  wordSpacing: number
  hScale: number
  leading: number
  rise: number
  renderMode: number
}

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const INVISIBLE = 3
const CLIP_ONLY = 7

export class Interpreter {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  /** Glyphs that do not stand upright, e.g. a stamp or a sideways note. */
  skewed = 0
  #state: State
  readonly #stack: State[] = []
  #textMatrix: Matrix = IDENTITY
  #lineMatrix: Matrix = IDENTITY
  #pendingClip = false

  /**
   * @param toPage from PDF user space to the page as displayed
   * @param page the displayed page's box; what lies outside does not count
   */
  constructor(
    toPage: Matrix,
    private readonly page: Box,
    private readonly fontOf: (name: string) => FontInfo | null,
  ) {
    this.#state = {
      ctm: toPage,
      clip: page,
      font: null,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      hScale: 1,
      leading: 0,
      rise: 0,
      renderMode: 0,
    }
  }

  /** One operator of pdf.js's list, with its arguments. */
  operate(operator: number, args: unknown): void {
    HANDLERS[operator]?.call(this, (args ?? []) as never[])
  }

  save(): void {
    this.#stack.push({ ...this.#state })
  }

  restore(): void {
    const state = this.#stack.pop()
    if (state) this.#state = state
  }

  transform(matrix: Matrix): void {
    this.#state.ctm = multiply(this.#state.ctm, matrix)
  }

  set(values: Partial<State>): void {
    Object.assign(this.#state, values)
  }

  setFont(name: string, size: number): void {
    this.set({ font: this.fontOf(name), fontSize: size })
  }

  setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix
    this.#lineMatrix = matrix
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(multiply(this.#lineMatrix, [1, 0, 0, 1, x, y]))
  }

  nextLine(): void {
    this.moveText(0, -this.#state.leading)
  }

  clipNext(): void {
    this.#pendingClip = true
  }

  /** Clips to the box of a form's bounds given in its own space. */
  clipTo(box: ArrayLike<number> | null): void {
    if (!box) return
    const corners = [
      [box[0], box[1]],
      [box[2], box[1]],
      [box[0], box[3]],
      [box[2], box[3]],
    ]
    this.#intersectClip(bounds(corners.map(([x, y]) => apply(this.#state.ctm, x, y))))
  }

  #intersectClip(box: Box): void {
    const clip = this.#state.clip
    this.#state.clip = [
      Math.max(clip[0], box[0]),
      Math.max(clip[1], box[1]),
      Math.min(clip[2], box[2]),
      Math.min(clip[3], box[3]),
    ]
  }

  path(paint: number, buffer: ArrayLike<number> | null): void {
    const paths = buffer ? subpaths(buffer, this.#state.ctm) : []
    if (this.#pendingClip) {
      this.#pendingClip = false
      if (paths.length > 0) this.#intersectClip(bounds(paths.flat()))
    }
    if (FILLS.has(paint)) this.#addRules(filledRules(paths))
    if (STROKES.has(paint)) this.#addRules(strokedRules(paths))
  }

  #addRules(rules: Rule[]): void {
    for (const rule of rules) {
      const clipped = clipRule(rule, this.#state.clip)
      if (clipped) this.rules.push(clipped)
    }
  }

  showText(items: (PdfGlyph | number)[]): void {
    const { font, fontSize, hScale, charSpacing, wordSpacing } = this.#state
    const vertical = font?.vertical ?? false
    const scale = fontSize * (font?.fontMatrix?.[0] || 0.001)
    for (const item of items) {
      if (typeof item === 'number') {
        this.#advance((-item * fontSize) / 1000, vertical, hScale)
        continue
      }
      if (item === null || item === undefined) continue
      const spacing = charSpacing + (item.isSpace ? wordSpacing : 0)
      const width = (vertical ? (item.vmetric?.[0] ?? -item.width) : item.width) * scale
      this.#paint(item, width, vertical, scale)
      this.#advance(width + (vertical ? -spacing : spacing), vertical, hScale)
    }
  }

  #advance(length: number, vertical: boolean, hScale: number): void {
    const [x, y] = vertical ? [0, length] : [length * hScale, 0]
    this.#textMatrix = multiply(this.#textMatrix, [1, 0, 0, 1, x, y])
  }

  #paint(item: PdfGlyph, width: number, vertical: boolean, scale: number): void {
    const { renderMode, fontSize, hScale, rise } = this.#state
    if (renderMode === INVISIBLE || renderMode === CLIP_ONLY) return
    const text = cleanText(item.unicode)
    if (text === '') return
    const m = multiply(this.#state.ctm, this.#textMatrix)
    const size = Math.abs(fontSize) * Math.hypot(m[2], m[3])
    const direction = Math.hypot(m[0], m[1]) || 1
    if (Math.abs(m[1]) > 0.1 * direction || m[0] * fontSize < 0) {
      this.skewed += 1
      return
    }
    const half = vertical ? (item.vmetric ? item.vmetric[1] : item.width / 2) * scale : 0
    const drop = vertical ? 0.88 * fontSize : 0
    const [x, baseline] = apply(m, -half, rise - drop)
    const advance = (vertical ? 2 * half : width * hScale) * direction
    if (size < 0.5 || !this.#visible(x, advance, baseline - 0.3 * size)) return
    this.glyphs.push({ text, x, baseline, advance, size })
  }

  #visible(x: number, advance: number, y: number): boolean {
    const { clip } = this.#state
    const middle = x + Math.min(Math.max(advance, 0), 20) / 2
    return inside(clip, middle, y, 2) && inside(this.page, middle, y, 0)
  }
}

function inside(box: Box, x: number, y: number, slack: number): boolean {
  return x >= box[0] - slack && x <= box[2] + slack && y >= box[1] - slack && y <= box[3] + slack
}

type Handler = (this: Interpreter, args: never[]) => void

/** What each operator does to the state; operators that are not listed paint nothing that we read. */
const HANDLERS: Record<number, Handler | undefined> = {
  [OPS.save]() {
    this.save()
  },
  [OPS.restore]() {
    this.restore()
  },
  [OPS.transform](args: never[]) {
    this.transform(toMatrix(args))
  },
  [OPS.beginText]() {
    this.setTextMatrix(IDENTITY)
  },
  [OPS.setCharSpacing]([charSpacing]) {
    this.set({ charSpacing })
  },
  [OPS.setWordSpacing]([wordSpacing]) {
    this.set({ wordSpacing })
  },
  [OPS.setHScale]([percent]) {
    this.set({ hScale: percent / 100 })
  },
  [OPS.setLeading]([leading]) {
    this.set({ leading })
  },
  [OPS.setTextRise]([rise]) {
    this.set({ rise })
  },
  [OPS.setTextRenderingMode]([renderMode]) {
    this.set({ renderMode })
  },
  [OPS.setFont]([name, size]) {
    this.setFont(name, size)
  },
  [OPS.setGState]([entries]) {
    for (const [key, value] of entries as [string, never][]) {
      if (key === 'Font') this.setFont(value[0], value[1])
    }
  },
  [OPS.setTextMatrix]([matrix]: never[]) {
    this.setTextMatrix(toMatrix(matrix))
  },
  [OPS.moveText]([x, y]) {
    this.moveText(x, y)
  },
  [OPS.setLeadingMoveText]([x, y]) {
    this.set({ leading: -y })
    this.moveText(x, y)
  },
  [OPS.nextLine]() {
    this.nextLine()
  },
  [OPS.showText]([items]) {
    this.showText(items)
  },
  [OPS.clip]() {
    this.clipNext()
  },
  [OPS.eoClip]() {
    this.clipNext()
  },
  [OPS.constructPath]([paint, buffers]) {
    this.path(paint, buffers?.[0] ?? null)
  },
  [OPS.paintFormXObjectBegin]([matrix, box]) {
    this.save()
    this.transform(toMatrix(matrix))
    this.clipTo(box)
  },
  [OPS.paintFormXObjectEnd]() {
    this.restore()
  },
  [OPS.beginGroup]([group]: never[]) {
    this.save()
    const { matrix, bbox } = (group ?? {}) as { matrix?: number[]; bbox?: number[] }
    this.transform(toMatrix(matrix))
    this.clipTo(bbox ?? null)
  },
  [OPS.endGroup]() {
    this.restore()
  },
}
