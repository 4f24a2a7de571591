/** The lines of a paragraph -> its text: blanks out, except where two figures would meet. */
import type { Paragraph, TextLine } from '../../../schemas/stages.js'

/** Wide gaps come as two blanks: between digits they part two figures, unless a point or comma binds them. */
const WIDE = /(?<=\d)\s{2,}(?=\d)/g
const BLANK = /[\s\u3000]+/g
const LATIN = /(?<=[A-Za-z])\s+(?=[A-Za-z])/g
/** A blank that stays. */
const KEPT = '\u0001'

export function joinText(lines: readonly TextLine[]): Pick<Paragraph, 'text' | 'lines'> {
  let text = ''
  const places: Paragraph['lines'] = []
  for (const line of lines) {
    const own = tidy(line.text)
    if (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(own)) text += ' '
    places.push({ from: text.length, page: line.page, box: line.box })
    text += own
  }
  return { text, lines: places }
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(WIDE, KEPT)
    .replace(LATIN, KEPT)
    .replace(BLANK, '')
    .replaceAll(KEPT, ' ')
}
