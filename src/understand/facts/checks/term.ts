/** A fact as a side of a check, and what printing to few digits can explain. */
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
  const { zh } = SUBJECT_LIST[fact.subject].label
  const label = fact.qualifier === null ? zh : `${zh}：${fact.qualifier}`
  const value = new Exact(fact.value!).times(factor).toFixed()
  const term: Term = { label, value, table: null, row: null, column: null, fact: fact.id }
  return { term: sign ? { ...term, sign } : term, half: halfOf(fact.value!).times(factor) }
}

/** A nought is as exact as the figures beside it. */
const halfOf = (value: string): Exact =>
  /[1-9]/.test(value) ? lastDigit(value).dividedBy(2) : new Exact(0)

/** One of the last digit printed. */
export function lastDigit(value: string): Exact {
  return new Exact(10).pow(-(value.split('.')[1]?.length ?? 0))
}

/** left = Σ right, each printed figure an interval of half its last digit to either side. */
export function sumCheck(identity: string, left: Side, right: readonly Side[]): Check {
  let sum = new Exact(0)
  for (const { term } of right)
    sum = term.sign === -1 ? sum.minus(term.value) : sum.plus(term.value)
  const difference = new Exact(left.term.value).minus(sum)
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
    outcome: difference.isZero()
      ? 'holds'
      : difference.abs().lessThanOrEqualTo(tolerance)
        ? 'rounding'
        : 'fails',
  }
}
