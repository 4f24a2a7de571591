/** What the glyphs of a font say, worked out once for each: a page shows the same few thousands of times. */
import type { PdfFont, PdfGlyph } from '#pdfjs'
import { cleanText } from './characters.js'
import { doubtOf } from './contradicted.js'
import { isUnmapped } from './unmapped.js'

/** Stands for a character that nothing is known of. */
export const UNMAPPED = '\ufffd'

export class Letters {
  readonly #doubt: ReturnType<typeof doubtOf>
  readonly #doubted = new Map<PdfGlyph, boolean>()
  readonly #texts = new Map<PdfGlyph, string>()

  private constructor(readonly font: PdfFont) {
    this.#doubt = doubtOf(font)
  }

  static of(font: PdfFont): Letters {
    let letters = known.get(font)
    if (!letters) {
      letters = new Letters(font)
      known.set(font, letters)
    }
    return letters
  }

  /** Whether the file says two things of a glyph. */
  isDoubted(glyph: PdfGlyph): boolean {
    if (this.#doubt === null) return false
    let isDoubted = this.#doubted.get(glyph)
    if (isDoubted === undefined) {
      isDoubted = this.#doubt(glyph.originalCharCode)
      this.#doubted.set(glyph, isDoubted)
    }
    return isDoubted
  }

  textOf(glyph: PdfGlyph): string {
    let text = this.#texts.get(glyph)
    if (text === undefined) {
      const isUnknown = !glyph.isSpace && isUnmapped(this.font, glyph)
      text = isUnknown ? UNMAPPED : cleanText(glyph.unicode)
      this.#texts.set(glyph, text)
    }
    return text
  }
}

const known = new WeakMap<PdfFont, Letters>()
