/**
 * Columns that add up, as calculation links say it: the laws of each kind of table, in the role of the first kind that
 * prints them. A processor asks a sum wherever its whole and one part share a context, whatever the table: so parts
 * that one heading divides are concepts of that heading, and a whole has parts of one reading only in a role.
 */
import { totalsOf } from '../../../schemas/concepts.js'
import { KIND_NAMES, type TableKind } from '../../../schemas/kinds.js'
import type { Measure } from '../../../schemas/measures.js'
import { MOVEMENT } from '../../../schemas/movements.js'
import { ROW_SUMS, type SumName } from '../../../schemas/sums.js'
import { traitsOf } from '../../../schemas/traits.js'
import { conceptOf, measureOf, partOf } from './concepts.js'

export interface Item {
  concept: string
  weight: 1 | -1
}

export interface Sum {
  kind: TableKind
  /** Behind the role's name, where a kind sums one whole in several ways. */
  breakdown: SumName | null
  whole: string
  items: readonly Item[]
}

/** What a law says of concepts, before it has a role. */
export type Draft = Pick<Sum, 'whole' | 'items'>

const plus = (concepts: readonly string[]): Item[] =>
  [...new Set(concepts)].map((concept) => ({ concept, weight: 1 }))

/** What tables print below headings of their own, by what they sum. */
const SOURCES: readonly Measure[] = [
  'appropriation',
  'own_revenue',
  'other_funds',
  'current_revenue',
  'carry_over',
]
const BUDGETS: readonly Measure[] = ['general_public_budget', 'government_funds', 'state_capital']
const FUNDS: readonly Measure[] = ['appropriation', ...BUDGETS]
const SPENT: readonly Measure[] = [...FUNDS, 'own_revenue', 'carry_over', 'current_expenditure']

/** Parts of a total by when the money came: no fund is divided so. */
const YEARS: readonly Measure[] = ['current_revenue', 'carry_over']

const HEADINGS: Record<keyof typeof ROW_SUMS, readonly Measure[]> = {
  'by-source': SOURCES,
  'by-nature': SPENT,
  'by-use': SPENT,
  'basic-by-use': [],
  'by-budget': ['appropriation', 'current_revenue', 'current_expenditure', 'carry_over'],
  'by-outlay': ['appropriation', 'general_public_budget'],
  'by-expense': FUNDS,
  'three-public': [],
  'vehicles-below': [],
  'vehicles-beside': [],
}

function draftsOf(kind: TableKind, name: SumName): Draft[] {
  if (name === 'movement') return [movement()]
  const { whole, parts } = ROW_SUMS[name]
  const measures = parts.flatMap((part) => measureOf(part) ?? [])
  const plain = plus([...measures, ...belowOf(name)].map((measure) => conceptOf(measure)))
  const divided = (heading: Measure): Draft[] => {
    const parts = measures.filter((each) => each !== heading && !YEARS.includes(each))
    const below = parts.flatMap((each) => partOf(heading, each) ?? [])
    return below.length > 1 ? [{ whole: conceptOf(heading), items: plus(below) }] : []
  }
  if (whole === 'basic') return divided('basic')
  if (whole !== 'total') return [{ whole: conceptOf(measureOf(whole) as Measure), items: plain }]
  const tops = topsOf(kind, name).map((top) => ({ whole: top, items: plain }))
  return [...tops, ...HEADINGS[name].flatMap(divided)]
}

/** What a source is divided into counts itself where the source has no column of its own. */
function belowOf(name: SumName): Measure[] {
  return name === 'by-source' ? ['education_fees', 'other_special_account'] : []
}

/** Revenue is divided by source and by budget only; a list that does not say its side has a total of its own. */
function topsOf(kind: TableKind, name: SumName): string[] {
  const totals = totalsOf(kind)
  const direction = traitsOf(kind)?.direction
  if (direction) return [totals[direction].name]
  const both = name === 'by-source' || name === 'by-budget' || name === 'by-outlay'
  const sides = [...(both ? [totals.revenue.name] : []), totals.expenditure.name]
  return [...sides, conceptOf('total')]
}

function movement(): Draft {
  const { opening, revenue, expenditure, closing } = MOVEMENT
  const of = (meaning: string) => conceptOf(measureOf(meaning) as Measure)
  const items = [
    ...plus([of(opening), of(revenue)]),
    { concept: of(expenditure), weight: -1 as const },
  ]
  return { whole: of(closing), items }
}

/** Each once: what an earlier kind sums already, with these parts and more, is not said again. */
function allSums(): Sum[] {
  const sums: Sum[] = []
  const said = ({ whole, items }: Draft) =>
    sums.some((sum) => sum.whole === whole && items.every((item) => isItem(sum, item)))
  for (const kind of KIND_NAMES) {
    for (const name of traitsOf(kind)?.sums ?? []) {
      for (const draft of draftsOf(kind, name).filter((each) => !said(each))) {
        const again = sums.some((sum) => sum.kind === kind && sum.whole === draft.whole)
        sums.push({ kind, breakdown: again ? name : null, ...draft })
      }
    }
  }
  return sums
}

function isItem({ items }: Draft, { concept, weight }: Item): boolean {
  return items.some((item) => item.concept === concept && item.weight === weight)
}

export const SUMS: readonly Sum[] = allSums()

/** What a kind sums, said in its own role or in that of a kind before it. */
export function sumsPrintedBy(kind: TableKind): Draft[] {
  return (traitsOf(kind)?.sums ?? []).flatMap((name) => draftsOf(kind, name))
}

export const SUMS_OF: ReadonlyMap<string, readonly Sum[]> = SUMS.reduce(
  (known, sum) => known.set(sum.whole, [...(known.get(sum.whole) ?? []), sum]),
  new Map<string, Sum[]>(),
)
