/** What a figure is of: what its words name, in its place in a list; else what is carried over. */
import { familyOf } from '../../../../schemas/prose/subjects.js'
import { unitIn } from '../body.js'
import { isUnknown, type Phrase, readPhrase } from '../phrase.js'
import { isTotal, partOf, type Ref, refTo, sideOf } from '../ref.js'
import { pieceOf, type Token } from '../token.js'
import {
  type Context,
  clauseOf,
  contextOf,
  type Found,
  type List,
  sectionFund,
  type Walk,
} from '../walk.js'

export interface Attached {
  ref: Ref
  by: string[]
}

export function subjectOf(walk: Walk, measure: Found['measure']): Attached | null {
  const clause = ownClause(walk)
  const context = contextOf(walk)
  const phrase = isCarried(walk, clause)
    ? null
    : (readPhrase(clause, context) ?? behind(walk, context) ?? earlier(walk, context))
  const unit = unitIn(clause, walk.known.owner, walk.paragraph.text)
  if (!phrase) return ofUnit(carriedOver(walk, measure), unit, walk)
  const list = walk.state.lists.at(-1)
  const ref = attach(walk, phrase, list, measure)
  const whose = unit ?? ref?.unit ?? list?.whole?.unit ?? walk.state.unit
  const steps = [
    phrase.by,
    ...(list ? [list.kind] : []),
    ...(walk.sentence.reason ? ['reason'] : []),
  ]
  return ofUnit(ref && { ref, by: steps }, whose, walk)
}

/** Whose it is, for this figure and the ones that are carried over from it. */
function ofUnit(attached: Attached | null, unit: string | null, walk: Walk): Attached | null {
  if (!attached || unit === null) return attached
  const ref = { ...attached.ref, unit }
  if (walk.state.current === attached.ref) walk.state.current = ref
  return { ...attached, ref }
}

/** A reason without a noun and a comparison of its own repeats the change that it explains. */
function carriedOver(walk: Walk, measure: Found['measure']): Attached | null {
  const { reason, comparison } = walk.sentence
  if (reason && !reason.compares && (measure === 'change' || measure === 'amount')) return null
  if (
    AVERAGE.test(
      clauseOf(walk)
        .map(({ text }) => text)
        .join(''),
    )
  )
    return null
  const compared = pieceOf(comparison ?? undefined, 'comparison')
  const ref =
    moneyOf(walk.state.current) ??
    (compared ? (readPhrase(compared.nouns, contextOf(walk))?.ref ?? null) : null)
  return ref && { ref, by: ['carried_over'] }
}

/** 人均 100 元, 平均每辆 3 万元: no figure of the whole. */
const AVERAGE = /人均|平均/

/** What was counted has an amount of its own name: the projects of 绩效. People have none. */
function moneyOf(current: Ref | null): Ref | null {
  if (current === null) return null
  if (familyOf(current.subject) === 'performance' && current.subject !== 'performance_amount')
    return { ...current, subject: 'performance_amount' }
  const spent = SPENT_ON[current.subject]
  if (spent) return { ...current, subject: spent }
  return familyOf(current.subject) === 'people' ? null : worthOf(current, '房屋')
}

/** What guests and travellers cost. */
const SPENT_ON: Partial<Record<Ref['subject'], Ref['subject']>> = {
  reception_batches: 'reception',
  reception_people: 'reception',
  abroad_groups: 'abroad',
  abroad_people: 'abroad',
}

/** What buildings are worth is no area. */
const worthOf = (ref: Ref, noun: string): Ref =>
  ref.subject === 'buildings_area' ? { ...ref, subject: 'fixed_assets', qualifier: noun } : ref

/** 支出决算为 N, behind the item's budget, is still of the item. */
function isCarried({ known, state }: Walk, clause: readonly Token[]): boolean {
  if (known.kind !== 'final_accounts' || state.current === null) return false
  const says = (test: (token: Token) => boolean) => clause.some(test)
  return (
    says(({ sense }) => sense?.filler === 'executed') &&
    says(({ sense }) => sense?.side !== undefined) &&
    !says(({ text }) => /合计|总计/.test(text)) &&
    clause.every(({ sense, piece }) => !sense?.nouns && !sense?.fund && !sense?.owner && !piece) &&
    !says(isUnknown)
  )
}

/** Without the noun that stands behind the figure before: 380 万元为政府性基金预算、20 万元为…. */
function ownClause(walk: Walk): Token[] {
  const clause = clauseOf(walk)
  const before = walk.tokens[walk.tokens.indexOf(clause[0]) - 1]
  const taken = clause[0]?.text === '为' && before?.piece !== undefined
  return taken
    ? clause.slice(clause.findIndex(({ is }) => is === 'dun') + 1 || clause.length)
    : clause
}

/** 其中 380 万元为政府性基金预算: the noun stands behind its figure. */
function behind({ tokens, at }: Walk, context: Context): Phrase | null {
  if (!context.listed || tokens[at + 1]?.text !== '为') return null
  const end = tokens.findIndex(({ is }, i) => i > at + 1 && is !== 'word' && is !== 'text')
  const phrase = readPhrase(tokens.slice(at + 2, end < 0 ? undefined : end), context)
  return phrase?.ref ? phrase : null
}

const VERBS = new Set('purpose reason increase decrease none share complete equal buy'.split(' '))

/**
 * "机关运行经费，2032 年预算为 N": a clause at the head of the sentence is a noun and nothing else. Behind
 * a figure it only explains ("收入预算 N，全部为一般公共预算拨款，比上年增加 M" is of the revenue).
 */
function earlier(walk: Walk, context: Context): Phrase | null {
  const { sentence, tokens, lead } = walk
  const before = tokens[tokens.indexOf(lead[0]) - 1]
  if (sentence.purpose || sentence.reason || before?.piece) return null
  for (const clause of splitAt(lead, 'comma', 'colon').slice(0, -1).toReversed()) {
    const speaks = ({ sense, piece }: Token) =>
      piece?.kind === 'comparison' || VERBS.has(sense?.word ?? '')
    const compares = clause.findIndex((token) => pieceOf(token, 'comparison'))
    if (compares > 0 && !clause.slice(0, compares).some(speaks)) {
      const compared = readPhrase(clause.slice(0, compares), context)
      if (compared?.ref) return compared
    }
    if (clause.some(speaks)) return null
    const phrase = readPhrase(clause, context)
    if (phrase) return phrase.ref ? phrase : null
  }
  return null
}

export function splitAt(tokens: readonly Token[], ...marks: Token['is'][]): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens)
    if (marks.includes(token.is)) parts.push([])
    else parts[parts.length - 1].push(token)
  return parts
}

/** The phrase's place: a part of the open list, the whole again, or a subject of its own. */
function attach(
  walk: Walk,
  phrase: Phrase,
  open: List | undefined,
  measure: Found['measure'],
): Ref | null {
  const list = open ?? goesOn(walk, phrase)
  if (list?.whole && phrase.ref && isSame(phrase.ref, list.whole)) return wholeAgain(walk, list)
  const host = hostOf(walk, measure) ?? list?.whole
  const part = host ? partOf(host, phrase.ref, phrase.noun) : phrase.ref
  const unknown = phrase.ref === null && (part === null || walk.sentence.reason !== null)
  const named = (unknown ? unknownName(walk, phrase, measure) : null) ?? part
  if (!named) return null
  const ref = worthOf(named, phrase.noun)
  if (list) {
    list.parts += 1
    walk.lastPart = phrase.ref?.subject ?? null
  }
  if (walk.sentence.purpose) walk.sentence.spent += 1
  const full = besideUses(walk, { ...ref, fund: ref.fund ?? sectionFund(walk) }, phrase.noun)
  speakOf(walk, full)
  return full
}

/** Parts of one kind go on behind a full stop: 其中：教育支出 N。卫生健康支出 M。 */
function goesOn({ state }: Walk, { ref }: Phrase): List | undefined {
  const { ended } = state
  return ref && ended?.part === ref.subject && !isTotal(ref) ? ended.list : undefined
}

const isSame = (a: Ref, b: Ref) =>
  a.subject === b.subject &&
  (a.qualifier === b.qualifier || a.qualifier === null) &&
  (a.fund === b.fund || a.fund === null)

/** 收入较去年增加…: the list of its parts is over. */
function wholeAgain({ state }: Walk, list: List): Ref {
  if (list.kind === 'among') state.lists = state.lists.slice(0, state.lists.indexOf(list))
  state.current = list.whole
  return list.whole!
}

function speakOf({ state, sentence }: Walk, ref: Ref): void {
  state.current = ref
  const side = sideOf(ref)
  if (!sentence.reason && side && side !== 'both') state.side = side
}

/** What is spent on things that a purpose may name. */
const SPENT = new Set<Ref['subject']>([
  'project_expenditure',
  'project',
  'public_expenses',
  'commissioned_services',
])

/** 机关运行经费 N，主要用于办公费 M: a part of what the purpose is of. */
function hostOf({ sentence }: Walk, measure: Found['measure']): Ref | null {
  const { purpose, reason, host } = sentence
  if (!host || !(purpose || reason)) return null
  if (host.subject === 'agency_operating_expenses') return host
  return measure === 'amount' && SPENT.has(host.subject) ? host : null
}

/** 对个人和家庭的补助 beside 人员经费 and 公用经费 is a use, beside 工资福利支出 an economic class. */
function besideUses({ state }: Walk, ref: Ref, noun: string): Ref {
  const beside = state.last === 'personnel_expenses' || state.last === 'public_expenses'
  if (!beside || ref.subject !== 'expenditure_by_economic' || !/^对个人和家庭/.test(noun))
    return ref
  return { ...ref, subject: 'personal_and_family_subsidies', qualifier: null }
}

/** Names are shorter than sentences. */
const LONGEST_NAME = 40
export const PROJECT = /项目|工程|专项|(?:经费|资金|补助|费)$/
const PROJECT_SECTION = /项目|重点支出|转移支付/

export const isAmongProjects = ({ under }: Walk['paragraph']): boolean =>
  under.some(({ text }) => PROJECT_SECTION.test(text))

/** A noun that no list knows: a project where it looks like one, else `other`. */
function unknownName({ paragraph }: Walk, { noun }: Phrase, measure: Found['measure']): Ref | null {
  if (noun.length > LONGEST_NAME || measure === 'share' || measure === 'change_rate') return null
  return refTo(isAmongProjects(paragraph) || PROJECT.test(noun) ? 'project' : 'other', noun)
}
