/** Rates and shares against the figures beside them: rate = change / last year's, share = part / whole. */
import { sumOf } from '../../../../schemas/check.js'
import { Exact } from '../../../../schemas/decimal.js'
import type { Check, NarrativeFact } from '../../../../schemas/document.js'
import type { ReadFact } from '../facts.js'
import { baseSide, checkOf, factSide, lastDigit, type Side } from './term.js'

export function ratioCheck({ fact, links, by }: ReadFact): Check | null {
  if (fact.value === null || fact.unit !== '%') return null
  if (fact.measure === 'change_rate') return rateCheck(fact, links)
  if (fact.measure !== 'share') return null
  const { amount, budget, whole } = links
  return by.some((step) => OF_BUDGET.has(step))
    ? shareCheck('completion = executed / budget', fact, amount, budget, baseSide)
    : shareCheck('share = part / whole', fact, amount, whole, factSide)
}

/** Rules whose shares are of the budget, not of a whole. */
const OF_BUDGET = new Set(['completion', 'of_budget'])

function shareCheck(
  identity: string,
  fact: NarrativeFact,
  part: NarrativeFact | undefined,
  whole: NarrativeFact | undefined,
  sideOf: (fact: NarrativeFact) => Side,
): Check | null {
  if (!part || !whole || part.unit !== whole.unit || part.id === whole.id) return null
  return quotient(identity, factSide(fact), factSide(part), [sideOf(whole)])
}

/** Last year's figure is printed, or is this year's without the change. */
function rateCheck(
  fact: NarrativeFact,
  { amount, last, budget, change }: ReadFact['links'],
): Check | null {
  if (!change || change.direction === null || change.basis !== fact.basis) return null
  const base = change.basis === 'budget' ? budget : last
  if (base && base.unit === change.unit)
    return quotient('rate = change / base', factSide(fact), factSide(change), [baseSide(base)])
  if (!amount || amount.unit !== change.unit || change.basis === 'budget') return null
  const sign = change.direction === 'decrease' ? undefined : (-1 as const)
  const before = [factSide(amount), factSide(change, undefined, sign)]
  return quotient('rate = change / (this - change)', factSide(fact), factSide(change), before)
}

/**
 * How a quotient moves when its figures move by half a last digit each, to first order; and one last
 * digit of its own: some cut instead of rounding, or round up (66.69 % printed of 66.681 %).
 */
function quotient(identity: string, left: Side, part: Side, base: Side[]): Check | null {
  const whole = sumOf(base.map(({ term }) => term))
  if (whole.lessThanOrEqualTo(0)) return null
  const exact = new Exact(part.term.value).dividedBy(whole).times(100)
  const slack = base
    .reduce((sum, { half }) => sum.plus(half), new Exact(0))
    .times(exact)
    .dividedBy(100)
  const moved = part.half.plus(slack).dividedBy(whole).times(100)
  const difference = new Exact(left.term.value).minus(exact.toDecimalPlaces(PLACES))
  return checkOf(
    'ratio',
    identity,
    left,
    [part, ...base],
    difference,
    lastDigit(left.term.value).plus(moved).plus(ATOM),
  )
}

/** Decimals of a quotient that are worth writing down, and the last of them. */
const PLACES = 6
const ATOM = new Exact(10).pow(-PLACES)
