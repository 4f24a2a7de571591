/**
 * What is known while the paragraphs are read, one token after the other. What carries over has a
 * name here: from paragraph to paragraph (`State`), within a sentence (`Sentence`), within a list
 * or a bracket (`List`).
 */
import type { NarrativeFact } from '../../../schemas/document.js'
import type { Region } from '../../../schemas/prose/regions.js'
import { type Family, familyOf } from '../../../schemas/prose/subjects.js'
import type { Fund, Side } from '../../../schemas/prose/words.js'
import type { Paragraph } from '../../../schemas/stages.js'
import { isOwnBudget, type KnownDocument } from './document.js'
import { isTotal, type Ref } from './ref.js'
import { type PieceKind, pieceOf, type Token } from './token.js'

/** A figure and what it is of, before it has an id and a place. */
export interface Found
  extends Pick<NarrativeFact, 'measure' | 'period' | 'basis' | 'value' | 'unit' | 'direction'> {
  ref: Ref
  /** The clause, in the paragraph's text. */
  from: number
  to: number
  /** The figure, or the word that stands for it. */
  at: Token
  /** The rules and steps that made it, the first one first. */
  by: string[]
  /** The figures that it is measured by. */
  links: Links
}

/** Figures that stand together: what a change, a rate or a share is of, and what a part is a part of. */
export interface Links {
  /** Of the same thing: this year's amount, last year's, the year's budget, the change. */
  amount?: Found
  last?: Found
  budget?: Found
  change?: Found
  /** The figure of the whole, and the list in which it is a part of it. */
  whole?: Found
  list?: List
}

/** 其中, or a bracket: figures in it are parts of a whole. */
export interface List {
  kind: 'among' | 'bracket'
  whole: Ref | null
  /** What the sentence had a figure of before it named one side of it: 收支总预算 N，收入包括…，支出包括…. */
  host: Ref | null
  /** How many parts were named. */
  parts: number
  /** Of a bracket: the words before it, and the sentence that it interrupts. */
  lead: Token[]
  sentence: Sentence
  /** The level of the heading that it stands under: deeper ones go on with it. */
  level: number
  /** Whether a paragraph has ended in it. */
  across: boolean
}

/** A list that a full stop has closed: parts of the same kind go on with it. */
export interface EndedList {
  list: List
  part: Ref['subject'] | null
}

export interface Sentence {
  /** The year that it speaks of, where it says one. */
  period: number | null
  /** The year that it compares with, and whether it names no other. */
  compared: number | null
  onlyYear: boolean
  comparison: Token | null
  /** The comparison at the head of the sentence, which holds to its end: 与上年相比，甲增加 N；乙减少 M. */
  standing: Token | null
  /** In a reason: whether the reason compares, and what was spoken of before it. */
  reason: { compares: boolean; before: Ref | null } | null
  /** Whether it speaks of goals: projects are counted then, though the word comes late. */
  goals: boolean
  /** In a purpose. */
  purpose: boolean
  /** What a purpose or a reason is given of, and how many figures a purpose has of its own. */
  host: Ref | null
  spent: number
  /** Of what a change was printed: "no change" beside it says nothing new. */
  changed: Set<string>
}

/** Carried from paragraph to paragraph. */
export interface State {
  /** What was spoken of last. */
  current: Ref | null
  lists: List[]
  ended: EndedList | null
  /** What the figure before was of. */
  last: Ref['subject'] | null
  /** The figures read of each thing under this heading. */
  spoken: Map<string, Links>
  /** The day that a stock is counted on. */
  date: { year: number | null } | null
  /** The side of the account that was named last. */
  side: Side | null
  /** What the headings above are of, outermost first, and of which money. */
  sections: (Ref | null)[]
  funds: (Fund | null)[]
  /** The unit whose part it is, where a heading is a unit's name. */
  unit: string | null
}

/** One paragraph under way. */
export interface Walk {
  readonly state: State
  readonly known: KnownDocument
  readonly paragraph: Paragraph
  readonly region: Region
  readonly tokens: readonly Token[]
  readonly found: Found[]
  /** The token that is being read. */
  at: number
  /** The tokens since the last figure, full stop or list: what the next figure may be of. */
  lead: Token[]
  sentence: Sentence
  /** The verb said last of things: there, or to be bought. */
  mode: 'stock' | 'buy' | null
  /** The words behind 没有, until their clause ends. */
  absent: Token[] | null
  lastPart: Ref['subject'] | null
  /** The names that the next figures are of, one after the other: 甲、乙分别为 N、M. */
  respective: Token[][]
}

/** Pieces that are figures: each takes the words before it as its own. */
export const FIGURES: ReadonlySet<PieceKind> = new Set(['figure', 'change', 'share', 'counted'])

export function newState(): State {
  return {
    current: null,
    lists: [],
    ended: null,
    last: null,
    spoken: new Map(),
    date: null,
    side: null,
    sections: [],
    funds: [],
    unit: null,
  }
}

/** @param i where it begins */
export function newSentence(tokens: readonly Token[], i: number, known: KnownDocument): Sentence {
  const end = tokens.findIndex(({ is }, j) => j >= i && is === 'stop')
  const inside = tokens.slice(i, end < 0 ? undefined : end)
  const compared = inside.flatMap((token) => pieceOf(token, 'comparison') ?? [])
  const years = compared.flatMap(({ year, basis }) =>
    isOwnBudget(known, year, basis) ? [] : (year ?? []),
  )
  const named = new Set(inside.flatMap((token) => pieceOf(token, 'year')?.year ?? []))
  return {
    period: null,
    compared: years[0] ?? null,
    onlyYear: named.size === 1,
    comparison: null,
    standing: null,
    reason: null,
    goals: inside.some(({ sense }) =>
      sense?.nouns?.some(({ subject, within }) => subject === 'performance_amount' && !within),
    ),
    purpose: false,
    host: null,
    spent: 0,
    changed: new Set(),
  }
}

export interface Context {
  text: string
  families: ReadonlySet<Family>
  wholes: readonly Ref[]
  listed: boolean
  side: Side | null
  mode: Walk['mode']
}

/** What the words before a figure are read with. */
export function contextOf({ state, paragraph, region, mode }: Walk): Context {
  const { sections, lists, current, side } = state
  const above = [...lists.map(({ whole }) => whole).toReversed(), ...sections.toReversed()]
  const chain = above.filter((ref) => ref !== null)
  const spoken = current ? [...chain, current] : chain
  const families = new Set<Family>(spoken.map(({ subject }) => familyOf(subject)))
  if (region !== 'explanation') families.add('people')

  const listed = lists.length > 0
  const near = current && !listed && isTotal(current) ? [current] : []
  return { text: paragraph.text, families, wholes: [...near, ...chain], listed, side, mode }
}

/** The tokens behind the last comma or colon of what led here; "上年：24.31万元" is one clause. */
export function clauseOf({ lead }: Walk): Token[] {
  const ends = ({ is }: Token, i: number) =>
    is === 'comma' || (is === 'colon' && lead[i - 1]?.sense?.word !== 'last_year')
  return lead.slice(lead.findLastIndex(ends) + 1)
}

/** The money that the section speaks of. */
export const sectionFund = ({ state }: Walk): Fund | null =>
  state.funds.findLast((fund) => fund !== null) ?? null

export function push(
  walk: Walk,
  at: Token,
  read: Omit<Found, 'from' | 'to' | 'at' | 'links'>,
): void {
  const { state, lead } = walk
  const links = linksOf(walk, read.ref)
  const found = {
    ...read,
    by: [...at.by, ...read.by],
    from: lead[0]?.from ?? at.from,
    to: at.to,
    at,
    links,
  }
  state.last = found.ref.subject
  walk.found.push(found)
  remember(walk, found)
}

const keyOf = ({ subject, qualifier, fund, unit }: Ref) =>
  [subject, qualifier, fund, unit].join('|')

function linksOf({ state }: Walk, ref: Ref): Links {
  const list = state.lists.at(-1)
  const whole = list?.whole && keyOf(list.whole) !== keyOf(ref) ? list.whole : null
  const spoken = state.spoken.get(keyOf(ref))
  return whole ? { ...spoken, list, whole: state.spoken.get(keyOf(whole))?.amount } : { ...spoken }
}

/** What was printed of a thing, for the figures that are measured by it. */
function remember({ state: { spoken }, known }: Walk, found: Found): void {
  const before = spoken.get(keyOf(found.ref)) ?? {}
  const slot = slotOf(found, known.kind === 'final_accounts')
  if (found.value !== null && slot) spoken.set(keyOf(found.ref), { ...before, [slot]: found })
}

/** In accounts the budget stands beside what was spent. */
function slotOf({ measure, basis }: Found, accounts: boolean): keyof Links | null {
  if (measure === 'change') return 'change'
  if (measure !== 'amount' && measure !== 'count') return null
  if (basis === 'last_year_budget' || basis === 'last_year_executed') return 'last'
  return accounts && basis === 'budget' ? 'budget' : 'amount'
}
