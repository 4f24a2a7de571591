/**
 * A page to load fonts into that draws nothing.
 *
 * Without a browser's FontFace pdf.js builds the outline of every glyph, a third of
 * its time on these files (15.3 against 10.5 ms a page), and nobody draws them here.
 * Told that fonts load, it leaves them out. Text and positions are the same.
 */
class UndrawnFontFace {
  readonly loaded = Promise.resolve(this)
  load(): Promise<this> {
    return this.loaded
  }
}

/** What pdf.js touches of a document when it loads fonts. */
export const UNDRAWN_DOCUMENT = {
  fonts: { add() {}, delete() {} },
}

if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: UndrawnFontFace })
