/** What a code of the classifications names: by its first digit and its length. */
import type { Piece } from './token.js'

export function codeName(code: string, name: string): Piece {
  const level = code.length === 3 ? 'class' : code.length === 5 ? 'section' : 'item'
  return { kind: 'name', subject: subjectOf(code), qualifier: code + name, level }
}

function subjectOf(code: string) {
  if (!code.startsWith('2')) return 'expenditure_by_economic'
  return code.length === 3 ? 'expenditure_by_function' : 'expenditure_item'
}
