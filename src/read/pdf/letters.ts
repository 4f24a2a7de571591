/** What the glyphs of a font say, worked out once for each: a page shows the same few thousands of times. */
import type { PdfFont, PdfGlyph } from '#pdfjs'
import { cleanText } from './characters.js'
import { contradictedIn } from './contradicted.js'
import { isUnmapped } from './unmapped.js'

/** Stands for a character that nothing is known of. */
export const UNMAPPED = '\ufffd'

export class Letters {
  /** Codes of the font of which the file says two things. */
  readonly contradicted: ReadonlySet<number>
  readonly #texts = new Map<PdfGlyph, string>()

  private constructor(readonly font: PdfFont) {
    this.contradicted = contradictedIn(font)
  }

  static of(font: PdfFont): Letters {
    let letters = known.get(font)
    if (!letters) {
      letters = new Letters(font)
      known.set(font, letters)
    }
    return letters
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
