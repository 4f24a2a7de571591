/**
 * What amounts are called: a concept for each measure, for what a heading divides (财政拨款：一般公共预算), and for
 * the total of each kind of table. A column that none of them says is `Amount`, with its header as a typed member.
 */
import { type Article, type Balance, CONCEPT_TEXTS, totalsOf } from '../../../schemas/concepts.js'
import type { Panel } from '../../../schemas/document.js'
import { KIND_NAMES, type TableKind } from '../../../schemas/kinds.js'
import { type Label, TYPE_LABELS } from '../../../schemas/labels.js'
import { MEASURE_LABELS, meaningLabel } from '../../../schemas/meaning-labels.js'
import {
  isMeasure,
  MEASURES,
  type Measure,
  PLAIN_MEASURES,
  type PlainMeasure,
} from '../../../schemas/measures.js'
import { BY_NATURE, WITHIN } from '../../../schemas/sums.js'
import { traitsOf } from '../../../schemas/traits.js'
import { ECONOMIC_TERMS } from '../../../schemas/vocabulary.js'
import { type Named, words } from './names.js'

export interface Concept extends Named {
  type: 'monetary' | 'decimal' | 'pure' | 'string'
  says: Label
  /** As a table heads it, below the heading that it divides. */
  terse?: Label
  /** As the last column of a sum. */
  total?: Label
  balance?: Balance
  article?: Article
}

/** The vocabulary's atoms that measures call otherwise. */
const ATOMS: Readonly<Record<string, Measure>> = {
  general_budget: 'general_public_budget',
  government_fund: 'government_funds',
  unit_funds: 'own_revenue',
  other: 'other_revenue',
}

/** `vehicles.vehicle_purchase` -> vehicle_purchase; null for what is no measure. */
export function measureOf(meaning: string): Measure | null {
  const last = meaning.slice(meaning.lastIndexOf('.') + 1)
  const name = ATOMS[last] ?? last
  return isMeasure(name) ? name : null
}

const measuresOf = (atoms: readonly string[]) => atoms.flatMap((atom) => measureOf(atom) ?? [])

const ECONOMIC = measuresOf(ECONOMIC_TERMS.flatMap(({ atom }) => atom ?? []))
const INCOMES = measuresOf(WITHIN.unit_funds)

/** Headings and what they are divided into; what `MEASURES` has already is left out. */
const DIVIDED: Partial<Record<Measure, readonly Measure[]>> = {
  basic: ['personnel', 'public', ...ECONOMIC],
  appropriation: measuresOf(WITHIN.appropriation),
  general_public_budget: ['budget_outlay', 'non_tax'],
  own_revenue: INCOMES,
  other_funds: INCOMES,
  current_revenue: measuresOf(WITHIN.current_revenue),
  current_expenditure: measuresOf(BY_NATURE.parts),
  special_account: measuresOf(WITHIN.special_account),
}

const HELD = new Map(
  Object.entries(WITHIN).map(([whole, parts]) => [measureOf(whole), new Set(measuresOf(parts))]),
)

/** Whether the whole holds the part's money too, where both are printed. */
export function isWithin(part: Measure, whole: Measure): boolean {
  return HELD.get(whole)?.has(part) ?? false
}

const isPlain = (measure: Measure): measure is PlainMeasure => measure in CONCEPT_TEXTS

function plainConcept(measure: PlainMeasure): Concept {
  const { name, ...text } = CONCEPT_TEXTS[measure]
  return {
    ...{ name, type: 'monetary', ...text, zh: MEASURE_LABELS[measure].zh, en: words(name) },
    total: { zh: `${MEASURE_LABELS[measure].zh}小计`, en: `${words(name)}, total` },
  }
}

/** What of it: the part is what the figure is, the whole where it comes from. */
function partConcept(whole: PlainMeasure, part: PlainMeasure): Concept {
  const [outer, inner] = [plainConcept(whole), plainConcept(part)]
  const en = `${inner.en}, of ${outer.en[0].toLowerCase()}${outer.en.slice(1)}`
  const zh = `${outer.zh}：${inner.zh}`
  return {
    ...{ name: `${inner.name}Of${outer.name}`, type: 'monetary', zh, en },
    says: { zh: `${outer.zh}中的${inner.zh}。`, en: `${en}.` },
    terse: { zh: inner.zh, en: inner.en },
    total: { zh: `${zh}小计`, en: `${en}, total` },
    ...(inner.balance ? { balance: inner.balance } : {}),
  }
}

function changeConcept(part: PlainMeasure): Concept {
  const inner = plainConcept(part)
  const zh = `${inner.zh}比上年增减`
  const en = `Change in ${inner.en[0].toLowerCase()}${inner.en.slice(1)}`
  const says = {
    zh: `${inner.zh}比上年增加的金额；减少为负。`,
    en: `${en}; a decrease is negative.`,
  }
  return { name: `ChangeIn${inner.name}`, type: 'monetary', zh, en, says }
}

function compositeConcept(measure: Measure): Concept {
  const [first, second] = measure.split('.') as [PlainMeasure, PlainMeasure]
  if (first === 'change') return changeConcept(second)
  return isCarried(first, second) ? partConcept(first, second) : partConcept(second, first)
}

/** 上年结转/基本支出: the heading stands first; of a fund, the fund is the heading. */
const isCarried = (first: string, second: string) =>
  first === 'carry_over' && !isMeasure(`basic.${second}`)

const BY_MEASURE = new Map<string, Concept>(
  MEASURES.map((measure) => [
    measure,
    isPlain(measure) ? plainConcept(measure) : compositeConcept(measure),
  ]),
)
const DIVISIONS = new Map<string, Concept>(
  Object.entries(DIVIDED).flatMap(([whole, parts]) =>
    parts
      .filter((part) => known(whole as Measure, part) === null)
      .map((part): [string, Concept] => [
        `${part} ${whole}`,
        partConcept(whole as PlainMeasure, part as PlainMeasure),
      ]),
  ),
)

function known(whole: Measure, part: Measure): Measure | null {
  if (part.split('.').includes(whole)) return part
  return [`${part}.${whole}`, `${whole}.${part}`].find(isMeasure) ?? null
}

const nameOf = (measure: Measure) => (BY_MEASURE.get(measure) as Concept).name

/** @param whole what the column's heading is, where it stands below one that is summed */
export function conceptOf(measure: Measure, whole: Measure | null = null): string {
  if (whole === null) return nameOf(measure)
  return partOf(whole, measure) ?? nameOf(measure)
}

/** Null where the whole is not divided so. */
export function partOf(whole: Measure, part: Measure): string | null {
  const own = known(whole, part)
  return own ? nameOf(own) : (DIVISIONS.get(`${part} ${whole}`)?.name ?? null)
}

const TOTALS = new Map(
  KIND_NAMES.flatMap((kind) => Object.values(totalsOf(kind))).map((total) => [total.name, total]),
)

/** Of which side a total is, its list says, else its kind of table. */
export function totalConcept(kind: TableKind | 'unrecognized', panel: Panel | null): string {
  const side = panel === null ? (traitsOf(kind)?.direction ?? null) : sideOf(panel)
  return side === null ? CONCEPT_TEXTS.total.name : totalsOf(kind)[side].name
}

const sideOf = (panel: Panel) => (panel === 'revenue' ? 'revenue' : 'expenditure')

export const TOTAL_CONCEPTS: readonly Concept[] = [...TOTALS.values()].map(
  ({ label, ...total }): Concept => ({
    ...total,
    type: 'monetary',
    ...label,
    total: meaningLabel('total'),
  }),
)

/** Known by their headers only. */
export const UNNAMED_CONCEPT = 'Amount'
export const UNSTATED_CONCEPT = 'FigureOfUnstatedUnit'
export const SHARE_CONCEPT = 'Percentage'
export const COUNT_CONCEPT = 'Quantity'

const other = (name: string, type: Concept['type'], label: Label, says: Label): Concept => ({
  ...{ name, type, ...label, says },
})

const HEADED: readonly Concept[] = [
  other(
    UNNAMED_CONCEPT,
    'monetary',
    { zh: '金额（见表头）', en: 'Amount, see its header' },
    {
      zh: '没有概念能说明的列的金额；表头为类型化成员。',
      en: 'An amount that its header alone says.',
    },
  ),
  other(
    UNSTATED_CONCEPT,
    'decimal',
    { zh: '未印明单位的数', en: 'Figure of an unstated unit' },
    { zh: '没有印明单位，照原样的数。', en: 'As printed: nothing says in what it is.' },
  ),
  other(SHARE_CONCEPT, 'pure', TYPE_LABELS.percent, {
    zh: '印作百分数的列，值为小数：12.5% 是 0.125。',
    en: 'Printed in per cent: 12.5% is 0.125.',
  }),
  other(COUNT_CONCEPT, 'decimal', TYPE_LABELS.count, {
    zh: '数量、人数、台数、单价等列；表头为类型化成员。',
    en: 'A number of things, as its header says.',
  }),
]

/** What any table can print, the plain ones first. */
export const CONCEPTS: readonly Concept[] = [
  ...PLAIN_MEASURES.map((measure) => BY_MEASURE.get(measure) as Concept),
  ...[...BY_MEASURE].filter(([measure]) => measure.includes('.')).map(([, concept]) => concept),
  ...DIVISIONS.values(),
  ...HEADED,
]
