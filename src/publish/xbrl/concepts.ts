/**
 * The closed list of amount concepts: a concept is what a column's meaning comes to
 * when phase (previous_year, budgeted) and the word 合计 within a group are taken out.
 * A column that says something else is `Amount`, with its header path as a typed member.
 */
import { ECONOMIC_TERMS, TERMS } from '../../../schemas/vocabulary.js'
import { type Named, pascal } from './names.js'

/** Said by the phase of a figure, or no amount. */
const NOT_CONCEPTS = new Set(['previous_year', 'budgeted', 'rate', 'count'])

const BUDGETS = ['general_budget', 'government_fund', 'state_capital']
const INCOMES = [
  'institution',
  'operating_income',
  'superior_subsidy',
  'superior_department_subsidy',
  'subsidiary_remittance',
  'other',
]
const SOURCES = [...BUDGETS, 'special_account', 'unit_funds']
const ECONOMIC = ECONOMIC_TERMS.flatMap(({ atom }) => atom ?? [])
const USES = ['basic', 'project', 'basic.personnel', 'basic.public', 'personnel', 'public']
const EXPENSES = [
  'abroad',
  'reception',
  'vehicles',
  'vehicle_purchase',
  'vehicle_operation',
  'vehicles.vehicle_purchase',
  'vehicles.vehicle_operation',
]

/** Groups of columns and what stands below them: each left with each right. */
const GROUPS: readonly [readonly string[], readonly string[]][] = [
  [['basic'], ['personnel', 'public', ...ECONOMIC]],
  [[...BUDGETS, 'appropriation', 'current_expenditure', 'carry_over'], USES],
  [
    ['current_revenue', 'carry_over'],
    [...SOURCES, ...INCOMES, 'appropriation', 'other_funds'],
  ],
  [['appropriation', 'current_revenue.appropriation', 'carry_over.appropriation'], BUDGETS],
  [
    ['appropriation', 'general_budget'],
    ['budget_outlay', 'non_tax'],
  ],
  [['unit_funds', 'other_funds', 'current_revenue.unit_funds'], INCOMES],
  [['special_account'], ['education_fees', 'other_special_account']],
  [['three_public'], EXPENSES],
  [['vehicles'], ['vehicle_purchase', 'vehicle_operation']],
  [['three_public', ...EXPENSES], BUDGETS],
  [['procurement'], ['quota']],
]

export interface Concept extends Named {
  /** `general_budget.basic`; `amount` where the header only says so. */
  meaning: string
}

/** What an atom of a meaning is called, as it is mostly printed. */
export const FIRST_WORD: ReadonlyMap<string, string> = new Map(
  [...TERMS, ...ECONOMIC_TERMS].flatMap(({ atom, words }): [string, string][] =>
    atom ? [[atom, words[0]]] : [],
  ),
)
const ENGLISH: Record<string, string> = {
  general_budget: 'general public budget',
  government_fund: 'government funds',
  state_capital: 'state capital budget',
  wages: 'wages and welfare',
  goods_services: 'goods and services',
  individuals: 'subsidies to individuals and families',
  personnel: 'personnel funds',
  public: 'office funds',
  abroad: 'official travel abroad',
  reception: 'official reception',
  vehicles: 'official vehicles',
  institution: 'institution income',
  quota: 'reserved for small enterprises',
  change: 'change on last year',
}

/** Each meaning once, the plain ones of the vocabulary first. */
export const CONCEPTS: readonly Concept[] = [
  { name: 'Amount', meaning: 'amount', zh: '金额', en: 'Amount' },
  ...new Map(meanings().map((meaning) => [pascal(meaning), toConcept(meaning)])).values(),
]

function meanings(): string[] {
  const plain = [...FIRST_WORD.keys()].filter((atom) => !NOT_CONCEPTS.has(atom))
  const below = GROUPS.flatMap(([groups, parts]) =>
    groups.flatMap((group) => parts.map((part) => canonical(`${group}.${part}`))),
  )
  return [...new Set([...plain, ...below])].filter((meaning) => {
    const atoms = meaning.split('.')
    return new Set(atoms).size === atoms.length
  })
}

function toConcept(meaning: string): Concept {
  const atoms = meaning.split('.')
  const english = atoms.map((atom) => ENGLISH[atom] ?? atom.replaceAll('_', ' ')).join(', ')
  return {
    name: pascal(meaning),
    meaning,
    zh: atoms.map((atom) => FIRST_WORD.get(atom) ?? atom).join('：'),
    en: english[0].toUpperCase() + english.slice(1),
  }
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
