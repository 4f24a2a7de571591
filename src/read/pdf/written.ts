/** Text that the file leaves to the reader to set: in a box of the page, line by line. */
import type { Box } from '../../../schemas/document.js'
import type { Annotation } from './annotations.js'
import { cleanText } from './characters.js'
import type { Glyph } from './glyphs.js'

/** Size, in points, of a field's text that names none, and the blank before it. */
const FIELD_SIZE = 12
const FIELD_PADDING = 2
const PLAIN = { beyond: false, hidden: false, isFaint: false, isVivid: false }

/**
 * @param box on the page as displayed
 * @param clip what of the page it may take
 */
export function glyphsOf(
  { text, size: wanted, quadding }: Pick<Annotation, 'text' | 'size' | 'quadding'>,
  [left, top, right, bottom]: Box,
  clip: Box,
): Glyph[] {
  const lines = text.split(/\r\n?|\n/)
  const pitch = (bottom - top) / lines.length
  const size = wanted > 0 ? wanted : Math.min(FIELD_SIZE, 0.8 * pitch)
  return lines.flatMap((line, i) => {
    const chars = [...line].map((char) => ({ char, advance: (char < '\u0080' ? 0.5 : 1) * size }))
    const room = right - left - chars.reduce((sum, { advance }) => sum + advance, 0)
    const baseline = top + (i + 0.5) * pitch + 0.35 * size
    let x = left + Math.max(0, quadding === 0 ? FIELD_PADDING : (room * quadding) / 2)
    return chars.map(({ char, advance }) => {
      const glyph = { text: cleanText(char), x, baseline, advance, size, clip, ...PLAIN }
      x += advance
      return glyph
    })
  })
}

/** Characters of a field that has a box for each are one text, line by line, however far apart they stand. */
export function joinCombed(glyphs: readonly Glyph[]): void {
  for (const [i, next] of glyphs.entries()) {
    const last = glyphs[i - 1]
    if (last && last.baseline === next.baseline && next.x > last.x) last.advance = next.x - last.x
  }
}
