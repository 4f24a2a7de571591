/** Whether a table is a form or a list of forms, or the rest of one. */
import type { RawTable, RecognizedTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import { isIndicatorHeader, isListHeader, isTitle } from './line.js'
import { columnRole, goalPhase, moneyLabel, nameField } from './words.js'

/** Edges of a form on two pages lie no further apart than this part of its width. */
const SHIFT = 0.03

/** @param before the form that stands right before it */
export function holdsForm({ raw, kind }: RecognizedTable, before: RawTable | null): boolean {
  if (raw.lines.length === 0) return false
  if (kind?.layout === 'form') return true
  if (kind !== null) return raw.lines.some(hasLevels)
  return (
    raw.lines.some((cells) => isIndicatorHeader(cells) || isListHeader(cells)) ||
    opensForm(raw) ||
    isTitle(raw.title) ||
    (before !== null && raw.title === '' && sameFrame(before, raw))
  )
}

/** A budget table may have a column of goals; with the levels of indicators it is none. */
function hasLevels(cells: RawTable['lines'][number]): boolean {
  const roles = new Set(cells.map(({ text }) => columnRole(text)))
  return roles.has('level2') && roles.has('level3') && isIndicatorHeader(cells)
}

/**
 * A name, and further down in the first column a goal or money: a form whose indicators are overleaf. With
 * 合计 in that column it is a list: of projects, or of a government's revenue by source.
 */
function opensForm({ lines }: RawTable): boolean {
  const first = lines.map(([cell]) => cell.text)
  if (first.some((text) => TOTAL_WORDS.test(fold(text)))) return false
  const named = first.some((text) => nameField(text) === 'project')
  return named && first.some((text) => goalPhase(text) !== null || moneyLabel(text) !== null)
}

/** The rest of a form fills the frame that its first page has. */
function sameFrame(before: RawTable, { boxes: [{ box }] }: RawTable): boolean {
  const { box: other } = before.boxes[before.boxes.length - 1]
  const reach = SHIFT * (other[2] - other[0])
  return Math.abs(other[0] - box[0]) <= reach && Math.abs(other[2] - box[2]) <= reach
}
