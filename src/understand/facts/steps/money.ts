/** Figures of money and shares: amount, change, rate or share, and of which state of the budget. */
import { familyOf } from '../../../../schemas/prose/subjects.js'
import { type Basis, isOwnBudget, lastYear, ownBasis } from '../document.js'
import { type Direction, type Figure, pieceOf, type Token } from '../token.js'
import { clauseOf, type Found, push, type Walk } from '../walk.js'
import { changePeriod, isSlip, periodOf } from './period.js'
import { subjectOf } from './subject.js'

type Measured = Pick<Found, 'measure' | 'basis'> & {
  direction?: Direction | null
  period?: number | null
}

/** Attaches a figure to what it is of. */
export function add(walk: Walk, token: Token, figure: Figure, measured: Measured): void {
  if (walk.region !== 'explanation') return
  const attached = subjectOf(walk, measured.measure)
  if (!attached) return
  const { ref, by } = attached
  const { measure, direction = null } = measured
  const stock = measure === 'amount' && isOfDay(walk, ref.subject)
  const moved = measure === 'change' || measure === 'change_rate'
  const own = moved ? changePeriod(walk, ref) : periodOf(walk)
  const period = stock ? walk.state.date!.year : (measured.period ?? own)
  const basis = stock ? null : measured.basis
  push(walk, token, {
    ref,
    measure,
    period,
    basis,
    value: figure.value,
    unit: figure.unit,
    direction,
    by,
  })
  if (moved) walk.sentence.changed.add(ref.subject + ref.qualifier)
}

/** What things are worth on the day that they are counted. */
function isOfDay({ state, mode }: Walk, subject: Found['ref']['subject']): boolean {
  return (
    state.date !== null &&
    mode !== 'buy' &&
    familyOf(subject) === 'assets' &&
    !/to_buy/.test(subject)
  )
}

export function addShare(walk: Walk, token: Token): void {
  const { figure, of } = pieceOf(token, 'share')!
  add(walk, token, figure, {
    measure: 'share',
    basis: of === 'budget' ? 'budget' : ownBasis(walk.known),
  })
}

export function addChange(
  walk: Walk,
  token: Token,
  figure: Figure,
  direction: Direction | null,
): void {
  const measure = figure.of === 'percent' ? 'change_rate' : 'change'
  add(walk, token, figure, { measure, direction, basis: changeBasis(walk) })
}

/** What a change is measured against, where the sentence says so. Accounts compare with what was spent. */
export function changeBasis({ sentence, known }: Walk): Basis {
  const comparison = pieceOf(sentence.comparison ?? undefined, 'comparison')
  if (!comparison) return null
  const { year, basis } = comparison
  if (comparison.with === 'budget' || isOwnBudget(known, year, basis)) return 'budget'
  if (comparison.basis === 'budget') return 'last_year_budget'
  const executed = comparison.basis === 'executed' || known.kind === 'final_accounts'
  return executed ? 'last_year_executed' : null
}

/** A percent that no rule has taken is a share only behind 完成: 完成预算 0 万元的 0 %. */
export function addPercent(walk: Walk, token: Token, figure: Figure): void {
  if (clauseOf(walk).some(({ sense }) => sense?.word === 'complete'))
    add(walk, token, figure, { measure: 'share', basis: 'budget' })
}

/** An amount, unless its clause has a verb of change before its noun: 增加信息化经费 N 万元. */
export function addMoney(walk: Walk, token: Token, figure: Figure): void {
  const clause = clauseOf(walk)
  const verb = clause.findLast(
    ({ sense }) => sense?.word === 'increase' || sense?.word === 'decrease',
  )
  const unchanged = clause.at(-1)?.sense?.word === 'equal'
  if (verb && !isUpTo(clause, verb)) addVerbFirst(walk, token, figure, verb)
  else if (unchanged) addChange(walk, token, figure, 'unchanged')
  else add(walk, token, figure, { measure: 'amount', ...phaseOf(walk, clause) })
}

/** 增加到 N is an amount. */
function isUpTo(clause: readonly Token[], verb: Token): boolean {
  return /^(?:到|至|为)/.test(clause[clause.indexOf(verb) + 1]?.text ?? '')
}

function addVerbFirst(walk: Walk, token: Token, figure: Figure, verb: Token): void {
  const zero = /^0+(?:\.0+)?$/.test(figure.value)
  walk.lead = walk.lead.slice(walk.lead.indexOf(verb) + 1)
  const direction = zero ? 'unchanged' : (verb.sense!.word as Direction)
  add(walk, token, figure, { measure: 'change', direction, basis: changeBasis(walk) })
}

/** Which year's amount it is, and of which state of the budget. */
function phaseOf(walk: Walk, clause: readonly Token[]): { period: number | null; basis: Basis } {
  const { known } = walk
  const compared = pieceOf(clause.at(-1), 'comparison')
  if (compared && isOwnBudget(known, compared.year, compared.basis))
    return { period: compared.year, basis: 'budget' }
  if (compared?.with === 'last_year')
    return {
      period: compared.year ?? lastYear(known),
      basis: ofLastYear(compared.basis ?? 'budget'),
    }
  const basis = saidBasis(clause) ?? ownBasis(known)
  const carried = clause.some(isCarryOver)
  const said = clause.findLast((each) => pieceOf(each, 'year'))
  const own = carried ? null : (pieceOf(said, 'year')?.year ?? null)
  const past = !carried && clause.some(({ sense }) => sense?.word === 'last_year')
  const slip = own !== null && isSlip(walk.sentence, own)
  const period = past ? lastYear(known) : own !== null && !slip ? own : periodOf(walk)
  return {
    period,
    basis: period !== null && period === lastYear(known) ? ofLastYear(basis) : basis,
  }
}

const isCarryOver = ({ sense }: Token) =>
  sense?.nouns?.some(({ subject }) => subject === 'carryover_from_last_year') ?? false

const ofLastYear = (basis: 'budget' | 'executed'): Basis =>
  basis === 'executed' ? 'last_year_executed' : 'last_year_budget'

function saidBasis(clause: readonly Token[]): 'budget' | 'executed' | null {
  const said = clause.findLast(
    ({ sense, text }) =>
      sense?.filler === 'budget' ||
      sense?.filler === 'executed' ||
      (sense?.side && /预算/.test(text)),
  )
  if (!said) return null
  return said.sense?.filler === 'executed' ? 'executed' : 'budget'
}
