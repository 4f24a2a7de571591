/**
 * The graphics state of a page, and what is painted in it: glyphs and rules.
 *
 * `getTextContent` is not used: it merges the texts of neighbouring cells into
 * one item (广州: "98,880.78 一、一般公共服务支出").
 */
import type { PdfFont, PdfGlyph } from '#pdfjs'
import type { Box } from '../../../schemas/document.js'
import type { Rule } from '../../../schemas/stages.js'
import type { Annotation } from './annotations.js'
import { Canvas } from './canvas.js'
import type { Colour } from './colour.js'
import type { Glyph } from './glyphs.js'
import { Letters, UNMAPPED } from './letters.js'
import { MOST_GLYPHS } from './limits.js'
import { apply, IDENTITY, type Matrix, multiply } from './matrix.js'
import { bounds, Path, type Point } from './path.js'
import { FAINT, type Pen, penOf, scaleOf } from './pen.js'
import { clipRule, filledRules, rectangleOf, strokedAreas, strokedRules } from './rules.js'
import { newState, type State } from './state.js'
import { Angles } from './turn.js'
import { glyphsOf } from './written.js'

/** What stands out of its clip by so many points is still seen: clips end at a cell's rule, not at its text. */
const CLIP_SLACK = 2
/** Smaller characters, in points, are specks; tables are printed down to 2.6 pt. */
const LEAST_SIZE = 1
/** What hides no less of its ground is opaque. */
const OPAQUE = 0.95

export class Interpreter {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  /** What the page cuts off: a text longer than its cell, painted whole and shown in part. */
  readonly cut: Glyph[] = []
  /** Glyphs of all kinds, seen or not. */
  painted = 0
  /** Glyphs that do not stand upright, e.g. a stamp or a sideways note. */
  skewed = 0
  /** How many upright glyphs there were at the last of them. */
  #lastSkewed = -1
  /** Characters that are shown and of which nothing says what they are. */
  readonly unmapped: { font: string; box: Box }[] = []
  /** By font: characters that are shown and of which the file says two things. */
  readonly contradicted = new Map<string, number>()
  /** Shapes that are no rules: a character can be drawn by its outline. */
  readonly drawings: Box[] = []
  /** Pictures, each with the part of the page that it takes. */
  readonly pictures: Box[] = []
  readonly angles = new Angles()
  readonly canvas = new Canvas(this.glyphs)
  /** What is painted is not shown: a layer of the document is off. */
  muted = false
  /** What is painted says of itself that it is a watermark. */
  watermarking = false
  readonly watermarks: Glyph[] = []
  /** What is painted is a mask: it covers nothing. */
  masking = false
  state: State
  readonly #stack: State[] = []
  /** Of the text; where the next glyph stands in it are the two numbers. */
  #textMatrix: Matrix = IDENTITY
  #textX = 0
  #textY = 0
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
    this.state = newState(toPage, page)
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

  /** A group is painted as a whole: what it is let through by is set before it. */
  beginGroup(): void {
    const { state } = this
    state.groupAlpha *= state.fillAlpha
    Object.assign(state, { fillAlpha: 1, strokeAlpha: 1, isBlended: false })
  }

  setFont(font: PdfFont, size: number): void {
    if (font !== this.state.letters?.font) this.state.letters = Letters.of(font)
    this.state.fontSize = size
  }

  setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix
    this.#textX = matrix[4]
    this.#textY = matrix[5]
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
    const { paths, curved } = path.take(ctm)
    if (this.#pendingClip) {
      this.#pendingClip = false
      if (paths.length > 0) this.#intersectClip(bounds(paths))
      if (
        this.state.isClipExact &&
        (curved.length > 0 || paths.length !== 1 || !rectangleOf(paths[0]))
      )
        this.state.isClipExact = false
    }
    if (this.muted) return
    if (fill) this.#addRules(filledRules(paths))
    if (fill) this.#fillAreas(paths, curved)
    if (stroke) this.#stroke(paths)
  }

  /** Rectangles hide what lies under them; of other shapes it is not known what they hide. */
  #fillAreas(paths: Point[][], curved: Box[]): void {
    const { fill, fillAlpha } = this.state
    if (paths.length === 1 && curved.length === 0) {
      const whole = rectangleOf(paths[0])
      if (whole) this.#paintArea(whole, fill, fillAlpha)
      else if (paths[0].length > 2) this.#paintArea(bounds(paths), null, 0)
      return
    }
    const boxes = paths.map((points) => rectangleOf(points))
    const areApart =
      boxes.length <= MOST_RECTANGLES &&
      boxes.every(
        (box, i) => box && !boxes.some((other, k) => k !== i && other && overlaps(box, other)),
      )
    for (const [i, box] of boxes.entries())
      if (areApart && box) this.#paintArea(box, fill, fillAlpha)
      else this.#paintArea(bounds([paths[i]]), null, 0)
    for (const box of curved) {
      this.#paintArea(box, null, 0)
      if (this.drawings.length < MOST_DRAWINGS) this.drawings.push(box)
    }
  }

  /** Rules are stroked; bands of shading, and what hides a text, can be too, by lines as thick as a text is high. */
  #stroke(paths: Point[][]): void {
    const { stroke, strokeAlpha, lineWidth, ctm } = this.state
    const width = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
    if (width < BAND_WIDTH) this.#addRules(strokedRules(paths))
    for (const box of strokedAreas(paths, width)) this.#paintArea(box, stroke, strokeAlpha)
  }

  #paintArea(box: Box, colour: Colour, alpha: number): void {
    const { clip, groupAlpha, isBlended, isMasked, isClipExact } = this.state
    const seen: Box = [
      Math.max(clip[0], box[0]),
      Math.max(clip[1], box[1]),
      Math.min(clip[2], box[2]),
      Math.min(clip[3], box[3]),
    ]
    if (this.masking || (alpha > 0 && alpha * groupAlpha < FAINT)) return
    const isOpaque = !isBlended && !isMasked && isClipExact && alpha * groupAlpha >= OPAQUE
    if (isOpaque) this.canvas.cover(seen, colour)
    else this.canvas.tint(seen, null)
  }

  /** @param isOpaque it lets nothing through; its place is the unit square of its own space */
  paintPicture(isOpaque: boolean): void {
    if (this.muted) return
    const { ctm, clip, fillAlpha } = this.state
    const box = bounds([UNIT.map(([x, y]) => apply(ctm, x, y))])
    this.#addRules(filledRules([[...UNIT.map(([x, y]): Point => apply(ctm, x, y))]]))
    const isUpright =
      Math.abs(ctm[1]) + Math.abs(ctm[2]) < 0.01 * (Math.abs(ctm[0]) + Math.abs(ctm[3]))
    this.#paintArea(box, null, isOpaque && isUpright ? fillAlpha : 0)
    this.pictures.push([
      Math.max(clip[0], box[0]),
      Math.max(clip[1], box[1]),
      Math.min(clip[2], box[2]),
      Math.min(clip[3], box[3]),
    ])
  }

  /** A shading fills all that its clip lets it. */
  paintShading(): void {
    if (!this.muted) this.#paintArea(this.state.clip, null, 0)
  }

  #addRules(rules: Rule[]): void {
    for (const rule of rules) {
      const clipped = clipRule(rule, this.state.clip)
      if (clipped) this.rules.push(clipped)
    }
  }

  /** @param text codes of the font's own; without a font nothing is shown */
  showText(text: string): void {
    this.showSpaced([text])
  }

  /** @param items strings, and between them steps against the direction of writing: one pen writes them all */
  showSpaced(items: readonly unknown[]): void {
    const { letters } = this.state
    const pen = letters && this.#pen()
    for (const item of items)
      if (typeof item === 'number') this.kern(item)
      else if (letters && typeof item === 'string')
        this.showGlyphs(letters.font.charsToGlyphs(item), pen)
  }

  /** @returns null where the text leaves no trace */
  #pen(): Pen | null {
    return this.muted ? null : penOf(this.state, this.#textMatrix)
  }

  showGlyphs(glyphs: PdfGlyph[], pen = this.#pen()): void {
    const { letters, charSpacing, wordSpacing } = this.state
    const vertical = letters?.font.vertical ?? false
    const scale = scaleOf(this.state)
    this.painted += glyphs.length
    if (this.painted > MOST_GLYPHS) return
    const ground = pen && !this.canvas.showsAnywhere(pen.ink) ? this.canvas : null
    for (const glyph of glyphs) {
      if (!glyph) continue
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0)
      const width = (vertical ? (glyph.vmetric?.[0] ?? -glyph.width) : glyph.width) * scale
      if (pen) this.#paintGlyph(glyph, width, pen, ground)
      this.#advance(width + (vertical ? -spacing : spacing), vertical)
    }
  }

  /** @param thousandths of an em, against the direction of writing */
  kern(thousandths: number): void {
    const { letters, fontSize } = this.state
    this.#advance((-thousandths * fontSize) / 1000, letters?.font.vertical ?? false)
  }

  #advance(length: number, vertical: boolean): void {
    const m = this.#textMatrix
    const [along, across] = vertical ? [0, length] : [length * this.state.hScale, 0]
    this.#textX = m[0] * along + m[2] * across + this.#textX
    this.#textY = m[1] * along + m[3] * across + this.#textY
  }

  /** Text that the file leaves to the reader to set, on a ground of its own if it has one. */
  write(annotation: Pick<Annotation, 'text' | 'rect' | 'size' | 'quadding' | 'ground'>): void {
    const { rect, ground } = annotation
    const { ctm } = this.state
    const box = bounds([[apply(ctm, rect[0], rect[1]), apply(ctm, rect[2], rect[3])]])
    if (ground) this.canvas.cover(box, ground)
    this.glyphs.push(...glyphsOf(annotation, box, this.page))
  }

  /** @param ground what the pen's ink has to be told from; null where it is seen anywhere on the page */
  #paintGlyph(glyph: PdfGlyph, width: number, pen: Pen, ground: Canvas | null): void {
    const { letters, turn, size, isFaint, isVivid } = pen
    const text = letters.textOf(glyph)
    if (text === '') return
    const { ctm, clip, fontSize, hScale, rise } = this.state
    if (text !== ' ') this.angles.add(turn[0] * fontSize, turn[1] * fontSize)
    if (pen.isSkewed) {
      this.#skew()
      return
    }
    const half = pen.vertical ? halfOf(glyph) * pen.scale : 0
    const up = rise - (pen.vertical ? 0.88 * fontSize : 0)
    const [textX, textY] = [this.#textX, this.#textY]
    const left = ctm[0] * textX + ctm[2] * textY + ctm[4]
    const low = ctm[1] * textX + ctm[3] * textY + ctm[5]
    const x = turn[0] * -half + turn[2] * up + left
    const baseline = turn[1] * -half + turn[3] * up + low
    const advance = (pen.vertical ? 2 * half : width * hScale) * pen.stretch
    const middle = x + Math.min(Math.max(advance, 0), 20) / 2
    const y = baseline - 0.3 * size
    // Finite figures multiply to others: what stands nowhere, or reaches to no end, is not seen.
    if (!Number.isFinite(x + y + advance)) return
    if (size < LEAST_SIZE || !inside(this.page, middle, y)) return
    const beyond = isBeyond(clip[0], clip[2], middle)
    const isClear = pen.isClear || (ground !== null && !ground.shows(pen.ink, middle, y))
    const hidden = isClear && !this.masking
    const painted = { text, x, baseline, advance, size, clip, beyond, hidden, isFaint, isVivid }
    const isCut = isBeyond(clip[1], clip[3], y)
    if (!hidden && !beyond && !isCut) this.#note(painted, letters, glyph)
    if (this.watermarking) this.watermarks.push(painted)
    else if (isCut) this.cut.push(painted)
    else this.glyphs.push(painted)
  }

  /** One character that stands upright between two that do not is of their text: a seal's, along its circle. */
  #skew(): void {
    this.skewed += 1
    if (this.#lastSkewed >= 0 && this.#lastSkewed === this.glyphs.length - 1)
      this.glyphs[this.#lastSkewed].hidden = true
    this.#lastSkewed = this.glyphs.length
  }

  /** Counts a glyph that is seen, where it is not known what it says. */
  #note({ text, x, baseline, advance, size }: Glyph, letters: Letters, glyph: PdfGlyph): void {
    const font = letters.font.name
    if (text === UNMAPPED)
      this.unmapped.push({ font, box: [x, baseline - 0.85 * size, x + advance, baseline] })
    else if (letters.isDoubted(glyph))
      this.contradicted.set(font, (this.contradicted.get(font) ?? 0) + 1)
  }
}

/** From the middle of a glyph of vertical writing to its left. */
function halfOf({ vmetric, width }: PdfGlyph): number {
  return vmetric ? vmetric[1] : width / 2
}

/** A stroke of so many points or more is a band, and no rule. */
const BAND_WIDTH = 5
/** More shapes than these are a drawing. */
const MOST_DRAWINGS = 20_000
/** A fill of more rectangles than these is a drawing. */
const MOST_RECTANGLES = 64
const UNIT: Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
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
