/** Which columns label a row. */
import type { RawRow, RawTable } from '../../../schemas/stages.js'
import { fold } from '../../../schemas/text.js'
import { SUBTOTAL_WORDS, TOTAL_WORDS } from '../../../schemas/vocabulary.js'
import type { Draft } from './draft.js'

export function textAt(row: RawRow, { index }: Pick<Draft, 'index'>): string {
  return fold(row.cells[index]?.text ?? '')
}

/**
 * Whether some row says nothing in the other columns that label it: it would have no name without this one.
 * A total stands in whichever column comes first, and makes it no level of anything.
 */
export function labelsAlone({ rows }: RawTable, draft: Draft, others: readonly Draft[]): boolean {
  return rows.some((row) => {
    const text = textAt(row, draft)
    const isAlone = text !== '' && others.every((other) => textAt(row, other) === '')
    return isAlone && !TOTAL_WORDS.test(text)
  })
}

/** Whether 小计 in one column speaks for the words beside it in another. */
export function hasSubtotals({ rows }: RawTable, draft: Draft, main: Draft): boolean {
  return rows.some((row) => textAt(row, draft) !== '' && SUBTOTAL_WORDS.test(textAt(row, main)))
}
