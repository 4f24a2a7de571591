/**
 * The graphics state of a page, and what is painted in it: glyphs and rules.
 *
 * `getTextContent` is not used: it merges the texts of neighbouring cells into
 * one item (广州: "98,880.78 一、一般公共服务支出").
 */
import type { PdfFont, PdfGlyph } from '#pdfjs'
import type { Box } from '../../../schemas/document.js'
import type { Rule } from '../../../schemas/stages.js'
import { cleanText } from './characters.js'
import type { Glyph } from './glyphs.js'
import { MOST_GLYPHS } from './limits.js'
import { apply, IDENTITY, type Matrix, multiply } from './matrix.js'
import { Path, type Point } from './path.js'
import { bounds, clipRule, filledRules, strokedRules } from './rules.js'

/** What a form or a page starts with and `q` keeps. */
interface State {
  ctm: Matrix
  clip: Box
  path: Path
  font: PdfFont | null
  fontSize: number
  charSpacing: number
  wordSpacing: number
  hScale: number
  leading: number
  rise: number
  renderMode: number
}

/** What stands out of its clip by so many points is still seen: clips end at a cell's rule, not at its text. */
const CLIP_SLACK = 2
const INVISIBLE = 3
const CLIP_ONLY = 7

export class Interpreter {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  /** What the page cuts off: a text longer than its cell, painted whole and shown in part. */
  readonly cut: Glyph[] = []
  /** Glyphs of all kinds, seen or not. */
  painted = 0
  /** Glyphs that do not stand upright, e.g. a stamp or a sideways note. */
  skewed = 0
  state: State
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
  ) {
    this.state = {
      ctm: toPage,
      clip: page,
      path: new Path(),
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

  save(): void {
    this.#stack.push({ ...this.state })
  }

  restore(): void {
    const state = this.#stack.pop()
    if (state) this.state = state
  }

  transform(matrix: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, matrix)
  }

  /**
   * A form begins: content with a space, bounds and paths of its own. `restore` ends it.
   * @param box its bounds, in its own space
   */
  enter(matrix: Matrix, box: ArrayLike<number> | null): void {
    this.save()
    this.transform(matrix)
    this.state.path = new Path()
    if (!box) return
    const corners: Point[] = [
      [box[0], box[1]],
      [box[2], box[1]],
      [box[0], box[3]],
      [box[2], box[3]],
    ]
    const { ctm } = this.state
    this.#intersectClip(bounds([corners.map(([x, y]) => apply(ctm, x, y))]))
  }

  setFont(font: PdfFont, size: number): void {
    this.state.font = font
    this.state.fontSize = size
  }

  setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix
    this.#lineMatrix = matrix
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(shift(this.#lineMatrix, x, y))
  }

  nextLine(): void {
    this.moveText(0, -this.state.leading)
  }

  clipNext(): void {
    this.#pendingClip = true
  }

  #intersectClip(box: Box): void {
    const { clip } = this.state
    this.state.clip = [
      Math.max(clip[0], box[0]),
      Math.max(clip[1], box[1]),
      Math.min(clip[2], box[2]),
      Math.min(clip[3], box[3]),
    ]
  }

  /** Ends the path under construction, painted or not. */
  paint({ fill = false, stroke = false, close = false }): void {
    const { path, ctm } = this.state
    if (close) path.close()
    const paths = path.take(ctm)
    if (this.#pendingClip) {
      this.#pendingClip = false
      if (paths.length > 0) this.#intersectClip(bounds(paths))
    }
    if (fill) this.#addRules(filledRules(paths))
    if (stroke) this.#addRules(strokedRules(paths))
  }

  #addRules(rules: Rule[]): void {
    for (const rule of rules) {
      const clipped = clipRule(rule, this.state.clip)
      if (clipped) this.rules.push(clipped)
    }
  }

  /** @param text codes of the font's own; without a font nothing is shown */
  showText(text: string): void {
    if (this.state.font) this.showGlyphs(this.state.font.charsToGlyphs(text))
  }

  showGlyphs(glyphs: PdfGlyph[]): void {
    const { font, fontSize, charSpacing, wordSpacing } = this.state
    const vertical = font?.vertical ?? false
    const scale = fontSize * (font?.fontMatrix?.[0] || 0.001)
    this.painted += glyphs.length
    if (this.painted > MOST_GLYPHS) return
    for (const glyph of glyphs) {
      if (!glyph) continue
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0)
      const width = (vertical ? (glyph.vmetric?.[0] ?? -glyph.width) : glyph.width) * scale
      this.#paintGlyph(glyph, width, vertical, scale)
      this.#advance(width + (vertical ? -spacing : spacing), vertical)
    }
  }

  /** @param thousandths of an em, against the direction of writing */
  kern(thousandths: number): void {
    const { font, fontSize } = this.state
    this.#advance((-thousandths * fontSize) / 1000, font?.vertical ?? false)
  }

  #advance(length: number, vertical: boolean): void {
    this.#textMatrix = vertical
      ? shift(this.#textMatrix, 0, length)
      : shift(this.#textMatrix, length * this.state.hScale, 0)
  }

  #paintGlyph(glyph: PdfGlyph, width: number, vertical: boolean, scale: number): void {
    const { ctm, renderMode, fontSize, hScale, rise } = this.state
    if (renderMode === INVISIBLE || renderMode === CLIP_ONLY) return
    const text = cleanText(glyph.unicode)
    if (text === '') return
    const m = multiply(ctm, this.#textMatrix)
    const size = Math.abs(fontSize) * Math.hypot(m[2], m[3])
    const direction = Math.hypot(m[0], m[1]) || 1
    if (Math.abs(m[1]) > 0.1 * direction || m[0] * fontSize < 0) {
      this.skewed += 1
      return
    }
    const half = vertical ? (glyph.vmetric ? glyph.vmetric[1] : glyph.width / 2) * scale : 0
    const drop = vertical ? 0.88 * fontSize : 0
    const [x, baseline] = apply(m, -half, rise - drop)
    const advance = (vertical ? 2 * half : width * hScale) * direction
    const middle = x + Math.min(Math.max(advance, 0), 20) / 2
    const y = baseline - 0.3 * size
    const { clip } = this.state
    // Finite figures multiply to others: what stands nowhere, or reaches to no end, is not seen.
    if (!Number.isFinite(x + y + advance)) return
    if (size < 0.5 || !inside(this.page, middle, y)) return
    const beyond = isBeyond(clip[0], clip[2], middle)
    const painted = { text, x, baseline, advance, size, clip, beyond }
    if (isBeyond(clip[1], clip[3], y)) this.cut.push(painted)
    else this.glyphs.push(painted)
  }
}

/** As `multiply(m, [1, 0, 0, 1, x, y])`: for every glyph of a page. */
function shift(m: Matrix, x: number, y: number): Matrix {
  return [m[0], m[1], m[2], m[3], m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

function inside(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}

function isBeyond(low: number, high: number, value: number): boolean {
  return value < low - CLIP_SLACK || value > high + CLIP_SLACK
}
