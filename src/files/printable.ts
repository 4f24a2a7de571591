/**
 * What a terminal would obey, or show in another order, is not printed: file names and documents come from
 * strangers. Controls of C0 and C1, marks of direction, separators of lines.
 */
const MARKS = '\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069'
const IN_LINE = new RegExp(`[\\x00-\\x1f\\x7f-\\x9f${MARKS}]`, 'g')
const IN_LINES = new RegExp(`[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f${MARKS}]`, 'g')

/** For a part of a line: a name that holds the end of a line begins none. */
export const printable = (text: string) => text.replace(IN_LINE, '\ufffd')

/** For lines. */
export const printableLines = (text: string) => text.replace(IN_LINES, '\ufffd')

/** As JSON says it, for programs: nothing is lost. */
export const printableJson = (value: unknown, indent?: number) =>
  JSON.stringify(value, null, indent).replace(
    IN_LINES,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
