/** Things and people counted -> what they are; null where the count is no figure of the disclosure. */

import type { NounTerm } from '../../../schemas/prose/nouns.js'
import type { Subject } from '../../../schemas/prose/subjects.js'
import { type Family, familyOf } from '../../../schemas/prose/subjects.js'
import { isBody } from './body.js'
import { activeNoun, isUnknown, type PhraseContext } from './phrase.js'
import { equipmentRef, type Ref, refTo } from './ref.js'
import { type Figure, pieceOf, type Token } from './token.js'

export interface CountContext extends PhraseContext {
  /** What was spoken of last. */
  current: Ref | null
  /** What the nearest heading is of. */
  section: Ref | null
}

export function countedRef(
  figure: Figure,
  clause: readonly Token[],
  context: CountContext,
): Ref | null {
  const { unit } = figure
  if (unit === null) return deviceRef(clause, context)
  if (unit === '辆') return vehicleRef(clause, context)
  if (unit === '台' || unit === '套' || unit === '件') return deviceRef(clause, context)
  if (unit === '平方米' || unit === '万平方米') return areaRef(clause)
  if (unit === '分') return has(clause, context, 'performance_score')
  if (unit === '人次' || unit === '人' || unit === '名') return peopleRef(clause, context)
  const batches = unit === '次' && clause.some(({ text }) => /批次/.test(text))
  if (batches || unit === '批次' || unit === '批')
    return context.families.has('three_public') ? refTo('reception_batches') : null
  if (/^[个家项次]$/.test(unit)) return thingRef(clause, context)
  return null
}

/** 房屋建筑物 N 平方米: what is measured so is a building. */
const areaRef = (clause: readonly Token[]): Ref | null =>
  clause.some(({ text }) => /房|建筑/.test(text)) ? refTo('buildings_area') : null

/** The last noun of a clause that counts here, with the words of its own before it. */
function lastNoun(
  clause: readonly Token[],
  context: PhraseContext,
  wanted?: (subject: Subject) => boolean,
) {
  const at = clause.findLastIndex((token) => {
    const noun = activeNoun(token, context.families)
    return noun !== null && (!wanted || wanted(noun.subject))
  })
  return at < 0 ? null : { at, noun: activeNoun(clause[at], context.families)!, token: clause[at] }
}

function has(clause: readonly Token[], context: CountContext, subject: Subject): Ref | null {
  return lastNoun(clause, context, (each) => each === subject) ? refTo(subject) : null
}

const VEHICLES = new Set<Subject>([
  'vehicles_in_use',
  'vehicles_to_buy',
  'vehicles_bought',
  'vehicles_transferred_in',
])

/** 共有车辆 9 辆, 机要通信用车 1 辆; the two lists have the same kinds, and the verb tells them apart. */
function vehicleRef(clause: readonly Token[], context: CountContext): Ref | null {
  const { current, text } = context
  const bought = lastNoun(clause, context, (subject) => subject === 'vehicle_purchase')
  const mode = bought ? 'buy' : context.mode
  const found = lastNoun(clause, context, (subject) => subject === 'vehicles_in_use')
  const kind = found ? vehicleKind(clause, found, text) : unknownKind(clause)
  if (
    !found &&
    kind === null &&
    !(current && (VEHICLES.has(current.subject) || familyOf(current.subject) === 'three_public'))
  )
    return null
  return refTo(vehicleSubject(context, mode), kind)
}

/** The words of its own that a kind has before it: 副部（省）级以上领导用车. */
function vehicleKind(
  clause: readonly Token[],
  { at, noun }: { at: number; noun: NounTerm },
  text: string,
): string | null {
  let from = at
  while (from > 0 && isKindWord(clause[from - 1]) && clause[from - 1].to === clause[from].from)
    from--
  return from < at || noun.names ? text.slice(clause[from].from, clause[at].to) : null
}

const isKindWord = (token: Token) =>
  isUnknown(token) ||
  token.is === 'bracket' ||
  token.sense?.word === 'above' ||
  (token.is === 'text' && token.text.length === 1)

/** 防汛车: no list has it, and it is counted as a vehicle. */
const unknownKind = (clause: readonly Token[]): string | null =>
  clause.findLast((token) => isUnknown(token) && /车$/.test(token.text))?.text ?? null

function vehicleSubject({ families, current }: CountContext, mode: CountContext['mode']): Subject {
  const known = current && VEHICLES.has(current.subject) ? current.subject : null
  const said = mode ?? (known ? null : 'stock')
  if (said === null) return known!
  if (said === 'stock') return 'vehicles_in_use'
  return families.has('three_public') && !families.has('assets')
    ? 'vehicles_bought'
    : 'vehicles_to_buy'
}

function deviceRef(clause: readonly Token[], context: CountContext): Ref | null {
  const at = clause.findLastIndex((token) => pieceOf(token, 'equipment'))
  if (at < 0) {
    const car = lastNoun(clause, context, (subject) => subject === 'vehicles_in_use')
    if (car) return vehicleRef(clause, context)
    const { current } = context
    return current?.subject.startsWith('equipment_') && context.listed ? current : null
  }
  const { threshold } = pieceOf(clause[at], 'equipment')!
  const printed = context.text.slice(clause[at].from, clause[at].to)
  return equipmentRef(threshold, context.mode, printed)
}

const STAFF = new Set<Subject>(['staff_quota', 'staff_actual', 'retirees'])

function peopleRef(clause: readonly Token[], context: CountContext): Ref | null {
  const { current, text } = context
  const noun = lastNoun(clause, context, (subject) => STAFF.has(subject))
  if (noun) return refTo(noun.noun.subject, text.slice(noun.token.from, noun.token.to))
  const whose = lastNoun(clause, context, (subject) => subject !== 'abroad_groups')
  const money = whose?.noun.subject ?? current?.subject
  if (money === 'meetings' || money === 'training') return { ...refTo(money) }
  if (money === 'reception' || money === 'reception_batches') return refTo('reception_people')
  if (money === 'abroad' || money === 'abroad_groups') return refTo('abroad_people')
  const staff = current && STAFF.has(current.subject) && context.listed
  const unknown = clause.findLast(isUnknown)
  return staff && unknown ? refTo(current.subject, unknown.text) : null
}

const PEOPLE: ReadonlySet<Family> = new Set<Family>(['people', 'performance'])

/** 内设机构 10 个, 预算单位 32 家, 绩效目标的项目 4 个, 团组 2 个. */
function thingRef(clause: readonly Token[], context: CountContext): Ref | null {
  const { current, text } = context
  const posts = lastNoun(clause, context)
  const ends = posts && !clause.slice(posts.at + 1).some(({ is }) => is === 'text')
  if (ends && posts.noun.subject === 'staff_quota')
    return refTo('staff_quota', text.slice(posts.token.from, posts.token.to))
  const found = lastNoun(
    clause,
    context,
    (subject) => PEOPLE.has(familyOf(subject)) && !STAFF.has(subject),
  )
  const project = clause.findLast((token) => /项目$/.test(token.text))
  if (project && context.families.has('performance'))
    return refTo('performance_projects', prefixed(clause, clause.indexOf(project), context))
  if (found) {
    const { subject } = found.noun
    const [whole] = context.wholes
    if (
      familyOf(subject) === 'people' &&
      context.section &&
      !PEOPLE.has(familyOf(context.section.subject))
    )
      return null
    if (
      found.token.text === '单位' &&
      context.listed &&
      whole &&
      familyOf(whole.subject) === 'people'
    )
      return refTo(whole.subject, prefixed(clause, found.at, context))
    const counted = subject === 'performance_amount' ? 'performance_projects' : subject
    return refTo(counted, prefixed(clause, found.at, context))
  }
  if (clause.some((token) => /团组?$/.test(token.text))) {
    const whose = lastNoun(clause, context, (subject) => subject !== 'abroad_groups')
    const abroad = whose?.noun.subject ?? current?.subject
    if (abroad?.startsWith('abroad')) return refTo('abroad_groups')
    if (abroad?.startsWith('reception')) return refTo('reception_batches')
  }
  if (current?.subject.startsWith('performance_issues'))
    return refTo('performance_issues', clause.findLast(isUnknown)?.text ?? null)
  const listed = current && context.listed && familyOf(current.subject) === 'people'
  const unknown = clause.findLast((token) => isUnknown(token) || isBody(token))
  return listed && unknown ? refTo(current.subject, text.slice(unknown.from, unknown.to)) : null
}

/** The noun with the words that say which: 编报绩效目标的项目, 所属行政单位, 绩效评级为“优”的项目. */
function prefixed(clause: readonly Token[], at: number, { text, families }: PhraseContext): string {
  let from = at
  const graded = families.has('performance')
  while (
    from > 0 &&
    (graded ||
      isUnknown(clause[from - 1]) ||
      clause[from - 1].is === 'bracket' ||
      clause[from - 1].sense?.nouns)
  )
    from--
  if (
    !graded &&
    from > 0 &&
    isBody(clause[from - 1]) &&
    !clause[from - 1].sense?.owner &&
    clause[from - 1].is === 'text'
  )
    from--
  const whose =
    from < at &&
    from > 0 &&
    clause[from - 1].sense?.owner &&
    (clause[from].is === 'bracket' || clause[from].is === 'text')
  if (whose) return text.slice(clause[from - 1].from, clause[at].to)
  while (
    from < at &&
    (clause[from].sense?.owner ||
      clause[from].sense?.word ||
      clause[from].sense?.filler ||
      clause[from].piece)
  )
    from++
  return text.slice(clause[from].from, clause[at].to)
}
