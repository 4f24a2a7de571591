/** The lines above a table -> its title, ordinal, owner and unit. */
import type { TextLine } from '../../../schemas/stages.js'
import { fold, ORDINAL } from '../../../schemas/text.js'
import { OWNER_WORDS } from '../../../schemas/vocabulary.js'

export interface Heading {
  title: string
  ordinal: string | null
  ownerLine: string | null
  unitLine: string | null
}

const NUMBER = '[\\d一二三四五六七八九十]+'
const ORDINAL_LABEL = new RegExp(
  `^(?:(?:部门|单位|财)?(?:预算|决算|预|决)?公开表?${NUMBER}(?:-\\d+)?表?|(?:附|预算|部门预算|决算)?表${NUMBER}(?:-\\d+)?|附件${NUMBER}(?:-\\d+)?|(?:公开|(?:部门|单位)?(?:预算|决算)|财[预决])?${NUMBER}(?:-\\d+)?表)(?=$|[:、. ]|[^\\d])`,
)
const UNIT_LINE = /(?:金额)?(?:计量)?单位[:]?\(?(?:人民币)?([千万亿]?元)\)?/
const OWNER_LINE = new RegExp(
  `^(?:${[...OWNER_WORDS]
    .toSorted((a, b) => b.length - a.length)
    .map(quoteWord)
    .join('|')})(?:\\([^)]*\\))?:`,
)

function quoteWord(word: string): string {
  return word.replace(/[()/]/g, '\\$&')
}

/** A title ends in 表, perhaps with a remark in brackets; contents lines go on with dots or a page number. */
export function looksLikeTitle(text: string): boolean {
  const folded = fold(text)
  if (folded.length < 3 || folded.length > 70 || /[。;]|\.{3}|…|·{3}/.test(folded)) return false
  if (/^(?:备?注|说明)[:：]|^[-\d]+$|见(?:附)?表|下表|本表|此表|空表|列表$|代表$/.test(folded))
    return false
  return /表(?:\([^()]*(?:\([^()]*\))?[^()]*\)?)?[\d-]*$/.test(folded)
}

/** @param lines above a table (or its inner full-width rows), from the top down */
export function parseHeading(lines: TextLine[]): Heading {
  const heading: Heading = { title: '', ordinal: null, ownerLine: null, unitLine: null }
  for (const [i, line] of [...lines.entries()].toReversed()) {
    const rest = takeLabels(line.text, heading)
    if (rest === '' || heading.title !== '') continue
    heading.title = titleAt(lines, i, rest).replaceAll(' ', '')
  }
  return heading
}

/** The title that ends in a line, with the line above where it begins there; '' where there is none. */
function titleAt(lines: TextLine[], i: number, text: string): string {
  if (looksLikeTitle(text)) return wrappedStart(lines, i, text) + tidyTitle(text)
  const above = lines[i - 1]?.text.trim() ?? ''
  const tail = text.length <= 4 && /[表）)]$/.test(text)
  return tail && !looksLikeTitle(above) && looksLikeTitle(above + text) ? above + text : ''
}

/** Takes unit, owner and ordinal out of a line; gives back what else it says. */
function takeLabels(text: string, heading: Heading): string {
  const rest: string[] = []
  for (const segment of text.split('  ')) {
    const folded = fold(segment)
    if (UNIT_LINE.test(folded) && !looksLikeTitle(folded)) {
      heading.unitLine ??= folded
      const owner = folded.replace(/(?:金额)?(?:计量)?单位:?\(?(?:人民币)?[千万亿]?元\)?.*$/, '')
      if (OWNER_LINE.test(owner)) heading.ownerLine ??= owner
    } else if (OWNER_LINE.test(folded)) heading.ownerLine ??= segment.trim()
    else if (
      ORDINAL_LABEL.test(folded) &&
      ORDINAL_LABEL.exec(folded)?.[0].length === folded.replace(/[:、.]$/, '').length
    ) {
      heading.ordinal ??= segment.trim()
    } else rest.push(segment.trim())
  }
  return joinOwner(rest, heading)
}

/** "部门：  江苏省人大常委会办公厅": the name may stand a blank behind its label. */
function joinOwner(rest: string[], heading: Heading): string {
  if (heading.ownerLine !== null && /[:：]$/.test(heading.ownerLine) && rest.length > 0) {
    heading.ownerLine += rest.shift()
  }
  const text = rest.join('')
  const label = ORDINAL_LABEL.exec(fold(text))?.[0]
  if (label && looksLikeTitle(fold(text).slice(label.length))) {
    heading.ordinal ??= label
    return fold(text)
      .slice(label.length)
      .replace(/^[:、.]/, '')
  }
  return text
}

function tidyTitle(text: string): string {
  const match = ORDINAL.exec(text)
  return match ? text.slice(match[0].length) : text
}

/** A title of two lines: the upper one has the same size, stands right above and is no label or sentence. */
function wrappedStart(lines: TextLine[], i: number, title: string): string {
  const line = lines[i]
  const above = lines[i - 1]
  if (!above || line.size === 0 || /^(?:19|20)\d\d/.test(fold(title))) return ''
  const close = line.box[1] - above.box[3] < 0.8 * line.size
  const same = Math.abs(above.size - line.size) < 0.05 * line.size
  const folded = fold(above.text)
  if (!close || !same || looksLikeTitle(above.text) || /[。:;,]|^第.部分|目录/.test(folded))
    return ''
  if (ORDINAL_LABEL.test(folded) || ORDINAL.test(folded) || folded.length > 40) return ''
  return folded.length > 4 ? above.text.trim() : ''
}
