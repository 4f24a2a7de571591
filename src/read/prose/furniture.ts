/** Lines that belong to the page and not to the text: running heads, page numbers, the contents. */
import type { TextLine } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'

/** A line at the same place of so many pages is a running head (无锡 prints the owner's on each). */
const HEAD_PAGES = 3
/** Such lines stand at the same height up to this many points. */
const HEAD_DRIFT = 3

/** @param pages lines by page, each from the top down */
export function dropFurniture(pages: readonly TextLine[][]): TextLine[][] {
  const heads = runningHeads(pages)
  const bare = pages.map((lines) =>
    lines.filter((line, i) => !isEdge(i, lines) || !heads.has(headKey(line))),
  )
  return dropContents(bare.map(dropPageNumbers))
}

function runningHeads(pages: readonly TextLine[][]): Set<string> {
  const seen = new Map<string, number>()
  for (const lines of pages)
    for (const key of new Set(lines.filter((_, i) => isEdge(i, lines)).map(headKey)))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  return new Set([...seen].filter(([, count]) => count >= HEAD_PAGES).map(([key]) => key))
}

/** Numbers in it change from page to page. */
function headKey(line: TextLine): string {
  return `${Math.round(line.box[1] / HEAD_DRIFT)}|${fold(line.text).replace(/\d+/g, '#')}`
}

/** Among the two lines at the top, or the two at the foot. */
const isEdge = (i: number, lines: readonly TextLine[]) => i < 2 || i >= lines.length - 2

const PAGE_NUMBER = /^[-—–_~·.]*第?\d{1,4}页?(?:[/共]+\d+页?)?[-—–_~·.]*$/

function dropPageNumbers(lines: TextLine[]): TextLine[] {
  return lines.filter((line, i) => !(isEdge(i, lines) && PAGE_NUMBER.test(fold(line.text))))
}

const CONTENTS = /^目[录次錄]$/
const LEADERS = /(?:[.．] ?){4,}|…{2,}|(?:[·・] ?){4,}|。{4,}/
/** What a contents page lists: parts, sections, tables, perhaps with a page number. */
const ENTRY =
  /^(?:第.{1,3}部分|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d+[、.．]|附[件表]|表\d)|表$|\d$/

/** The page with 目录, and the ones that go on with it. */
function dropContents(pages: TextLine[][]): TextLine[][] {
  const start = pages.findIndex((lines) => lines.some((line) => CONTENTS.test(fold(line.text))))
  if (start < 0) return pages.map(dropLeaders)
  let open = true
  return pages.map((lines, i) => {
    if (i < start || !open) return dropLeaders(lines)
    if (i > start && !isContents(lines)) open = false
    if (!open) return dropLeaders(lines)
    const from = i === start ? lines.findIndex((line) => CONTENTS.test(fold(line.text))) : 0
    const body = i === start ? bodyAfter(lines, from) : lines.length
    return [...lines.slice(0, from), ...lines.slice(body)]
  })
}

/** Where the text begins on the contents' own page: at the first entry again, or at a sentence. */
function bodyAfter(lines: TextLine[], from: number): number {
  const first = bare(lines[from + 1]?.text ?? '')
  const again = lines.findIndex(
    (line, i) => i > from + 1 && first !== '' && bare(line.text) === first,
  )
  if (again >= 0) return again
  const sentence = lines.findIndex(
    (line, i) => i > from && /。/.test(line.text) && !LEADERS.test(fold(line.text)),
  )
  return sentence < 0 ? lines.length : sentence
}

function isContents(lines: TextLine[]): boolean {
  if (
    lines.length === 0 ||
    lines.some(({ text }) => /[。；]/.test(text) && !LEADERS.test(fold(text)))
  )
    return false
  return lines.filter(({ text }) => ENTRY.test(fold(text))).length >= 0.7 * lines.length
}

function dropLeaders(lines: TextLine[]): TextLine[] {
  return lines.some(({ text }) => LEADERS.test(text))
    ? lines.filter(({ text }) => !LEADERS.test(text))
    : lines
}

const bare = (text: string) => fold(text).replace(/[.…·]{2,}|(?<!\d)\d+$/g, '')
