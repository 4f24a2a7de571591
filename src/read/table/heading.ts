/** The lines above a table -> its title, ordinal, owner and unit. */

import {
  BODY_NAME,
  ORDINAL_LABEL,
  OTHER_CURRENCY,
  OWNER_WORDS,
} from '../../../schemas/heading-words.js'
import type { TextLine } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { looksLikeTitle } from '../../../schemas/title-text.js'
import { type FreeLine, titleOf } from './title-lines.js'

export { looksLikeTitle }

export interface Heading {
  title: string
  ordinal: string | null
  ownerLine: string | null
  unitLine: string | null
}

const UNIT_LINE = /(?:金额)?(?:计量)?单位[:]?\(?(?:人民币)?([千万亿]?元)\)?/
/** A unit without a word before it, alone at the right above a table: （万元）. */
const BARE_UNIT = /^\(?(?:人民币)?[千万亿]?元\)?$/
const OWNER_LINE = new RegExp(
  `^(?:${[...OWNER_WORDS]
    .toSorted((a, b) => b.length - a.length)
    .map(quoteWord)
    .join('|')})(?:\\([^)]*\\))?:`,
)

function quoteWord(word: string): string {
  return word.replace(/[()/]/g, '\\$&')
}

/** @param lines above a table (or its inner full-width rows), from the top down */
export function parseHeading(lines: TextLine[]): Heading {
  const heading: Heading = { title: '', ordinal: null, ownerLine: null, unitLine: null }
  const free: FreeLine[] = []
  for (const line of lines.toReversed())
    free.unshift({ line, text: takeLabels(line, lines, heading) })
  const { title, end } = titleOf(free)
  heading.title = title
  const below = title === '' ? [] : free.slice(end + 1)
  heading.ownerLine ??= below.find(({ text }) => isName(text))?.text ?? null
  return heading
}

/** Takes unit, owner and ordinal out of a line; gives back what else it says. */
function takeLabels(line: TextLine, lines: TextLine[], heading: Heading): string {
  const rest: string[] = []
  for (const segment of segmentsOf(line)) {
    const folded = fold(segment)
    const [label] = ORDINAL_LABEL.exec(folded) ?? ['']
    if (statesUnit(folded) && !looksLikeTitle(folded)) {
      heading.unitLine = withOther(heading.unitLine, folded)
      const owner = folded.replace(/(?:金额)?(?:计量)?单位:?\(?(?:人民币)?[千万亿]?元\)?.*$/, '')
      if (OWNER_LINE.test(owner) || isName(owner)) heading.ownerLine ??= owner
    } else if (BARE_UNIT.test(folded)) heading.unitLine = withOther(heading.unitLine, folded)
    else if (OWNER_LINE.test(folded)) heading.ownerLine ??= segment
    else if (label !== '' && label.length === folded.replace(/[:、.]$/, '').length) {
      heading.ordinal ??= segment
    } else rest.push(segment)
  }
  return takeOwner(line, lines, rest, heading)
}

/** A unit of another currency is none: no number makes its figures 元 of ours. */
function statesUnit(folded: string): boolean {
  const at = folded.search(UNIT_LINE)
  return at >= 0 && !OTHER_CURRENCY.test(folded.slice(at))
}

/** The unit nearest to the table comes first; another one is kept beside it, and is in doubt. */
function withOther(known: string | null, line: string): string {
  if (known === null) return line
  return parseUnit(known) === parseUnit(line) ? known : `${known} ${line}`
}

const parseUnit = (line: string) => /[千万亿]?元/.exec(line)?.[0]

/** A run of blanks parts as much inside one string as between two; a single one does before a label. */
const PARTS = new RegExp(
  `[ \\u3000]{2,}|[ \\u3000](?=(?:${[...OWNER_WORDS, '金额单位', '计量单位'].map(quoteWord).join('|')})[:：])`,
)

function segmentsOf({ text }: TextLine): string[] {
  return text
    .split(PARTS)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
}

/**
 * "部门：  江苏省人大常委会办公厅": the name may stand a blank behind its label, on the same line and on no other;
 * a code with a name (402-某局) needs no label, nor does a name beside the unit or between title and table.
 */
function takeOwner(line: TextLine, lines: TextLine[], rest: string[], heading: Heading): string {
  if (heading.ownerLine !== null && isBareLabel(heading.ownerLine) && isOwnLabel(line, heading)) {
    const name = rest.shift() ?? besideOf(line, lines)
    if (name !== null && !looksLikeTitle(name)) heading.ownerLine += name
  }
  const text = rest.join('')
  if (isCodedName(text) || (isName(text) && isBesideUnit(line, lines))) {
    heading.ownerLine ??= text
    return ''
  }
  return takeOrdinal(text, heading)
}

const isCodedName = (text: string) => CODED_OWNER.test(fold(text)) && !looksLikeTitle(text)
const isName = (text: string) =>
  isCodedName(text) || (BODY_NAME.test(fold(text)) && !looksLikeTitle(text))
const isBareLabel = (ownerLine: string) => /[:：]$/.test(ownerLine)
const isOwnLabel = ({ text }: TextLine, { ownerLine }: Heading) => text.includes(ownerLine ?? '')

/** A name behind the code of its unit: 402-某局, [402001]某局. */
const CODED_OWNER = new RegExp(
  `^[[(]?(?!(?:19|20)\\d\\d(?!\\d))\\d{3,9}[\\])]?[-_.、]?${BODY_NAME.source.slice(1)}`,
  'u',
)

/** The unit of the amounts stands on the line of the owner, at its right. */
function isBesideUnit(line: TextLine, lines: TextLine[]): boolean {
  const level = lines.filter((other) => other === line || isLevelWith(other, line))
  return level.some((other) => segmentsOf(other).some((segment) => UNIT_LINE.test(fold(segment))))
}

/** Two strings stand at one height where they share more than half of the lower one's. */
function isLevelWith({ box: a }: TextLine, { box: b }: TextLine): boolean {
  const height = Math.min(a[3] - a[1], b[3] - b[1])
  return Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > height / 2
}

/** What another string says at the right of a label, at the same height: a cell of a heading row, or a baseline a hair off. */
function besideOf(label: TextLine, lines: TextLine[]): string | null {
  const beside = lines.filter(
    (line) => line !== label && line.box[0] >= label.box[2] - 1 && isLevelWith(line, label),
  )
  const nearest = beside.toSorted((a, b) => a.box[0] - b.box[0])[0]
  const text = nearest ? segmentsOf(nearest)[0] : undefined
  return text !== undefined && !UNIT_LINE.test(fold(text)) ? text : null
}

/** A label glued to the title behind it: 公开08表：一般公共预算基本支出预算表. */
function takeOrdinal(text: string, heading: Heading): string {
  const folded = fold(text)
  const [label] = ORDINAL_LABEL.exec(folded) ?? ['']
  if (label === '') return text
  if (label.length === folded.length) {
    heading.ordinal ??= label
    return ''
  }
  if (!looksLikeTitle(folded.slice(label.length))) return text
  heading.ordinal ??= label
  return folded.slice(label.length).replace(/^[:、.]/, '')
}
