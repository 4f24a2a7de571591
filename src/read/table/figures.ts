/** Figures that stand in columns and in no lattice, or several in one cell of it: rules are missing. */
import type { TextLine } from '../../../schemas/stages.js'
import { AMOUNT, fold, SURE_AMOUNT } from '../../../schemas/text.js'
import type { PlacedPage } from './place.js'

export function lacksRules({ grids, outside }: PlacedPage): boolean {
  return grids.some(({ isCrowded }) => isCrowded) || outside.some(isFigureLine)
}

/** A line whose parts are not all words, and none of which is a sentence. */
export function isFigureLine(line: TextLine): boolean {
  const parts = line.text.split('  ').map(fold)
  if (parts.length < 2 || parts.some((part) => /[。；;]/.test(part))) return false
  return (
    parts.some((part) => SURE_AMOUNT.test(part)) ||
    parts.filter((part) => AMOUNT.test(part)).length > 1
  )
}
