/**
 * Columns that add up, as calculation links say it: the row sums that reconciliation
 * checks (a test compares them with the extractors'), at the top of a header and in
 * each group of columns. A link binds wherever its concepts share a context, so what
 * a table does not have checked is kept out of reach: see `standalone.ts`.
 */
import type { Label } from '../../../schemas/labels.js'
import { ROW_SUMS as CHECKED, type RowSum as Sum } from '../../../schemas/sums.js'
import { CONCEPTS, conceptOf } from './concepts.js'
import type { Named } from './names.js'

export interface RowSum extends Named {
  whole: string
  parts: readonly string[]
}

/** One link role each: an item is summed once within a role. */
const ROLES: Record<keyof typeof CHECKED, Label> = {
  'by-source': { zh: '按资金来源加总', en: 'Sum by source of funds' },
  'by-nature': { zh: '按支出性质加总', en: 'Sum by nature of expenditure' },
  'by-use': { zh: '按支出用途加总', en: 'Sum by use of expenditure' },
  'basic-by-use': { zh: '基本支出按用途加总', en: 'Basic expenditure by use' },
  'by-budget': { zh: '按预算加总', en: 'Sum by budget' },
  'by-outlay': { zh: '经费拨款与非税收入加总', en: 'Sum of outlay and non-tax revenue' },
  'by-expense': { zh: '合计按“三公”经费加总', en: 'Total by public expense' },
  'three-public': { zh: '“三公”经费加总', en: 'Sum of the three public expenses' },
  'vehicles-below': { zh: '公务用车下级加总', en: 'Sum of vehicle expenses below' },
  'vehicles-beside': { zh: '公务用车并列加总', en: 'Sum of vehicle expenses beside' },
}

export const ROW_SUMS: readonly RowSum[] = Object.entries<Sum>(CHECKED).map(
  ([name, { whole, parts }]) => ({ name, whole, parts, ...ROLES[name as keyof typeof CHECKED] }),
)

export interface Calculation {
  role: string
  whole: string
  items: readonly string[]
}

/** Each whole with the concepts that make it up. */
export const CALCULATIONS: readonly Calculation[] = ROW_SUMS.flatMap((rowSum) =>
  ['', ...CONCEPTS.map(({ meaning }) => `${meaning}.`)].flatMap((group) => {
    const whole = conceptOf(group + rowSum.whole)
    if (whole === null || group === 'amount.' || group === 'total.') return []
    const items = new Set(rowSum.parts.flatMap((part) => conceptOf(group + part) ?? []))
    items.delete(whole)
    return items.size < 2 ? [] : [{ role: rowSum.name, whole, items: [...items] }]
  }),
)

/** How many sums stand below a concept: a whole stands higher than each of its items. */
const HEIGHTS = new Map<string, number>()

function heightOf(concept: string): number {
  const known = HEIGHTS.get(concept)
  if (known !== undefined) return known
  const below = CALCULATIONS.filter(({ whole }) => whole === concept).flatMap(({ items }) => items)
  const height = below.length === 0 ? 0 : 1 + Math.max(...below.map(heightOf))
  HEIGHTS.set(concept, height)
  return height
}

const HIGHEST = Math.max(...CALCULATIONS.map(({ whole }) => heightOf(whole)))

/**
 * Where a whole stands that is not the checked sum of columns beside it. By height, so
 * that two such wholes never share a context as whole and part.
 */
export const STANDALONE: readonly Named[] = Array.from({ length: HIGHEST }, (_, i) => ({
  name: `StandaloneLevel${i + 1}`,
  zh: `不与本行其他列加总核对的数（第${i + 1}级）`,
  en: `A figure that is not the checked sum of columns beside it (level ${i + 1})`,
}))

export function standaloneMember(whole: string): string {
  return STANDALONE[heightOf(whole) - 1].name
}
