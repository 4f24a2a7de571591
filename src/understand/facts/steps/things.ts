/** Figures of things and people. */
import { type Family, familyOf } from '../../../../schemas/prose/subjects.js'
import { countedRef } from '../count.js'
import { type Ref, refTo } from '../ref.js'
import { type Direction, type Figure, pieceOf, type Token } from '../token.js'
import { type Context, clauseOf, contextOf, push, type Walk } from '../walk.js'
import { changeBasis } from './money.js'
import { periodOf } from './period.js'

export function addCount(walk: Walk, token: Token, figure: Figure): void {
  const ref = refOf(walk, figure, clauseOf(walk)) ?? refOf(walk, figure, walk.lead)
  if (ref) pushCount(walk, token, figure, ref)
}

/** Projects are counted where the sentence speaks of goals, though the word comes late: 对 5 个项目设定了绩效目标. */
function countContext(walk: Walk): Context {
  const context = contextOf(walk)
  const families = new Set<Family>([...context.families, 'performance'])
  return walk.sentence.goals ? { ...context, families } : context
}

function refOf(walk: Walk, figure: Figure, clause: readonly Token[]): Ref | null {
  const { state, region, mode } = walk
  const section = state.sections.findLast((each) => each !== null) ?? null
  const context = { ...countContext(walk), current: state.current, section, mode }
  const ref = countedRef(figure, clause, context)
  return ref && (region === 'explanation' || isOfStructure(ref)) ? ref : null
}

/** What the chapter on duties and offices may count. */
const isOfStructure = ({ subject }: Ref) =>
  familyOf(subject) === 'people' || subject === 'vehicles_in_use'

const COUNTABLE: ReadonlySet<Family> = new Set<Family>(['people', 'performance'])
const isCountable = (subject: Ref['subject']) =>
  COUNTABLE.has(familyOf(subject)) || subject === 'vehicles_in_use' || subject === 'abroad_groups'

/** The number stands before its noun: 8 个直属事业单位, 2 辆公务用车. */
export function addCounted(walk: Walk, token: Token): void {
  const { figure, nouns } = pieceOf(token, 'counted')!
  const { families } = countContext(walk)
  const term =
    nouns.find(({ within }) => within?.some((family) => families.has(family))) ??
    nouns.find(({ within }) => !within)
  if (term?.subject === 'vehicle_purchase' || buysBehind(walk, token)) walk.mode = 'buy'
  if (!term || !isCountable(term.subject)) {
    addCount(walk, token, figure)
    return
  }
  const ref = countedNoun(walk, token, term.subject, families)
  if (ref && (walk.region === 'explanation' || isOfStructure(ref)))
    pushCount(walk, token, figure, ref)
}

function countedNoun(
  walk: Walk,
  token: Token,
  subject: Ref['subject'],
  families: ReadonlySet<Family>,
): Ref | null {
  const { figure, nouns, noun } = pieceOf(token, 'counted')!
  if (subject === 'abroad_groups') return refOf(walk, figure, [{ ...token, text: noun }])
  if (subject !== 'vehicles_in_use')
    return refTo(countedSubject(walk, subject, noun, families), noun)
  const bare: Token = { ...token, piece: undefined, sense: { nouns } }
  return refOf(walk, { ...figure, unit: '辆' }, [bare])
}

const UNITS = new Set<Ref['subject']>(['budget_units', 'subordinate_units'])

function countedSubject(
  walk: Walk,
  subject: Ref['subject'],
  noun: string,
  families: ReadonlySet<Family>,
): Ref['subject'] {
  if (subject === 'performance_amount') return 'performance_projects'
  if (UNITS.has(subject) && families.has('performance')) return 'performance_units'
  const budget = clauseOf(walk).some(({ sense }) => sense?.filler === 'budget')
  return noun === '单位' && budget ? 'budget_units' : subject
}

/** 已完成 2 辆公务用车更新购置: the verb stands behind. */
function buysBehind({ tokens }: Walk, token: Token): boolean {
  const at = tokens.indexOf(token)
  const end = tokens.findIndex(
    ({ is }, i) => i > at && is !== 'word' && is !== 'text' && is !== 'piece',
  )
  return tokens.slice(at + 1, end < 0 ? undefined : end).some(({ sense }) => sense?.word === 'buy')
}

function pushCount(walk: Walk, token: Token, figure: Figure, ref: Ref): void {
  if (familyOf(ref.subject) !== 'other' || !walk.state.current) walk.state.current = ref
  const period = countPeriod(walk, ref.subject)
  const basis = ref.subject.includes('to_buy') ? 'budget' : null
  const { value, unit } = figure
  push(walk, token, {
    ref,
    measure: 'count',
    period,
    basis,
    value,
    unit,
    direction: null,
    by: ['count'],
  })
}

/** A stock is of the day that it was counted on; where none is printed, of no year, but in the section on 三公. */
export function countPeriod(walk: Walk, subject: Ref['subject']): number | null {
  const stock = subject === 'vehicles_in_use' || subject.startsWith('equipment_over')
  const dated = stock || subject === 'buildings_area' || familyOf(subject) === 'people'
  if (dated && walk.state.date) return walk.state.date.year
  return stock && !contextOf(walk).families.has('three_public') ? null : periodOf(walk)
}

export function addCountChange(
  walk: Walk,
  token: Token,
  figure: Figure,
  direction: Direction | null,
): void {
  const people = figure.unit === '人' || figure.unit === '名'
  const spare = people && walk.sentence.reason ? refTo('staff_actual') : null
  const ref = refOf(walk, figure, clauseOf(walk)) ?? spare
  if (!ref) return
  const { value, unit } = figure
  push(walk, token, {
    ref,
    measure: 'change',
    period: periodOf(walk),
    basis: changeBasis(walk),
    value,
    unit,
    direction,
    by: ['count'],
  })
}
