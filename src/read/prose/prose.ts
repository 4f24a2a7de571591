/**
 * What stands outside the tables -> the narrative: paragraphs joined over lines and pages,
 * each with the headings that it stands under. Nothing is interpreted yet.
 */
import type { Heading, Paragraph, Prose, TextLine } from '../../../schemas/stages.js'
import { dropFurniture } from './furniture.js'
import { headingOf, titleOf, under } from './headings.js'
import { joinText } from './join.js'
import { toParagraphs } from './paragraphs.js'

export function readProse(lines: readonly TextLine[]): Prose {
  const paragraphs = toParagraphs(dropFurniture(byPage(lines)))
  const body = bodySize(lines)
  let stack: Heading[] = []
  return {
    paragraphs: paragraphs.map((own): Paragraph => {
      const joined = joinText(own)
      const heading = headingOf(joined.text) ?? titleOf(own, joined.text, body)
      if (heading) stack = under(stack, heading.heading)
      return { ...joined, under: stack, own: heading }
    }),
  }
}

function byPage(lines: readonly TextLine[]): TextLine[][] {
  const pages: TextLine[][] = []
  let page = 0
  for (const line of lines) {
    if (line.page !== page) pages.push([])
    page = line.page
    pages[pages.length - 1].push(line)
  }
  return pages
}

/** The size that most characters have. */
function bodySize(lines: readonly TextLine[]): number {
  const votes = new Map<number, number>()
  for (const { size, text } of lines) votes.set(size, (votes.get(size) ?? 0) + text.length)
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
