/** How far in names begin, and when that says nothing: centred names begin the later the shorter they are. */

/** Two indents nearer than this, in ems, are one; the shallowest steps of coded names in the corpus are half an em. */
export const SAME_INDENT = 0.35

/** A name begins half an em later for each em that it is shorter; so far off, in ems, the widths of glyphs explain. */
const OFF = 0.5
/** Names that differ by less than this, in ems, begin so near each other that nothing shows. */
const TOLD_APART = 1.5
/** So many neighbours must say so, and this share of those that say anything (jiangsu's 收入预算总表 centres its classes). */
const ENOUGH = 3
const SHARE = 0.8
/** Where no name begins nearer to the rule than this, in ems, one pair of neighbours is enough. */
const FAR_IN = 1.5

/** Where a name begins and how wide it is, in ems. */
export interface Line {
  indent: number
  width: number
}

export function areCentred(lines: readonly Line[]): boolean {
  let [told, centred] = [0, 0]
  for (let i = 1; i < lines.length; i++) {
    const longer = lines[i].width - lines[i - 1].width
    if (Math.abs(longer) < TOLD_APART) continue
    told += 1
    const further = lines[i].indent - lines[i - 1].indent
    if (Math.abs(further + longer / 2) <= OFF) centred += 1
  }
  const isFarIn = Math.min(...lines.map(({ indent }) => indent)) > FAR_IN
  return told >= (isFarIn ? 1 : ENOUGH) && centred >= SHARE * told
}

/** In ems. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += /[\u0000-\u007f]/.test(char) ? 0.5 : 1
  return width
}
