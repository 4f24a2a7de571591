/** Paragraphs -> under which headings each stands. */
import type { Heading, Paragraph, TextLine } from '../../../schemas/stages.js'
import { fold, foldInPlace } from '../../../schemas/text.js'

const CHINESE = '[一二三四五六七八九十]{1,3}'
/** Ordinals by the level that they number, outermost first. */
const LEVELS: readonly RegExp[] = [
  /^(?:第.{1,3}(?:部分|章)|附件\d*)[:：、.]?/,
  new RegExp(`^${CHINESE}(?:[、.．:,]|(?=\\())`),
  new RegExp(`^\\(${CHINESE}\\)[、.]?`),
  /^\d{1,2}(?:[、](?!\d)|\.(?!\d)|\.(?=(?:19|20)\d\d年|[235]\d{4}(?:\d\d)?[^\d.,]))/,
  /^(?:\(\d{1,2}\)|\d{1,2}\))[、.]?/,
  /^[①-⑳]/,
]
/** A sentence on its own line is no heading, however it is numbered. */
const LONGEST = 45
/** Titles without an ordinal name a part where they end so. */
const TITLE = /(?:说明|解释|概况|情况|职能|职责|设置|构成|任务|目标)$/
/** A title of a part; others stand between ordinals, and end with the next one. */
const PART = /(?:说明|解释|概况|职能|职责)$/
/** A caption, or the title of a table. */
const CAPTION = /^[图表]\d|表(?:\(.*\))?$/

/** The label behind the ordinal at the head of a text, and where it ends. */
export function headingOf(text: string): Paragraph['own'] {
  const folded = foldInPlace(text)
  for (const [level, pattern] of LEVELS.entries()) {
    const match = pattern.exec(folded)
    if (!match) continue
    const rest = folded.slice(match[0].length)
    const stop = rest.search(/[。:;]/)
    const to = match[0].length + (stop < 0 ? rest.length : stop)
    return { heading: { level, text: text.slice(match[0].length, to).trim() }, to }
  }
  return null
}

/** A title in the middle of its line, or in larger type, without an ordinal. */
export function titleOf(lines: readonly TextLine[], text: string, body: number): Paragraph['own'] {
  const folded = fold(text)
  const [line] = lines
  const plain = folded.length <= LONGEST && !/[。;,:]/.test(folded) && !CAPTION.test(folded)
  const stands = line.size > 1.1 * body || lines.length === 1
  if (!plain || !stands || !TITLE.test(folded)) return null
  const part = line.size > 1.1 * body || PART.test(folded)
  return { heading: { level: part ? 0 : LEVELS.length, text }, to: text.length }
}

/** A heading closes those of its level and below. */
export function under(stack: readonly Heading[], heading: Heading): Heading[] {
  return [...stack.filter(({ level }) => level < heading.level), heading]
}
