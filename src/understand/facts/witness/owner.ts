/** Whom the narrative speaks of: XX局2026年收入预算…. */
import type { BudgetTable, Issue, Report } from '../../../../schemas/document.js'
import { finding } from '../../../../schemas/findings.js'
import { BODIES } from '../../../../schemas/heading-words.js'
import type { Paragraph, Prose } from '../../../../schemas/stages.js'
import { fold } from '../../../../schemas/text.js'
import { mostVoted } from './place.js'

interface Named {
  name: string
  paragraph: Paragraph
}

/** Another body, named again and again, and never the owner or one of its units. */
export function ownerFindings(
  prose: Prose,
  tables: readonly BudgetTable[],
  { department }: Report,
): Issue[] {
  if (department === null) return []
  const known = [department, ...tables.flatMap(namesIn)].map(bareName)
  const named = prose.paragraphs.flatMap(namesOf)
  const others = named.filter(({ name }) => !known.some((each) => isAlike(each, name)))
  const said = mostVoted(others.map(({ name }) => name))
  if (said === null || others.length < named.length) return []
  const [{ page, box: bbox }] = others.find(({ name }) => name === said)!.paragraph.lines
  return [finding('prose_owner_differs', { owner: department, said }, { page, bbox })]
}

const NAME = '(?:(?!的|为|是|至|在|第.部分)[\\p{Script=Han}()])'
/** A name at the head of a clause, before a year: what the sentence says is of it. */
const SPOKEN = new RegExp(
  `(?:^|[。;；,，:：、)）.])(${NAME}{3,30}?${BODIES})(?:本级|机关|部门|单位)?(?:19|20)\\d\\d年`,
  'gu',
)

function namesOf(paragraph: Paragraph): Named[] {
  const matches = fold(paragraph.text).matchAll(SPOKEN)
  return [...matches].map(([, name]) => ({ name: bareName(name), paragraph }))
}

function namesIn({ owner, rows }: BudgetTable): string[] {
  const units = rows.filter(({ role, unitName }) => role === 'unit' || unitName)
  return [...(owner ? [owner] : []), ...units.map(({ unitName, name }) => unitName ?? name)]
}

function bareName(name: string): string {
  return fold(name).replace(/\([^)]{0,99}\)|本级$|机关$|部门$|汇总$|^中共|^\d+/g, '')
}

/** A short name keeps characters of the long one, in their order: 市科技局 of 云溪市科学技术局. */
function isAlike(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a)
}

function isWithin(short: string, long: string): boolean {
  let at = -1
  return [...short].every((char) => {
    at = long.indexOf(char, at + 1)
    return at >= 0
  })
}
