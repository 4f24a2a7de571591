/** The narrative -> its figures, each with the clause, the place and the steps that it was read by. */
import type { NarrativeFact, Report } from '../../../schemas/document.js'
import type { Paragraph, Prose } from '../../../schemas/stages.js'
import { knownOf } from './document.js'
import { Reader } from './reader.js'
import type { Found } from './walk.js'

export interface ReadFact {
  fact: NarrativeFact
  /** Which paragraph, and where in its text the clause and the figure are. */
  paragraph: number
  from: number
  figure: { from: number; to: number }
  /** Rules and steps, in the order in which they spoke. */
  by: string[]
  /** Facts that it is measured by, and the list in which it is a part of one. */
  links: Partial<Record<'amount' | 'last' | 'budget' | 'change' | 'whole', NarrativeFact>>
  list: object | null
  /** Whose it is, where it is not the owner's: a unit of the department. */
  of: string | null
}

export function readFacts(prose: Prose, report: Report): ReadFact[] {
  if (report.kind === null || report.scope === 'government') return []
  const reader = new Reader(knownOf(report))
  const facts = new Map<Found, NarrativeFact>()
  return prose.paragraphs.flatMap((paragraph, i) =>
    reader.read(paragraph).map((found) => {
      const fact = toFact(found, paragraph, `f${facts.size + 1}`)
      facts.set(found, fact)
      return readFact(found, fact, i, facts)
    }),
  )
}

function readFact(
  { ref, from, at, by, links }: Found,
  fact: NarrativeFact,
  paragraph: number,
  facts: ReadonlyMap<Found, NarrativeFact>,
): ReadFact {
  const factOf = (found: Found | undefined) => found && facts.get(found)
  const { amount, last, budget, change, whole, list = null } = links
  return {
    fact,
    paragraph,
    from,
    figure: { from: at.from, to: at.to },
    by,
    links: {
      amount: factOf(amount),
      last: factOf(last),
      budget: factOf(budget),
      change: factOf(change),
      whole: factOf(whole),
    },
    list,
    of: ref.unit,
  }
}

function toFact(found: Found, paragraph: Paragraph, id: string): NarrativeFact {
  const { ref, from, to, at, measure, period, basis, value, unit, direction } = found
  const { page, box: bbox } = lineAt(paragraph, at.from)
  const text = paragraph.text.slice(from, to).replace(/^[，。、；：,;:]+/, '')
  const { subject, fund } = ref
  const qualifier = ref.qualifier ?? ref.unit
  const what = { id, subject, qualifier, fund, measure, period, basis }
  return { ...what, value, unit, direction, text, page, bbox }
}

function lineAt(paragraph: Paragraph, at: number): Paragraph['lines'][number] {
  return paragraph.lines.findLast((line) => line.from <= at) ?? paragraph.lines[0]
}
