/**
 * What lies over and under the text of a page, in the order of painting. What is painted over is not
 * there for a reader, nor is text in the colour of its ground: templates keep old figures so.
 */
import type { Box } from '../../../schemas/document.js'
import { areAlike, type Colour, isDark, WHITE } from './colour.js'
import type { Glyph } from './glyphs.js'

interface Area {
  box: Box
  colour: Colour
}

/** Areas and glyphs are looked up by bands of so many points. */
const BAND = 16
/** What is no wider or no higher than so many points is a line: it hides nothing. */
const LINE = 2.6
/** The ink of a character stands between these parts of an em above its baseline. */
const TOP = 0.6
const FOOT = 0.1
/** It may stick out by so many points: fills end at a cell's rule. */
const SLACK = 0.5

export class Canvas {
  readonly #areas: Area[] = []
  readonly #glyphs = new Map<number, Glyph[]>()
  #indexed = 0
  /** Most pages ask for no ground: areas are parted into bands once one does. */
  readonly #grounds = new Map<number, Area[]>()
  #parted = 0
  #hasDark = false

  /** @param glyphs of the page, in the order of painting */
  constructor(private readonly glyphs: readonly Glyph[]) {}

  /** Something opaque: what was painted there before is seen no more. */
  cover(box: Box, colour: Colour): void {
    if (isLine(box)) return
    this.#indexGlyphs()
    const [from, to] = [bandOf(box[1]), bandOf(box[3])]
    for (let band = from; band <= to; band++)
      for (const glyph of this.#glyphs.get(band) ?? NONE)
        if (isUnder(glyph, box)) glyph.hidden = true
    this.tint(box, colour)
  }

  /** Something that lets through what was painted before it, and is the ground of what follows. */
  tint(box: Box, colour: Colour): void {
    if (isLine(box)) return
    this.#hasDark ||= isDark(colour)
    this.#areas.push({ box, colour })
  }

  /** Whether text of a colour can be told from whatever lies under it on this page. */
  showsAnywhere(colour: Colour): boolean {
    return colour === null || (!this.#hasDark && isDark(colour))
  }

  /** Whether text of a colour can be told from what lies under it. */
  shows(colour: Colour, x: number, y: number): boolean {
    return !areAlike(colour, this.#groundAt(x, y))
  }

  #groundAt(x: number, y: number): Colour {
    this.#partAreas()
    const area = this.#grounds
      .get(bandOf(y))
      ?.findLast(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
    return area ? area.colour : WHITE
  }

  #partAreas(): void {
    for (; this.#parted < this.#areas.length; this.#parted++) {
      const area = this.#areas[this.#parted]
      const to = bandOf(area.box[3])
      for (let band = bandOf(area.box[1]); band <= to; band++)
        listOf(this.#grounds, band).push(area)
    }
  }

  #indexGlyphs(): void {
    for (; this.#indexed < this.glyphs.length; this.#indexed++) {
      const glyph = this.glyphs[this.#indexed]
      listOf(this.#glyphs, bandOf(middleOf(glyph))).push(glyph)
    }
  }
}

function isLine(box: Box): boolean {
  return !(box[2] - box[0] > LINE && box[3] - box[1] > LINE)
}

const NONE: Glyph[] = []
const bandOf = (y: number) => Math.floor(y / BAND)

function listOf<Item>(bands: Map<number, Item[]>, band: number): Item[] {
  let list = bands.get(band)
  if (!list) {
    list = []
    bands.set(band, list)
  }
  return list
}

const middleOf = ({ baseline, size }: Glyph) => baseline - ((TOP + FOOT) / 2) * size

function isUnder({ x, baseline, advance, size }: Glyph, box: Box): boolean {
  const width = Math.min(Math.max(advance, 0), size)
  return (
    x >= box[0] - SLACK - FOOT * size &&
    x + width <= box[2] + SLACK + FOOT * size &&
    baseline - TOP * size >= box[1] - SLACK &&
    baseline - FOOT * size <= box[3] + SLACK
  )
}
