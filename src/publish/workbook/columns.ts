/** What the columns of a list hold, by what the document says of each. */
import type { Column } from '../../../schemas/document.js'

/** Whether a column holds figures: a code is never one, however it is printed. */
export function isFigure({ type }: Column): boolean {
  return type === 'amount' || type === 'percent' || type === 'count'
}

/** Which columns say what a row is called. */
export interface Names {
  /** The column that speaks for the row, and the one of its class, where it has one; else -1. */
  own: number
  outer: number
  hasUnits: boolean
  hasCodes: boolean
}

/** Of several name columns the rightmost that is not of another classification speaks for the row. */
export function namesOf(columns: readonly Column[]): Names {
  const keys = columns.map(({ key }) => key)
  const last = keys.lastIndexOf('name')
  const own = last >= 0 ? last : columns.findLastIndex(isOtherName)
  const first = keys.indexOf('name')
  return {
    own,
    outer: first === own ? -1 : first,
    hasUnits: keys.includes('unit_name') && keys[own] !== 'unit_name',
    hasCodes: columns.some(({ type, key }) => type === 'code' && key !== 'unit_code'),
  }
}

function isOtherName({ type, key }: Column): boolean {
  return type === 'name' && key !== 'government_name'
}
