/** Sentences -> the facts that they give, as if each stood in a paragraph of its own. */
import type { NarrativeFact, Report } from '../../schemas/document.js'
import type { TextLine } from '../../schemas/stages.js'
import { readProse } from '../../src/read/prose/prose.js'
import { type ReadFact, readFacts } from '../../src/understand/facts/facts.js'

export const BUDGET: Report = {
  kind: 'budget',
  fiscalYear: 2032,
  department: '云溪市档案馆',
  scope: 'department',
}
export const ACCOUNTS: Report = { ...BUDGET, kind: 'final_accounts' }

/** A line of ten points to the em; far enough from its neighbours to be a paragraph. */
export function line(text: string, at: { page?: number; y?: number; x?: number } = {}): TextLine {
  const { page = 1, y = 0, x = 50 } = at
  const width = [...text].reduce((sum, char) => sum + (char < '\u0080' ? 5 : 10), 0)
  return { text, page, box: [x, y, x + width, y + 10], size: 10 }
}

export function readNarrative(paragraphs: readonly string[], report = BUDGET): ReadFact[] {
  const lines = paragraphs.map((text, i) => line(text, { y: 50 * i }))
  return readFacts(readProse(lines), report)
}

export const factsOf = (paragraphs: readonly string[], report = BUDGET): NarrativeFact[] =>
  readNarrative(paragraphs, report).map(({ fact }) => fact)
