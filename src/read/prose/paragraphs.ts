/** Lines -> paragraphs: a line goes on with the one before where that one was full. */
import type { TextLine } from '../../../schemas/stages.js'
import { fold, ORDINAL } from '../../../schemas/text.js'

/** Left and right edge of a page's text. */
interface Column {
  left: number
  right: number
}

/** A first line is indented by two ems; hand-set ones by a little more than one. */
const INDENT = 1.2
/** How much room a line may leave at its end although it is full: justified text, hanging marks. In ems. */
const SLACK = 1.2
/** Lines of a paragraph follow within this many ems of height; more is a figure or a table between. */
const LEADING = 3.2
/** A mark hangs over the edge by half a character. In points. */
const HANGS = 8
/** So many characters make a line that shows where the text ends. */
const LONG = 15

export function toParagraphs(pages: readonly TextLine[][]): TextLine[][] {
  const paragraphs: TextLine[][] = []
  let last: { line: TextLine; column: Column } | null = null
  const usual = usualColumn(pages)
  for (const lines of pages) {
    const column = pageColumn(lines, usual)
    for (const line of lines) {
      const open = paragraphs.at(-1)
      if (open && last && goesOn(last, line, column)) open.push(line)
      else paragraphs.push([line])
      last = { line, column }
    }
  }
  return paragraphs
}

/** The edges that most pages have. */
function usualColumn(pages: readonly TextLine[][]): Column {
  const columns = pages.filter((lines) => lines.filter(isLong).length >= 3).map(columnOf)
  if (columns.length === 0) return columnOf(pages.flat())
  const near = (edge: number) => Math.round(edge / 4) * 4
  return {
    left: commonest(columns.map(({ left }) => near(left))),
    right: commonest(columns.map(({ right }) => right)),
  }
}

const isLong = ({ text }: TextLine) => text.length >= LONG

/** A page of few lines has the edges of the others, unless it is of another width. */
function pageColumn(lines: readonly TextLine[], usual: Column): Column {
  const own = columnOf(lines)
  const long = lines.filter(isLong).length
  const size = lines[0]?.size ?? 0
  const alike = own.right < usual.right + 2 * size && own.left > usual.left - 2 * size
  return long >= 3 || !alike ? own : usual
}

function columnOf(lines: readonly TextLine[]): Column {
  const long = lines.filter(isLong)
  const some = long.length > 0 ? long : lines
  return {
    left: Math.min(...some.map(({ box }) => box[0])),
    right: commonest(some.map(({ box }) => Math.round(box[2] / 4) * 4)),
  }
}

/** The edge that most lines share; the outer one of two alike, and the inner one of two close ones: marks may hang. */
function commonest(values: readonly number[]): number {
  const votes = new Map<number, number>()
  for (const value of values) votes.set(value, (votes.get(value) ?? 0) + 1)
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  if (!best) return 0
  const inner = [...votes].filter(
    ([edge, n]) => best[0] - edge <= HANGS && edge < best[0] && n > 0.3 * best[1],
  )
  return Math.min(best[0], ...inner.map(([edge]) => edge))
}

function goesOn(last: { line: TextLine; column: Column }, line: TextLine, column: Column): boolean {
  const before = last.line
  if (line.page > before.page + 1) return false
  const samePage = line.page === before.page
  if (samePage && line.box[1] - before.box[1] > LEADING * Math.max(line.size, before.size))
    return false
  const indent = line.box[0] - column.left
  if (indent > INDENT * line.size) return false
  if (OPENS.test(fold(line.text)) && ENDS.test(fold(before.text))) return false
  const room = last.column.right - before.box[2]
  return room < tokenWidth(line) + SLACK * line.size
}

/** A part, a note or a numbered line begins anew behind a finished sentence. */
const OPENS = new RegExp(`${ORDINAL.source}|^第.{1,3}部分|^(?:备?注|说明)[:：]`)
const ENDS = /[。;:!]$/

/** What could not have stood at the end of the line before: a figure whole, a character with the marks behind it. */
function tokenWidth({ text, size }: TextLine): number {
  const [token] = /^(?:[\d.,%A-Za-z]+|.)[，。、；：）”%％」』》]*/u.exec(text.trimStart()) ?? ['']
  return [...token].reduce((width, char) => width + (char.charCodeAt(0) < 0x80 ? 0.5 : 1), 0) * size
}
