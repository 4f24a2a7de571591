/** Amounts against each other: last + change = this, and parts against their whole. */
import { Exact } from '../../../../schemas/decimal.js'
import type { Check, NarrativeFact } from '../../../../schemas/document.js'
import type { Subject } from '../../../../schemas/prose/subjects.js'
import type { ReadFact } from '../facts.js'
import { baseSide, factSide, type Side, sumCheck } from './term.js'

/** this = last + change, where all three are printed. */
export function changeCheck({ fact, links }: ReadFact): Check | null {
  const { amount, last, budget } = links
  const base = fact.basis === 'budget' ? budget : last
  if (fact.measure !== 'change' || fact.value === null || fact.direction === null) return null
  if (!amount || !base || amount.unit !== fact.unit || base.unit !== fact.unit) return null
  const sign = fact.direction === 'decrease' ? (-1 as const) : undefined
  const sides = [baseSide(base), factSide(fact, undefined, sign)]
  return sumCheck('this = last + change', factSide(amount), sides)
}

/** Lists of these parts are whole: nothing else belongs to what they are parts of. */
const WHOLE_LISTS: Partial<Record<Subject, readonly (readonly Subject[])[]>> = {
  three_public_expenses: [
    ['abroad', 'reception', 'vehicles'],
    ['abroad', 'reception', 'vehicle_purchase', 'vehicle_operation'],
  ],
  vehicles: [['vehicle_purchase', 'vehicle_operation']],
  procurement: [['procurement_goods', 'procurement_works', 'procurement_services']],
  basic_expenditure: [['personnel_expenses', 'public_expenses']],
}
/** The last kind of a list of vehicles that names them all. */
const OTHER_KINDS = /^其(?:他|它)/

/** Of each list: its parts against its whole. A list that may leave parts out proves nothing by being less. */
export function listChecks(read: readonly ReadFact[]): Check[] {
  const lists = new Map<object, ReadFact[]>()
  for (const each of read)
    if (each.list && each.links.whole && isPart(each.fact, each.links.whole))
      lists.set(each.list, [...(lists.get(each.list) ?? []), each])
  return [...lists.values()].flatMap((parts) => listCheck(parts) ?? [])
}

function isPart(fact: NarrativeFact, whole: NarrativeFact): boolean {
  const measured = fact.measure === whole.measure && fact.unit === whole.unit && fact.value !== null
  return measured && fact.basis === whole.basis && fact.period === whole.period
}

function listCheck(parts: readonly ReadFact[]): Check | null {
  const whole = parts[0].links.whole!
  const facts = parts.map(({ fact }) => fact).filter((fact) => fact.id !== whole.id)
  const own = wholeList(whole, facts)
  if (!own && facts.length < 2) return null
  const check = sumCheck('whole = parts', factSide(whole), (own ?? facts).map(side))
  const proves = own !== null || check.outcome !== 'fails'
  return proves ? check : null
}

const side = (fact: NarrativeFact): Side => factSide(fact, new Exact(1))

/** @returns the parts of a list that leaves none out; null where it may */
function wholeList(whole: NarrativeFact, facts: readonly NarrativeFact[]): NarrativeFact[] | null {
  if (whole.measure === 'count') {
    const kinds = facts.filter(({ subject }) => subject === whole.subject)
    return kinds.some(({ qualifier }) => OTHER_KINDS.test(qualifier ?? '')) ? kinds : null
  }
  for (const subjects of WHOLE_LISTS[whole.subject] ?? []) {
    const found = subjects.map((subject) => facts.filter((fact) => fact.subject === subject))
    if (found.every((each) => each.length === 1)) return found.flat()
  }
  return null
}
