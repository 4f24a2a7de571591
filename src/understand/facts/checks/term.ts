/** A fact as a side of a check, and what printing to few digits can explain. */
import { outcomeOf, sumOf } from '../../../../schemas/check.js'
import { Exact } from '../../../../schemas/decimal.js'
import type { Check, NarrativeFact, Term } from '../../../../schemas/document.js'
import { SUBJECT_LIST } from '../../../../schemas/prose/subjects.js'

export interface Side {
  term: Term
  /** Half a unit of the last digit printed. */
  half: Exact
}

/** @param factor what turns the fact's unit into the one that the check is held in */
export function factSide(fact: NarrativeFact, factor = new Exact(1), sign?: -1): Side {
  const value = new Exact(fact.value!).times(factor).toFixed()
  const label = labelOf(fact)
  const term: Term = { label, value, table: null, row: null, column: null, fact: fact.id }
  return { term: sign ? { ...term, sign } : term, half: halfOf(fact.value!).times(factor) }
}

/** The figure beside which another one stands: of its year, or of the budget. */
export function baseSide(fact: NarrativeFact): Side {
  const { term, half } = factSide(fact)
  const year = fact.period === null ? '' : `${fact.period}年`
  const state = /budget$/.test(fact.basis ?? '') ? '预算' : fact.basis === null ? '' : '决算'
  return { term: { ...term, label: `${term.label}（${year}${state}）` }, half }
}

/** What a reader calls it: 机关运行经费, 机关运行经费减少额. */
function labelOf({ subject, qualifier, measure, direction }: NarrativeFact): string {
  const { zh } = SUBJECT_LIST[subject].label
  const name = qualifier === null ? zh : `${zh}：${qualifier}`
  const moved = direction === 'decrease' ? '减少' : '增加'
  const suffix = { change: `${moved}额`, change_rate: `${moved}比例`, share: '占比' } as const
  return measure in suffix ? `${name}${suffix[measure as keyof typeof suffix]}` : name
}

/** A nought is as exact as the figures beside it. */
export const halfOf = (value: string): Exact =>
  /[1-9]/.test(value) ? lastDigit(value).dividedBy(2) : new Exact(0)

/** One of the last digit printed. */
export function lastDigit(value: string): Exact {
  return new Exact(10).pow(-(value.split('.')[1]?.length ?? 0))
}

/** left = Σ right, each printed figure an interval of half its last digit to either side. */
export function sumCheck(identity: string, left: Side, right: readonly Side[]): Check {
  const difference = new Exact(left.term.value).minus(sumOf(right.map(({ term }) => term)))
  return checkOf('prose', identity, left, right, difference, toleranceOf([left, ...right]))
}

/** All halves together, and one last digit of the coarsest figure in any case: some cut instead of rounding. */
function toleranceOf(sides: readonly Side[]): Exact {
  const halves = sides.map(({ half }) => half)
  const together = halves.reduce((sum, half) => sum.plus(half), new Exact(0))
  return Exact.max(together, ...halves.map((half) => half.times(2)))
}

export function checkOf(
  rule: Check['rule'],
  identity: string,
  left: Side,
  right: readonly Side[],
  difference: Exact,
  tolerance: Exact,
): Check {
  const terms = right.map(({ term }) => term)
  const { table, row, column, fact } = left.term
  const place = table === null ? fact : `${table}.${row}.${column}`
  return {
    id: `${identity}:${place}=${terms.map((term) => term.fact).join('+')}`,
    rule,
    identity,
    left: left.term,
    right: terms,
    difference: difference.toFixed(),
    tolerance: tolerance.toFixed(),
    outcome: outcomeOf(difference, tolerance),
  }
}
