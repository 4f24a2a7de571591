/** Facts and their contexts, whatever they were read from. */
import type { Box } from '../../../schemas/document.js'
import type { Members, TypedMembers } from './dimensions.js'
import type { Measure } from './names.js'

export interface Entity {
  scheme: string
  identifier: string
}

/** First and last day, both within; null where no year is printed. */
export type Period = { start: string; end: string } | null

export interface Context {
  period: Period
  members: Members
  typed: TypedMembers
}

export interface Fact {
  /** Where the JSON has it: `t9.r1.abroad` is a cell. */
  id: string
  concept: string
  /** One object wherever it is one context; null for what is of the document as a whole. */
  context: Context | null
  /** Null for text. */
  unit: Measure | null
  decimals: number | null
  value: string
  page: number | null
  bbox: Box | null
}

export function yearPeriod(year: number | null): Period {
  return year === null ? null : { start: `${year}-01-01`, end: `${year}-12-31` }
}

/** Ids of XML are names: what a name cannot hold is spelled out. */
export function factId(...parts: string[]): string {
  const plain = parts.join('.').replace(/[^\w.-]/gu, (c) => `_x${c.codePointAt(0)?.toString(16)}_`)
  return /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`
}

export function contextKey({ period, members, typed }: Context): string {
  const said = [Object.entries(members), Object.entries(typed)].map((own) => own.flat().join('\n'))
  return [period?.start ?? '', ...said].join('\n\n')
}

/**
 * One object for one context. What the document says twice in the same words of the same figures is one thing said
 * twice; other figures under a key that nothing printed tells apart are its second occurrence.
 */
export class Contexts {
  readonly #known = new Map<string, Context>()
  readonly #said = new Map<string, string[]>()

  /**
   * @param figures what is said under the key, whole
   * @param of what: under one key amounts and changes are said apart
   */
  of(context: Context, figures: string, of = ''): Context {
    const key = contextKey(context)
    const said = this.#said.get(`${key}\n${of}`) ?? []
    this.#said.set(`${key}\n${of}`, said)
    if (!said.includes(figures)) said.push(figures)
    const nth = said.indexOf(figures) + 1
    if (nth === 1) return this.#shared(key, context)
    const again = { ...context, typed: { ...context.typed, occurrence: String(nth) } }
    return this.#shared(contextKey(again), again)
  }

  #shared(key: string, context: Context): Context {
    const known = this.#known.get(key) ?? context
    this.#known.set(key, known)
    return known
  }
}
