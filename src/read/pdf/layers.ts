/** Layers of a document (optional content): which of them a reader shows. */
import type { OptionalContent, OptionalContentConfig, VisibilityExpression } from '#pdfjs'

export class Layers {
  readonly #off = new Set<string>()

  constructor(config: OptionalContentConfig | null) {
    if (!config) return
    const { groups, baseState, on, off } = config
    for (const { id, usage } of groups)
      if (baseState === 'OFF' || usage.view?.viewState === 'OFF') this.#off.add(id)
    if (baseState === 'OFF') for (const id of on) this.#off.delete(id)
    for (const id of off) this.#off.add(id)
  }

  /** Most documents have none that is off. */
  get areAllShown(): boolean {
    return this.#off.size === 0
  }

  shows(content: OptionalContent | null): boolean {
    if (!content) return true
    if (content.expression) return this.#holds(content.expression)
    const ids = content.ids ?? (content.id ? [content.id] : [])
    const isOff = (id: string) => this.#off.has(id)
    if (ids.length === 0) return true
    if (content.policy === 'AllOn') return !ids.some(isOff)
    if (content.policy === 'AnyOff') return ids.some(isOff)
    if (content.policy === 'AllOff') return ids.every(isOff)
    return !ids.every(isOff)
  }

  #holds(expression: VisibilityExpression): boolean {
    if (typeof expression === 'string') return !this.#off.has(expression)
    const [operator, ...terms] = expression
    const holds = (term: VisibilityExpression) => this.#holds(term)
    if (operator === 'And') return terms.every(holds)
    if (operator === 'Or') return terms.some(holds)
    if (operator === 'Not') return !terms.every(holds)
    return true
  }
}
