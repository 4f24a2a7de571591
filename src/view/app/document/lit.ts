/** What is lit on both sides: what was chosen, and of the identity that is looked at each figure by what it does. */
import type { Check } from '../../../../schemas/document.js'
import { termKey } from './marks.js'
import { type Model, marksAt } from './model.js'

export type Role = 'selected' | 'near' | 'whole' | 'addend' | 'less'
export type Lit = ReadonlyMap<string, Role>

/** By the name of a mark or of a cell. */
export function litBy(model: Model, place: string | null, check: Check | null): Lit {
  const lit = new Map<string, Role>()
  if (place !== null) {
    for (const { key } of marksAt(model, place)) lit.set(key, 'near')
    lit.set(place, 'selected')
  }
  if (check) {
    for (const term of check.right) lit.set(termKey(term), term.sign === -1 ? 'less' : 'addend')
    lit.set(termKey(check.left), 'whole')
  }
  return lit
}

const CLASSES = ['lit-selected', 'lit-near', 'lit-whole', 'lit-addend', 'lit-less', 'lit-chosen']

/** Lights the elements within that have these names, and puts out what was lit before. */
export function light(within: Element, lit: Lit, place: string | null): void {
  for (const element of within.querySelectorAll('.lit')) element.classList.remove('lit', ...CLASSES)
  for (const [key, role] of lit)
    for (const element of within.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)) {
      element.classList.add('lit', `lit-${role}`)
      // Also what plays a part in an identity shows that it is where one stands.
      if (key === place) element.classList.add('lit-chosen')
    }
}
