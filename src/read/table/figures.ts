/** Figures that stand in columns and in no lattice, or several in one cell of it: rules are missing. */
import type { TextLine } from '../../../schemas/stages.js'
import { AMOUNT, fold, SURE_AMOUNT } from '../../../schemas/text.js'
import type { PlacedPage } from './place.js'

/** So many lines of figures may be a table. */
const LEAST_LINES = 2

/** @param goesOn whether a table without rules may go on from the page before */
export function lacksRules({ grids, outside }: PlacedPage, goesOn: boolean): boolean {
  if (grids.some(({ isCrowded }) => isCrowded)) return true
  return outside.filter(isFigureLine).length >= (goesOn ? 1 : LEAST_LINES)
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
