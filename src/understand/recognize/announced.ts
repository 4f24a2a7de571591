/** What the document's own contents page lists, and the tables do not have. */
import type { BudgetTable, Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import type { KindDescription } from '../../../schemas/kind.js'
import type { TextLine } from '../../../schemas/stages.js'
import { fold, ORDINAL } from '../../../schemas/text.js'
import { matchTitle } from './title.js'

/** Contents pages stand at the front; a line of one is a title with dots or a page number behind it. */
const FRONT_PAGES = 6
/** A longer line of a contents page, in characters, is a sentence. */
const LONGEST_TITLE = 50

/** One finding, however many tables are missing: a narrative whose tables are published beside it misses all (北京). */
export function missingTables(
  prose: TextLine[],
  tables: readonly BudgetTable[],
  kinds: readonly KindDescription[],
): Issue[] {
  const first = Math.min(...tables.map((table) => table.pages[0]), FRONT_PAGES + 1)
  const listed = prose.filter((line) => line.page < first && line.page <= FRONT_PAGES)
  const found = new Set<string>(tables.map((table) => table.kind))
  const missing = new Map<string, { line: TextLine; kind: KindDescription }>()
  for (const line of listed) {
    const kind = listedKind(line.text, kinds)
    if (kind === null || !kind.core || isFound(kind, found, kinds) || missing.has(kind.id)) continue
    missing.set(kind.id, { line, kind })
  }
  const lines = [...missing.values()]
  if (lines.length === 0) return []
  const listing = lines.map(({ line, kind }) => ({ line: line.text.trim(), kind: kind.label }))
  const [{ line }] = lines
  return [
    finding('announced_table_missing', { tables: listing }, { page: line.page, bbox: line.box }),
  ]
}

function listedKind(text: string, kinds: readonly KindDescription[]): KindDescription | null {
  const title = fold(text)
    .replace(/[.…·]{2,}.*$|(?<!\d)\d+$/g, '')
    .replace(ORDINAL, '')
  return /表(?:\([^)]*\))?$/.test(title) && title.length < LONGEST_TITLE
    ? (matchTitle(title, kinds)[0]?.kind ?? null)
    : null
}

/** One title serves the tables by either or both economic classifications, and both forms of a fund's table. */
function isFound(
  kind: KindDescription,
  found: ReadonlySet<string>,
  kinds: readonly KindDescription[],
): boolean {
  const isSame = (other: KindDescription) =>
    other.id === kind.id || (kind.family !== null && other.family === kind.family)
  return kinds.some((other) => found.has(other.id) && isSame(other))
}
