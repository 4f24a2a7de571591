/** The words before a figure -> what it is of. */

import type { NounTerm } from '../../../schemas/prose/nouns.js'
import { type Family, familyOf, type Subject } from '../../../schemas/prose/subjects.js'
import type { Fund, Side } from '../../../schemas/prose/words.js'
import { isBody } from './body.js'
import { equipmentRef, isTotal, OF_FUND, type Ref, refTo, sideOf } from './ref.js'
import { pieceOf, type Token } from './token.js'

export interface PhraseContext {
  /** The paragraph as printed. */
  text: string
  /** What is spoken of here: some nouns count only there. */
  families: ReadonlySet<Family>
  /** What a bare 收入 or 支出 may stand for, the nearest first. */
  wholes: readonly Ref[]
  /** Whether a list of parts is open. */
  listed: boolean
  /** The verb said last of things: there, or to be bought. */
  mode: 'stock' | 'buy' | null
  /** Whether the words are a heading. */
  label?: boolean
  /** The side that was last named. */
  side: Side | null
}

export interface Phrase {
  /** null where no list knows the noun. */
  ref: Ref | null
  /** As printed. */
  noun: string
  by: string
}

/** @returns null where the words name nothing: the subject is carried over */
export function readPhrase(tokens: readonly Token[], context: PhraseContext): Phrase | null {
  const group = lastGroup(tokens)
  return (
    specific(group, context) ??
    side(group, context) ??
    fundOnly(group, context) ??
    unknown(group, context)
  )
}

/** What stands behind the last year or comparison, if that names anything: X 中心 2032 年收入预算. */
function lastGroup(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findLastIndex(({ piece }) => piece !== undefined && PARTS.has(piece.kind))
  const behind = tokens.slice(at + 1)
  if (behind.some((token) => isContent(token))) return behind
  return tokens.slice(0, at < 0 ? undefined : at).length > 0 && at >= 0
    ? lastGroup(tokens.slice(0, at))
    : tokens
}
const PARTS = new Set(['year', 'date', 'comparison', 'equal', 'nothing'])

const isContent = (token: Token) =>
  token.piece?.kind === 'name' ||
  !!(token.sense?.nouns || token.sense?.side || token.sense?.fund || token.sense?.code) ||
  isUnknown(token)

/** A word that no list knows, and no body. One character is a particle. */
export const isUnknown = (token: Token) =>
  ((token.is === 'text' && token.text.length > 1) ||
    (token.sense?.word === 'plain' && !token.sense.filler)) &&
  !isBody(token)

/** @returns the noun that counts where these are spoken of */
export function activeNoun(token: Token, families: ReadonlySet<Family>): NounTerm | null {
  const terms = token.sense?.nouns ?? []
  const inside = terms.find(({ within }) => within?.some((family) => families.has(family)))
  return inside ?? terms.find(({ within }) => within === undefined) ?? null
}

function specific(group: readonly Token[], context: PhraseContext): Phrase | null {
  const at = group.findLastIndex((token) => nounOf(token, context) !== null)
  if (at < 0) return null
  const behind = group.slice(at + 1)
  if (behind.some(isUnknown)) return unknown(group.slice(at), context)
  const found = nounOf(group[at], context)!
  if (found.by === 'published_name' && runsOn(group[at], group[at + 1])) return null
  const fund = fundIn(group.slice(0, at)) ?? fundIn(behind)
  const before = group[at - 1]
  const open = !found.ref.qualifier || found.by === 'published_name'
  const longer = open && before && before.to === group[at].from && isUnknown(before)
  const noun = context.text.slice(longer ? runStart(group, at - 1) : group[at].from, group[at].to)
  const narrowed = OF_SOURCE.has(found.ref.subject) ? narrowedBy(noun, fund, context) : null
  if (narrowed) return { ref: narrowed, noun, by: 'source' }
  const [whole] = context.wholes
  if (found.ref.subject === 'performance_amount' && whole?.subject === 'project')
    return { ref: whole, noun, by: found.by }
  const left = OF_SOURCE.has(found.ref.subject) ? group.slice(0, at).find(isLeft) : undefined
  if (left) return { ref: refTo('carryover_from_last_year', noun, fund), noun, by: 'source' }
  const qualifier = longer ? noun : found.ref.qualifier
  const subject = subjectOf(found.ref.subject, group.slice(0, at), context)
  return {
    ref: { ...found.ref, subject, qualifier, fund: found.ref.fund ?? fund },
    noun,
    by: found.by,
  }
}

/**
 * 年末一般公共预算拨款结转和结余: what is left at the end goes to the next year. 涉及项目支出 N under 绩效 is
 * of the goals.
 */
function subjectOf(
  subject: Subject,
  before: readonly Token[],
  { wholes: [whole] }: PhraseContext,
): Subject {
  if (
    subject === 'carryover_from_last_year' &&
    before.some(({ text }) => /年末|年终|期末/.test(text))
  )
    return 'carryover_to_next_year'
  const involves = before.some(({ sense }) => sense?.word === 'involves')
  const goals = whole !== undefined && familyOf(whole.subject) === 'performance'
  return involves && goals ? 'performance_amount' : subject
}

/** 安全监督站: the name of an item with more behind it is another name. */
const runsOn = (token: Token, next: Token | undefined) =>
  next?.is === 'text' && next.from === token.to && !/^[的为是约共类]/.test(next.text)

function nounOf(
  token: Token,
  { families, text, mode }: PhraseContext,
): { ref: Ref; by: string } | null {
  const name = pieceOf(token, 'name')
  if (name) return { ref: refTo(name.subject, name.qualifier), by: token.by.at(-1) ?? 'name' }
  const equipment = pieceOf(token, 'equipment')
  if (equipment)
    return {
      ref: equipmentRef(equipment.threshold, mode, text.slice(token.from, token.to)),
      by: 'threshold',
    }
  const active = activeNoun(token, families)
  const noun = active && familyOf(active.subject) === 'people' ? null : active
  const printed = text.slice(token.from, token.to)
  if (noun) return { ref: refTo(noun.subject, noun.names ? printed : null), by: 'noun' }
  const code = token.sense?.code
  return code ? { ref: refTo(code, printed), by: 'published_name' } : null
}

const fundIn = (tokens: readonly Token[]): Fund | null =>
  tokens.findLast(({ sense }) => sense?.fund)?.sense?.fund ?? null

/** 收入, 支出 and 收支, with the money that they are of. */
function side(group: readonly Token[], context: PhraseContext): Phrase | null {
  const at = group.findLastIndex(({ sense }) => sense?.side)
  if (at < 0 || group.slice(at + 1).some(isUnknown)) return null
  const { side } = group[at].sense!
  const before = group[at - 1]
  const fund = fundIn(group.slice(0, at)) ?? fundIn(group.slice(at + 1))
  const from = fund ? group.find(({ sense }) => sense?.fund === fund)! : group[at]
  const noun = context.text.slice(Math.min(from.from, group[at].from), group[at].to)
  const start = before?.to === group[at].from ? nameStart(group, at) : null
  if (start !== null) {
    const name = context.text.slice(start, group[at].to)
    return side === 'both' ? null : { ref: namedSide(side!, name, context), noun: name, by: 'side' }
  }
  const thisYear = group.slice(0, at).some(({ sense }) => sense?.word === 'this_year')
  const summed = group[at + 1] !== undefined && /^(?:合计|总计)/.test(group[at + 1].text)
  const beside = before?.sense?.word === 'this_year' && before.to === group[at].from
  const whole = thisYear && !/预算/.test(group[at].text) && (summed || beside || context.listed)
  const involves = group.slice(0, at).some(({ sense }) => sense?.word === 'involves')
  const narrowed = involves && fund ? narrowedBy(noun, fund, context) : null
  if (narrowed) return { ref: narrowed, noun, by: 'fund' }
  const part = summed || /总/.test(group[at].text) ? null : spentOn(side!, context)
  if (part && !fund && !thisYear) return { ref: part, noun, by: 'side' }
  return { ref: composed(side!, fund, noun, whole && !fund, context), noun, by: 'side' }
}

/** 支出 N under 基本支出, 共计支出 N under 公务接待费: of what the section speaks of. */
function spentOn(side: Side, { wholes: [whole] }: PhraseContext): Ref | null {
  const spends = whole && SPENDS.has(familyOf(whole.subject)) && !isTotal(whole)
  return side === 'expenditure' && spends ? whole : null
}
const SPENDS = new Set<Family>(['use', 'three_public', 'procurement', 'other'])

/** Where a name begins that ends in 支出: 档案业务经费支出; null where no word of it is its own. */
function nameStart(group: readonly Token[], at: number): number | null {
  const own = (token: Token) => isUnknown(token) || token.is === 'bracket'
  let from = at
  while (
    from > 0 &&
    group[from - 1].to === group[from].from &&
    (own(group[from - 1]) || MONEY.test(group[from - 1].text))
  )
    from--
  return group.slice(from, at).some(isUnknown) ? group[from].from : null
}
const MONEY = /^(?:资金|经费|费用|项目)$/

/** Where the unknown words that end at a place begin. */
function runStart(group: readonly Token[], at: number): number {
  let from = at
  const goesOn = (token: Token) => isUnknown(token) || token.is === 'bracket'
  while (from > 0 && goesOn(group[from - 1]) && group[from - 1].to === group[from].from) from--
  return group[from].from
}

/** 教育支出 where no list has it, 捐赠收入. */
function namedSide(
  side: 'revenue' | 'expenditure',
  name: string,
  { wholes }: PhraseContext,
): Ref | null {
  if (side === 'revenue') return refTo('revenue_by_source', name)
  const [whole] = wholes
  return whole && isTotal(whole) ? refTo('expenditure_by_function', name, whole.fund) : null
}

function composed(
  side: Side,
  fund: Fund | null,
  noun: string,
  current: boolean,
  context: PhraseContext,
): Ref {
  if (fund === null) return bare(side, current, context)
  if (side !== 'revenue') return refTo(OF_FUND[fund][side], null, fund)
  const own = context.wholes.find(
    ({ subject }) => subject === 'appropriation_revenue_and_expenditure',
  )
  const again = context.wholes[0]?.subject === 'appropriation_revenue'
  if (fund === 'appropriation' && (again || (own && !context.listed)))
    return refTo('appropriation_revenue', null, fund)
  return refTo('revenue_by_source', noun)
}

/** 收入 or 支出 alone: of what is spoken of, else of all. */
function bare(side: Side, current: boolean, { wholes }: PhraseContext): Ref {
  if (current)
    return refTo(side === 'revenue' ? 'current_year_revenue' : 'current_year_expenditure')
  const near = wholes.find((whole) => isTotal(whole) && sideOf(whole) === side)
  if (near && side !== 'both') return near
  const both = wholes.find((whole) => sideOf(whole) === 'both' && whole.fund)
  if (both?.fund && side === 'expenditure')
    return refTo(OF_FUND[both.fund].expenditure, null, both.fund)
  if (both?.fund === 'appropriation' && side === 'revenue')
    return refTo('appropriation_revenue', null, both.fund)
  const TOTALS: Record<Side, Subject> = {
    revenue: 'total_revenue',
    expenditure: 'total_expenditure',
    both: 'total_revenue_and_expenditure',
  }
  return refTo(TOTALS[side])
}

/** 一般公共预算拨款 N 万元: a source among revenue, spending where spending is spoken of. */
function fundOnly(group: readonly Token[], context: PhraseContext): Phrase | null {
  const at = group.findLastIndex(({ sense }) => sense?.fund)
  if (at < 0 || group.slice(at + 1).some(isUnknown)) return null
  const noun = context.text.slice(group[at].from, group[at].to)
  const fund = group[at].sense!.fund!
  const [whole] = context.wholes
  const narrowed = narrowedBy(noun, fund, context)
  if (narrowed) return { ref: narrowed, noun, by: 'fund' }
  const side = sideOf(whole ?? null) ?? context.side ?? (context.label ? 'expenditure' : null)
  const spent = side === 'expenditure' || (side === 'both' && context.side === 'expenditure')
  const ref = spent
    ? refTo(OF_FUND[fund].expenditure, null, fund)
    : refTo('revenue_by_source', noun)
  return { ref, noun, by: 'fund' }
}
/** Families whose figures a fund or a source only narrows: 涉及一般公共预算拨款 N under 绩效. */
const NARROWED = new Set<Family>([
  'performance',
  'procurement',
  'three_public',
  'other',
  'assets',
  'use',
])
/** 上年结转结余的财政专户管理资金: of what was left, the part of that source. */
const isLeft = ({ sense }: Token) =>
  (sense?.nouns ?? []).some(({ subject }) => subject === 'carryover_from_last_year')

/** What pays for things: a part of the revenue, but of a thing spoken of only the money that it takes. */
const OF_SOURCE = new Set<Subject>(['revenue_by_source', 'special_account'])

/** @returns what is spoken of, of that money only; null where money itself is spoken of */
function narrowedBy(
  noun: string,
  fund: Fund | null,
  { wholes: [whole], listed }: PhraseContext,
): Ref | null {
  if (!whole) return null
  const things =
    NARROWED.has(familyOf(whole.subject)) || whole.subject === 'transfers_from_superior'
  if (!things) return null
  const named = whole.subject === 'project' || (whole.subject === 'performance_amount' && !listed)
  return { ...whole, qualifier: named ? whole.qualifier : noun, fund: fund ?? whole.fund }
}

/** A noun that no list knows: what stands last before the figure. */
function unknown(group: readonly Token[], context: PhraseContext): Phrase | null {
  let end = group.length
  while (end > 0 && isEmpty(group[end - 1])) end--
  let from = end
  while (from > 0 && isPart(group[from - 1], group[from])) from--
  while (from < end && LEADS.has(group[from].text)) from++
  const tokens = group.slice(from, end)
  if (tokens.length === 0) return null
  const noun = context.text.slice(tokens[0].from, tokens[tokens.length - 1].to)
  const strange = (token: Token) => isUnknown(token) || isElsewhere(token, context)
  if (!tokens.some(strange) && !(COST.test(noun) && tokens.some(({ is }) => is === 'text')))
    return null
  return noun.length < 2 ? null : { ref: null, noun, by: 'unknown' }
}

/** 在建工程 outside the section on assets: a name, though none that counts here. */
const isElsewhere = (token: Token, { families }: PhraseContext) =>
  (token.sense?.nouns ?? []).some(({ names }) => names) && activeNoun(token, families) === null

/** Words that lead up to a name and are none of it. */
const LEADS = new Set(
  '的 为 是 了 均 由 将 对 于 按 按照 通过 使用 投入 从 已 还 另 此外 同时 也 并 拟 计划 预计 约 及 和 以及 共安排 安排 安排了 等 其 与'.split(
    ' ',
  ),
)
/** Small words that make a name together: 综合管理费. */
const COST = /^.{3,}(?:费|款|金|补助|补贴)$/
const SAYS = /^(?:资金|经费|费用|支付|管理|使用|投入|项)$/
const isEmpty = ({ sense, text, is }: Token) =>
  is === 'gap' ||
  is === 'bracket' ||
  (sense?.filler !== undefined && !SAYS.test(text)) ||
  (is === 'text' && text.length === 1)

const VERBS = new Set([
  'among',
  'includes',
  'purpose',
  'reason',
  'none',
  'involves',
  'share',
  'complete',
  'equal',
  'compared',
  'year_on_year',
  'increase',
  'decrease',
  'either',
  'buy',
])
/** 办公设备采购: what is bought is called so. */
const BOUGHT = /^(?:采购|购置)$/
const isPart = (token: Token, next: Token | undefined) =>
  token.is !== 'dun' &&
  token.is !== 'colon' &&
  token.is !== 'comma' &&
  token.piece === undefined &&
  (next === undefined || token.to === next.from) &&
  (!VERBS.has(token.sense?.word ?? '') || BOUGHT.test(token.text))
