/** The narrative with its facts underlined, and which rules and steps made each. */
import type { NarrativeFact } from '../../schemas/document.js'
import type { Paragraph, Prose } from '../../schemas/stages.js'
import type { ReadFact } from '../understand/facts/facts.js'

/** Characters to a row: a terminal of a hundred columns holds fifty of them. */
const ROW = 50

export function describeProse({ paragraphs }: Prose, facts: readonly ReadFact[]): string {
  const byParagraph = new Map<number, ReadFact[]>()
  for (const fact of facts)
    byParagraph.set(fact.paragraph, [...(byParagraph.get(fact.paragraph) ?? []), fact])
  return paragraphs.map((each, i) => describeParagraph(each, byParagraph.get(i) ?? [])).join('\n\n')
}

function describeParagraph(paragraph: Paragraph, facts: ReadFact[]): string {
  const { text, lines, under } = paragraph
  const where = [`page ${lines[0].page}`, ...under.map((heading) => heading.text)].join(' > ')
  const rows: string[] = []
  for (let from = 0; from < text.length; from += ROW) {
    rows.push(`  ${text.slice(from, from + ROW)}`)
    const marks = underline(text, from, facts)
    if (marks !== '') rows.push(`  ${marks}`)
  }
  return [where, ...rows, ...facts.map(describeFact)].join('\n')
}

/** `~` under a clause that a fact was read from, `=` under its figure. */
function underline(text: string, from: number, facts: readonly ReadFact[]): string {
  let marks = ''
  for (let i = from; i < Math.min(from + ROW, text.length); i++) {
    const figure = facts.some((fact) => i >= fact.figure.from && i < fact.figure.to)
    const clause = facts.some((fact) => i >= fact.from && i < fact.figure.to)
    const mark = figure ? '=' : clause ? '~' : ' '
    marks += text.charCodeAt(i) > 0xff ? mark.repeat(2) : mark
  }
  return marks.trimEnd()
}

function describeFact({ fact, by }: ReadFact): string {
  return `    ${fact.id} ${figureOf(fact)}: ${whatOf(fact)}  [${by.join(' ')}]`
}

function figureOf({ value, unit, direction }: NarrativeFact): string {
  const sign = direction === 'increase' ? '+' : direction === 'decrease' ? '-' : ''
  return value === null ? (direction ?? 'none') : `${sign}${value}${unit ?? ''}`
}

function whatOf({ subject, qualifier, fund, measure, period, basis }: NarrativeFact): string {
  const of = qualifier === null ? subject : `${subject} (${qualifier})`
  return [of, fund, measure, period, basis].filter((part) => part !== null).join(', ')
}
