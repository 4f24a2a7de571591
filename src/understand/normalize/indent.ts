/** How far in names begin; in columns of centred names it says nothing, and the reading leaves it out. */

/** Two indents nearer than this, in ems, are one; the shallowest steps of coded names in the corpus are half an em. */
export const SAME_INDENT = 0.35

/** How wide a text is, in ems. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += /[\u0000-\u007f]/.test(char) ? 0.5 : 1
  return width
}
