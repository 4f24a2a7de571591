import type { ColumnRole, RawCell, RawRow } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import type { Speaker } from './speaker.js'

/** Words, then an amount that no name ends in: with commas, or with cents. PM2.5 and 2025 are none. */
const ENDS_IN_AMOUNT = /[\p{Script=Han})\]"][-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2,})$/u

/** The cell of a name that ends in an amount, where the first amount of the row is blank: it was written over the rule. */
export function swallowedIn(
  speaker: Speaker | null,
  raw: RawRow,
  group: readonly ColumnRole[],
): RawCell | null {
  if (speaker === null || !ENDS_IN_AMOUNT.test(fold(speaker.own.text))) return null
  const amount = group.find(({ type }, rank) => type === 'amount' && rank > speaker.own.rank)
  if (amount === undefined || (raw.cells[amount.index]?.text ?? '') !== '') return null
  return speaker.own.cell
}
