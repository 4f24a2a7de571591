/** The words before a figure -> what it is of. */

import type { NounTerm } from '../../../schemas/prose/nouns.js'
import { type Family, familyOf, type Subject } from '../../../schemas/prose/subjects.js'
import type { Fund, Side } from '../../../schemas/prose/words.js'
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

/** Bodies, and words for the body that speaks. */
const BODY =
  /(?:局|委|厅|办|办公室|委员会|院|中心|署|部|会|馆|校|学院|学校|站|所|队|部门|单位|本级|机关|系统|政府|街道|镇|乡|处|级|全[市省区县]|组织|总队|支队|集团|公司)$/
export const isBody = (token: Token) =>
  token.sense?.owner === true ||
  token.sense?.word === 'speaker' ||
  (token.is === 'text' && BODY.test(token.text))

/** Bodies that can be a unit of a department. */
const UNIT =
  /(?:局|委员会|办公室|中心|院|馆|所|站|队|学校|学院|中学|小学|党校|幼儿园|办事处|大学|医院|署|管理处|工程处|厂)(?:本级|机关)?$/

/**
 * A heading that is nothing but the name of a body: its part is that unit's. The owner's own name
 * is none, but where 本级 says that only its office is meant.
 */
export function unitName(label: readonly Token[], folded: string): boolean {
  const says = label.some(({ sense }) => sense?.side || sense?.fund || sense?.nouns?.some(isMoney))
  const office = /本级\)?$/.test(folded)
  const name = folded.replace(/^([^(]*)\(.*\)$/, '$1')
  const owner = label.some(({ sense, text }) => sense?.owner && text === name)
  return !says && UNIT.test(name) && (!owner || office)
}
const isMoney = ({ subject, within }: NounTerm) => familyOf(subject) !== 'people' && !within

/** A body that a clause names and that is not the owner: 考试院预算 N 万元. */
export function unitIn(
  clause: readonly Token[],
  owner: readonly string[],
  text: string,
): string | null {
  const at = clause.findIndex(
    (token) =>
      token.is === 'text' &&
      token.text.length > 3 &&
      UNIT.test(token.text) &&
      !isOwner(token.text, owner),
  )
  if (at < 0 || owner.length === 0) return null
  const before = clause[at - 1]
  const from = before?.sense?.owner && before.to === clause[at].from ? before : clause[at]
  return text.slice(from.from, clause[at].to)
}

const isOwner = (name: string, owner: readonly string[]) =>
  owner.some(
    (each) => each.includes(name) || name.includes(each) || each.slice(-3) === name.slice(-3),
  )

/** A word that no list knows, and no body. One character is a particle. */
export const isUnknown = (token: Token) =>
  ((token.is === 'text' && token.text.length > 1) || token.sense?.word === 'plain') &&
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
  const fund = fundIn(group.slice(0, at)) ?? fundIn(behind)
  const before = group[at - 1]
  const longer = before && before.to === group[at].from && isUnknown(before) && !found.ref.qualifier
  const noun = context.text.slice(longer ? before.from : group[at].from, group[at].to)
  const qualifier = longer ? noun : found.ref.qualifier
  return { ref: { ...found.ref, qualifier, fund: found.ref.fund ?? fund }, noun, by: found.by }
}

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
  if (before && before.to === group[at].from && isUnknown(before)) {
    const name = context.text.slice(runStart(group, at - 1), group[at].to)
    return side === 'both' ? null : { ref: namedSide(side!, name, context), noun: name, by: 'side' }
  }
  const thisYear = group.slice(0, at).some(({ sense }) => sense?.word === 'this_year')
  const summed = group[at + 1] !== undefined && /^(?:合计|总计)/.test(group[at + 1].text)
  const whole = thisYear && !/预算/.test(group[at].text) && (summed || context.listed)
  return { ref: composed(side!, fund, noun, whole && !fund, context), noun, by: 'side' }
}

/** Where the unknown words that end at a place begin. */
function runStart(group: readonly Token[], at: number): number {
  let from = at
  while (from > 0 && isUnknown(group[from - 1]) && group[from - 1].to === group[from].from) from--
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
  if (whole && OWNERS.has(familyOf(whole.subject)))
    return {
      ref: {
        ...whole,
        qualifier:
          whole.subject === 'performance_amount' && !context.listed ? whole.qualifier : noun,
        fund,
      },
      noun,
      by: 'fund',
    }
  const side = sideOf(whole ?? null) ?? context.side ?? (context.label ? 'expenditure' : null)
  const spent = side === 'expenditure' || (side === 'both' && context.side === 'expenditure')
  const ref = spent
    ? refTo(OF_FUND[fund].expenditure, null, fund)
    : refTo('revenue_by_source', noun)
  return { ref, noun, by: 'fund' }
}
/** Families whose figures a fund only narrows: 涉及一般公共预算拨款 N under 绩效. */
const OWNERS = new Set<Family>(['performance', 'procurement', 'three_public', 'other', 'assets'])

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
  if (!tokens.some(isUnknown) && !(COST.test(noun) && tokens.some(({ is }) => is === 'text')))
    return null
  return noun.length < 2 ? null : { ref: null, noun, by: 'unknown' }
}

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
