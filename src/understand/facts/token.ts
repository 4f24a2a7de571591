/** What a sentence is read as: words of the lexicon, figures, and the pieces that rules make of them. */
import type { NounTerm } from '../../../schemas/prose/nouns.js'
import type { Subject } from '../../../schemas/prose/subjects.js'
import type { Filler, Fund, Side, UnitClass, WordClass } from '../../../schemas/prose/words.js'

/** All that one word of the lexicon can be. */
export interface Sense {
  word?: WordClass
  filler?: Filler
  nouns?: NounTerm[]
  fund?: Fund
  side?: Side
  unit?: UnitClass
  /** A name of the published classifications: it counts only where nothing follows it. */
  code?: 'expenditure_by_function' | 'expenditure_item' | 'expenditure_by_economic'
  owner?: true
}

export type Mark =
  | 'comma'
  | 'dun'
  | 'semi'
  | 'stop'
  | 'colon'
  | 'open'
  | 'close'
  | 'quote'
  | 'gap'
  | 'bracket'

export type Direction = 'increase' | 'decrease' | 'unchanged'

export interface Figure {
  /** Commas out. */
  value: string
  unit: string | null
  of: UnitClass | null
}

/** What a rule has made of words. */
export type Piece =
  | ({ kind: 'figure' } & Figure)
  | { kind: 'year'; year: number }
  | { kind: 'date'; year: number | null; last: boolean }
  | {
      kind: 'name'
      subject: Subject
      qualifier: string | null
      level?: 'class' | 'section' | 'item'
    }
  | {
      kind: 'comparison'
      with: 'last_year' | 'budget'
      basis: 'budget' | 'executed' | null
      year: number | null
      nouns: Token[]
    }
  | { kind: 'change'; direction: Direction | null; figure: Figure }
  | { kind: 'share'; of: 'whole' | 'budget'; figure: Figure }
  | { kind: 'equal'; against: 'last_year' | 'budget' | null; basis: 'budget' | 'executed' | null }
  | { kind: 'equipment'; threshold: string; buy: boolean }
  | { kind: 'counted'; figure: Figure; nouns: NounTerm[]; noun: string }
  | { kind: 'nothing' }

export type PieceKind = Piece['kind']

export interface Token {
  /** Of the paragraph's text. */
  from: number
  to: number
  text: string
  is: 'word' | 'number' | 'text' | 'ordinal' | 'piece' | Mark
  sense?: Sense
  piece?: Piece
  /** The rules that made it, the first one first. */
  by: readonly string[]
}

export const pieceOf = <K extends PieceKind>(
  token: Token | undefined,
  kind: K,
): Extract<Piece, { kind: K }> | null =>
  token?.piece?.kind === kind ? (token.piece as Extract<Piece, { kind: K }>) : null
