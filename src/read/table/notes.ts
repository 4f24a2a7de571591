/** Notes below a table, with the lines that they wrap into. */
import type { TextLine } from '../../../schemas/stages.js'
import { fold, ORDINAL } from '../../../schemas/text.js'
import { looksLikeTitle, parseHeading } from './heading.js'

const NOTE =
  /^(?:备?注\d?|说明)[:：.]|^\(?(?:本单位|本部门|我单位|我部门)?(?:\d{4}年)?(?:度)?(?:没有|无).{0,40}[)）。]?$/

export function isNote(line: TextLine): boolean {
  return NOTE.test(fold(line.text))
}

/** Puts the notes among the lines into the list; what is left may head the next table. */
export function takeNotes(lines: TextLine[], notes: string[]): TextLine[] {
  let last: TextLine | null = null
  return lines.filter((line) => {
    const opens = isNote(line)
    if (!opens && !(last && wrapsOn(last, line))) {
      last = null
      return true
    }
    const text = line.text.trim()
    if (opens) notes.push(text)
    else notes[notes.length - 1] += text
    last = line
    return false
  })
}

/** A wrapped line follows no further below, in its own ems, and is larger by no more than this factor. */
const CLOSE = 0.9
const LARGER = 1.2
/** A shorter line is a page number or a label. */
const SHORT = 6

/** A wrapped line follows close below, and begins no list, part, title or heading of its own. */
function wrapsOn(last: TextLine, line: TextLine): boolean {
  const folded = fold(line.text)
  const isClose = line.box[1] - last.box[3] <= CLOSE * line.size && line.size <= LARGER * last.size
  if (!isClose || folded.length < SHORT || ORDINAL.test(folded) || /^第.部分/.test(folded))
    return false
  const { ownerLine, unitLine } = parseHeading([line])
  return !looksLikeTitle(line.text) && ownerLine === null && unitLine === null
}
