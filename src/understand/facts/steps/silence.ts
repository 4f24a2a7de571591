/** Facts without a figure: no change, and nothing there. Given only where no figure says it. */
import { familyOf } from '../../../../schemas/prose/subjects.js'
import { countedRef } from '../count.js'
import { ownBasis } from '../document.js'
import { readPhrase } from '../phrase.js'
import { refTo } from '../ref.js'
import { pieceOf, type Token } from '../token.js'
import { clauseOf, contextOf, FIGURES, type Found, push, type Walk } from '../walk.js'
import { changeBasis } from './money.js'
import { changePeriod, periodOf } from './period.js'
import { splitAt, subjectOf } from './subject.js'

/** 与上年持平: the figure may follow (一致 0 万元), or stand before. */
export function seeEqual(walk: Walk, token: Token, i: number): void {
  if (walk.sentence.reason || walk.region !== 'explanation') return
  if (walk.sentence.comparison === null && !/持平|增减/.test(token.text)) return
  if (isBesides(clauseOf(walk))) return
  const next = walk.tokens.slice(i + 1, i + 3)
  if (next.some(({ piece }) => piece && FIGURES.has(piece.kind))) return
  const attached = subjectOf(walk, 'change')
  if (!attached || walk.sentence.changed.has(attached.ref.subject + attached.ref.qualifier)) return
  push(walk, token, {
    ref: attached.ref,
    measure: 'change',
    period: changePeriod(walk, attached.ref),
    basis: changeBasis(walk),
    value: null,
    unit: null,
    direction: 'unchanged',
    by: ['equal', ...attached.by],
  })
}

/** 与收入预算持平: equal to another total, and no change. */
const isBesides = ([first, ...rest]: readonly Token[]) =>
  first?.sense?.word === 'than' && rest.some(({ sense }) => sense?.side ?? sense?.nouns)

export function seeAbsence(walk: Walk, token: Token): void {
  walk.absent = []
  if (/购置|配备/.test(token.text)) walk.mode = 'buy'
}

/** 没有使用政府性基金预算拨款安排的支出: an amount without a figure, for each thing that is not there. */
export function closeAbsence(walk: Walk): void {
  const tokens = walk.absent
  walk.absent = null
  if (tokens?.some(isUnit)) push(walk, tokens[tokens.length - 1], noUnits(walk))
  if (!tokens || walk.region !== 'explanation') return
  const things = tokens.filter(isThing)
  if (things.length > 0) absentThings(walk, tokens, things)
  if (things.length > 0 || walk.sentence.reason || walk.sentence.purpose) return
  for (const part of splitAt(tokens, 'dun')) absentMoney(walk, part)
}

/** 只有本级，没有其他二级预算单位. */
const isUnit = ({ sense }: Token) =>
  (sense?.nouns ?? []).some(({ subject }) => subject === 'subordinate_units')

const noUnits = (walk: Walk): Omit<Found, 'from' | 'to' | 'at' | 'links'> => ({
  ref: refTo('subordinate_units'),
  measure: 'count',
  period: periodOf(walk),
  basis: null,
  value: null,
  unit: null,
  direction: null,
  by: ['absence', 'count'],
})

/** A thing counted, with or without a unit. */
export const isThing = (token: Token): boolean =>
  (token.sense?.nouns ?? []).some(({ subject }) => subject === 'vehicles_in_use') ||
  pieceOf(token, 'equipment') !== null

function absentMoney(walk: Walk, tokens: Token[]): void {
  const phrase = readPhrase(tokens, contextOf(walk))
  if (!phrase?.ref) return
  const { subject } = phrase.ref
  const family = familyOf(subject)
  if (subject === 'other' || family === 'people' || family === 'items' || isSaid(walk, subject))
    return
  push(walk, tokens[tokens.length - 1], {
    ref: phrase.ref,
    measure: 'amount',
    period: periodOf(walk),
    basis: ownBasis(walk.known),
    value: null,
    unit: null,
    direction: null,
    by: ['absence', phrase.by],
  })
}

const isSaid = ({ found }: Walk, subject: string) =>
  found.some(({ ref }) => ref.subject === subject)

/** 未安排购置车辆及单价 100 万元以上设备: none of either. */
function absentThings(walk: Walk, tokens: Token[], things: Token[]): void {
  const buys = walk.mode === 'buy' || tokens.some(({ sense }) => sense?.word === 'buy')
  const mode = buys ? ('buy' as const) : ('stock' as const)
  const context = { ...contextOf(walk), current: null, section: null, mode }
  for (const thing of things) {
    const ref = countedRef({ value: '', unit: null, of: 'count' }, [thing], context)
    if (!ref || isSaid(walk, ref.subject)) continue
    push(walk, thing, {
      ref,
      measure: 'count',
      period: buys ? periodOf(walk) : (walk.state.date?.year ?? null),
      basis: buys ? 'budget' : null,
      value: null,
      unit: null,
      direction: null,
      by: ['absence', 'count'],
    })
  }
}
