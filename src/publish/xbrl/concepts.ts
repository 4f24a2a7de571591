/**
 * The closed list of amount concepts: a concept is what a column's meaning comes to
 * when phase (previous_year, budgeted) and the word 合计 within a group are taken out.
 * A column that says something else is `Amount`, with its header path as a typed member.
 */
import { ATOM_LABELS, meaningLabel } from '../../../schemas/meaning-labels.js'
import {
  BASIC_BY_USE,
  BY_BUDGET,
  BY_OUTLAY,
  BY_USE,
  THREE_PUBLIC,
  VEHICLES_BELOW,
  VEHICLES_BESIDE,
  WITHIN,
} from '../../../schemas/sums.js'
import { ECONOMIC_TERMS } from '../../../schemas/vocabulary.js'
import { type Named, pascal } from './names.js'

/** Said by the phase of a figure, or no amount. */
const NOT_CONCEPTS = new Set(['previous_year', 'budgeted', 'rate', 'count'])

const BUDGETS = BY_BUDGET.parts
const INCOMES = WITHIN.unit_funds
const SOURCES = [...BUDGETS, 'special_account', 'unit_funds']
const ECONOMIC = ECONOMIC_TERMS.flatMap(({ atom }) => atom ?? [])
const USES = [
  'basic',
  'project',
  ...BASIC_BY_USE.parts.map((part) => `${BASIC_BY_USE.whole}.${part}`),
  ...BY_USE.parts,
]
const EXPENSES = [...THREE_PUBLIC.parts, ...VEHICLES_BESIDE.parts, ...VEHICLES_BELOW.parts]

/** Groups of columns and what stands below them: each left with each right. */
const GROUPS: readonly [readonly string[], readonly string[]][] = [
  [[BASIC_BY_USE.whole], [...BASIC_BY_USE.parts, ...ECONOMIC]],
  [[...BUDGETS, 'appropriation', 'current_expenditure', 'carry_over'], USES],
  [
    ['current_revenue', 'carry_over'],
    [...SOURCES, ...INCOMES, 'appropriation', 'other_funds'],
  ],
  [['appropriation', 'current_revenue.appropriation', 'carry_over.appropriation'], BUDGETS],
  [['appropriation', 'general_budget'], BY_OUTLAY.parts],
  [['unit_funds', 'other_funds', 'current_revenue.unit_funds'], INCOMES],
  [['special_account'], WITHIN.special_account],
  [[THREE_PUBLIC.whole], EXPENSES],
  [[VEHICLES_BESIDE.whole], VEHICLES_BESIDE.parts],
  [['three_public', ...EXPENSES], BUDGETS],
  [['procurement'], ['quota']],
]

export interface Concept extends Named {
  /** `general_budget.basic`; `amount` where the header only says so. */
  meaning: string
}

/** Each meaning once, the plain ones of the vocabulary first. */
export const CONCEPTS: readonly Concept[] = [
  ...new Map(
    ['amount', ...meanings()].map((meaning) => [pascal(meaning), toConcept(meaning)]),
  ).values(),
]

function meanings(): string[] {
  const plain = [...ATOM_LABELS.keys()].filter((atom) => !NOT_CONCEPTS.has(atom))
  const below = GROUPS.flatMap(([groups, parts]) =>
    groups.flatMap((group) => parts.map((part) => canonical(`${group}.${part}`))),
  )
  return [...new Set([...plain, ...below])].filter((meaning) => {
    const atoms = meaning.split('.')
    return new Set(atoms).size === atoms.length
  })
}

function toConcept(meaning: string): Concept {
  return { name: pascal(meaning), meaning, ...meaningLabel(meaning) }
}

/** Phase taken out, and 合计 where it only closes a group: `previous_year.basic.total` -> `basic`. */
export function canonical(meaning: string): string {
  const atoms = meaning.split('.').filter((atom) => !['previous_year', 'budgeted'].includes(atom))
  const parts = atoms.filter((atom) => atom !== 'total' && atom !== 'amount')
  if (parts.length > 0) return parts.join('.')
  return atoms.includes('total') ? 'total' : 'amount'
}

const BY_MEANING = new Map(CONCEPTS.map((concept) => [concept.meaning, concept.name]))

/** @returns null where no concept says it */
export function conceptOf(meaning: string | null): string | null {
  return meaning === null ? null : (BY_MEANING.get(canonical(meaning)) ?? null)
}
