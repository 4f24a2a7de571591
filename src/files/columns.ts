/** How wide a text is on a terminal: a Chinese character takes two columns, a mark on another none. */

/** East Asian Width W and F (Unicode 15, UAX 11); what is ambiguous there takes one, as most terminals have it. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const NONE = /\p{Mn}|\p{Me}|[\u200b-\u200d]/u

export function columnsOf(text: string): number {
  let columns = 0
  for (const char of text) columns += widthOf(char)
  return columns
}

function widthOf(char: string): number {
  return WIDE.test(char) ? 2 : NONE.test(char) ? 0 : 1
}

/** With blanks behind, up to so many columns. */
export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** No wider than so many columns; what is cut off leaves `…`. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let [kept, room] = ['', columns - 1]
  for (const char of text) {
    room -= widthOf(char)
    if (room < 0) break
    kept += char
  }
  return `${kept}…`
}
