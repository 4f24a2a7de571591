/**
 * Characters of which the file does not say what they are: shapes of a Type 3 font without names, glyphs by
 * number without a map to Unicode. pdf.js gives the number itself, which is some other character.
 */
import { IdentityToUnicodeMap, PartialEvaluator, type PdfFont, type PdfGlyph } from '#pdfjs'

/** Maps that stand in for one that the file does not have. */
const guessed = new WeakSet<object>()

const { buildToUnicode } = PartialEvaluator.prototype
PartialEvaluator.prototype.buildToUnicode = async function (properties) {
  const map = await buildToUnicode.call(this, properties)
  if (!properties.hasIncludedToUnicodeMap && map instanceof IdentityToUnicodeMap) guessed.add(map)
  return map
}

/** Whether nothing says what character a glyph is. */
export function isUnmapped({ toUnicode }: PdfFont, { originalCharCode }: PdfGlyph): boolean {
  if (!toUnicode) return false
  return guessed.has(toUnicode) || !toUnicode.has(originalCharCode)
}
