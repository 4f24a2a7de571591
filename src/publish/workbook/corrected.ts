/** What a person has put right in a cell, in words for its note. */
import type { Corrected } from '../../../schemas/corrected.js'
import type { SheetCell } from '../xlsx/sheet.js'

/** @returns the cell, with a note where somebody has put right what it holds */
export function noted(cell: SheetCell, corrected: Corrected | undefined): SheetCell {
  return corrected ? { ...cell, note: correctedZh(corrected) } : cell
}

function correctedZh({ from, by, why }: Corrected): string {
  return [`人工更正：读到“${from ?? ''}”`, `更正人：${by}`, `理由：${why}`].join('\n')
}
