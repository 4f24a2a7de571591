/** Texts of a form that no block holds and that are no labels: they stand in its table, and are said. */
import type { Issue } from '../../../schemas/document.js'
import { finding } from '../../../schemas/findings.js'
import { LEVEL1, LEVEL2, PLACEHOLDER } from '../../../schemas/forms/columns.js'
import { GOAL_PLACEHOLDER } from '../../../schemas/forms/goals.js'
import type { RawCell } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import type { ReadForm } from './record.js'
import { isLabel } from './words.js'

export function unreadTexts(
  { lines, used }: Pick<ReadForm, 'lines' | 'used'>,
  tableId: (i: number) => string,
): Issue[] {
  const seen = new Set<RawCell>()
  const issues: Issue[] = []
  for (const { part, cells } of lines) {
    for (const cell of cells) {
      if (seen.has(cell) || used.has(cell) || !saysSomething(cell.text)) continue
      seen.add(cell)
      const place = { table: tableId(part.table), page: cell.page, bbox: cell.box }
      issues.push(finding('form_text_unread', { text: cell.text }, place))
    }
  }
  return issues
}

function saysSomething(text: string): boolean {
  const folded = fold(text)
  if (folded === '' || PLACEHOLDER.test(folded) || GOAL_PLACEHOLDER.test(folded)) return false
  return (
    !LEVEL1.test(folded) && !LEVEL2.test(folded) && !/^[-—/()]+$/.test(folded) && !isLabel(text)
  )
}
