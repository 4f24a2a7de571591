/**
 * What the sentences of a real file say and what was read of them: figures with a unit that give a fact, those that
 * have a reason to give none, and those that have neither. The text is looked at anew, with plain patterns.
 */
import type { BudgetDocument, NarrativeFact } from '../../schemas/document.js'
import { regionOf } from '../../schemas/prose/regions.js'
import type { Paragraph, TextLine } from '../../schemas/stages.js'
import { fold } from '../../schemas/text.js'
import { pagePlacer } from '../../src/place-pages.js'
import { readPages } from '../../src/read/pdf/read.js'
import { readProse } from '../../src/read/prose/prose.js'
import { stitchTables } from '../../src/read/table/stitch.js'
import { type ReadFact, readFacts } from '../../src/understand/facts/facts.js'

export interface ProseTally {
  /** Figures with a unit, outside every lattice. */
  figures: number
  /** With a fact; with a reason to have none; with neither. */
  read: number
  explained: number
  unread: number
}

const FIGURE =
  /\d[\d,]*(?:\.\d+)?\s*(?:[万亿千]?元|%|％|个百分点|辆|台|人|个|家|名|平方米|批次|次)/g

export async function proseOf(
  bytes: Uint8Array,
  document: BudgetDocument,
): Promise<{ tally: ProseTally; notes: string[] }> {
  const { pages } = await readPages(bytes, pagePlacer())
  const lines = stitchTables(pages.flat()).prose
  const prose = readProse(lines)
  const facts = readFacts(prose, document.report)
  const tally: ProseTally = { figures: 0, read: 0, explained: 0, unread: 0 }
  const notes = prose.paragraphs.flatMap((paragraph, i) => {
    const own = facts.filter((fact) => fact.paragraph === i)
    return unreadFigures(paragraph, own, tally)
  })
  return {
    tally,
    notes: [...notes, ...misplaced(lines, document.facts), ...silent(lines, document.facts)],
  }
}

function unreadFigures(paragraph: Paragraph, facts: ReadFact[], tally: ProseTally): string[] {
  const { text, lines, under } = paragraph
  const region = regionOf(under.map((heading) => fold(heading.text)))
  const notes: string[] = []
  for (const { index: at, 0: figure } of text.matchAll(FIGURE)) {
    tally.figures += 1
    const read = facts.some((fact) => fact.figure.from < at + figure.length && fact.figure.to > at)
    const threshold = /^[（(]?含?[)）]?(?:及|的)?以[上下内]/.test(text.slice(at + figure.length))
    if (read) tally.read += 1
    else if (region !== 'explanation' || threshold) tally.explained += 1
    else {
      tally.unread += 1
      const around = `${text.slice(Math.max(0, at - 30), at)}【${figure}】${text.slice(at + figure.length).slice(0, 15)}`
      notes.push(`UNREAD p${lines[0].page} ${around}`)
    }
  }
  return notes
}

const PART = /^(?:第.{1,3}部分|附[件表]|[一二三四五六七八九十]{1,3}、)|(?:编制|情况)说明$/
const GLOSSARY = /^(?:第.{1,3}部分|[一二三四五六七八九十]{1,3}、)?(?:专业)?名词解释$/
const LEADERS = /[.．·…]{6,}/

/** Facts of a part that explains words, and of pages that list the contents. */
function misplaced(lines: readonly TextLine[], facts: readonly NarrativeFact[]): string[] {
  const contents = new Set(
    lines.filter(({ text }) => LEADERS.test(fold(text))).map(({ page }) => page),
  )
  return facts.flatMap(({ id, page, bbox, text }) => {
    const before = lines.filter(
      (line) => line.page < page || (line.page === page && line.box[1] <= (bbox?.[1] ?? 0)),
    )
    const part = before.findLast((line) => PART.test(fold(line.text)) || isGlossary(line))
    if (part && isGlossary(part)) return [`GLOSSARY p${page} ${id} ${text}`]
    return contents.has(page) && before.every((line) => line.page < page || LEADERS.test(line.text))
      ? [`CONTENTS p${page} ${id} ${text}`]
      : []
  })
}

const isGlossary = ({ text }: TextLine) => GLOSSARY.test(fold(text))

const AMOUNT = '(?:为|共计|合计|总计|数为|数|共)*[\\d,.]+[万亿]?元'
/** What a sentence prints that every narrative states, and the facts that may say so. */
const STATED: readonly [what: string, printed: RegExp, subjects: readonly string[]][] = [
  [
    'revenue',
    new RegExp(
      `(?<!财政拨款|一般公共预算)(?:20\\d\\d年(?:度)?|本年)收入(?:总?预算|总计|合计)${AMOUNT}`,
    ),
    ['total_revenue', 'current_year_revenue', 'total_revenue_and_expenditure'],
  ],
  [
    'expenditure',
    new RegExp(
      `(?<!财政拨款|一般公共预算)(?:20\\d\\d年(?:度)?|本年)支出(?:总?预算|总计|合计)${AMOUNT}`,
    ),
    ['total_expenditure', 'current_year_expenditure', 'total_revenue_and_expenditure'],
  ],
  [
    'three public expenses',
    new RegExp(`"?三公"?经费(?:财政拨款|支出|预算|决算|安排)*${AMOUNT}`),
    ['three_public_expenses'],
  ],
]

function silent(lines: readonly TextLine[], facts: readonly NarrativeFact[]): string[] {
  const text = fold(lines.map((line) => line.text).join(''))
  return STATED.flatMap(([what, printed, subjects]) => {
    const said = printed.exec(text)?.[0]
    const read = facts.some(({ subject, value }) => value !== null && subjects.includes(subject))
    return said && !read ? [`SILENT ${what}: ${said}`] : []
  })
}
