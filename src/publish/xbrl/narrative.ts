/** Figures of the sentences -> facts: what a sentence speaks of is a member, so that no sentence is a sum. */
import { decimalsOf, POWER, scale } from '../../../schemas/amount.js'
import type { BudgetDocument, NarrativeFact } from '../../../schemas/document.js'
import type { Label } from '../../../schemas/labels.js'
import { moneyUnit, PHASE_OF_BASIS } from '../../../schemas/prose/figures.js'
import { type Concept, UNSTATED_CONCEPT } from './concepts.js'
import { type Context, type Contexts, type Fact, factId, yearPeriod } from './context.js'
import {
  CNY,
  type Measure,
  PURE,
  pascal,
  phaseMember,
  sourceMember,
  UNSTATED_UNIT,
} from './names.js'
import { token } from './text.js'

const concept = (name: string, type: Concept['type'], label: Label, says: Label): Concept => ({
  ...{ name, type, ...label, says },
})

export const NARRATIVE_CONCEPTS = {
  amount: concept(
    'NarrativeAmount',
    'monetary',
    { zh: '文字所述金额', en: 'Amount that a sentence states' },
    { zh: '文字说明中的金额；所述为何，见“文字所述”。', en: 'Of what, the subject says.' },
  ),
  change: concept(
    'NarrativeChange',
    'monetary',
    { zh: '文字所述增减额', en: 'Change that a sentence states' },
    { zh: '比上年增减的金额；减少为负。', en: 'On the year before; a decrease is negative.' },
  ),
  change_rate: concept(
    'NarrativeRateOfChange',
    'pure',
    { zh: '文字所述增减率', en: 'Rate of change that a sentence states' },
    { zh: '12.5% 是 0.125；减少为负。', en: '12.5% is 0.125; a decrease is negative.' },
  ),
  share: concept(
    'NarrativeShare',
    'pure',
    { zh: '文字所述占比或完成率', en: 'Share that a sentence states' },
    { zh: '12.5% 是 0.125。', en: '12.5% is 0.125.' },
  ),
  count: concept(
    'NarrativeCount',
    'decimal',
    { zh: '文字所述数量', en: 'Number that a sentence states' },
    { zh: '人数、辆数、个数等；计量单位为类型化成员。', en: 'Of persons, vehicles and the like.' },
  ),
} as const satisfies Record<string, Concept>

/** A change in the number of things. */
export const CHANGE_OF_COUNT: Concept = concept(
  'NarrativeChangeOfCount',
  'decimal',
  { zh: '文字所述数量增减', en: 'Change of a number that a sentence states' },
  { zh: '人数、辆数等比上年的增减；减少为负。', en: 'A decrease is negative.' },
)

export function narrativeFacts(document: BudgetDocument, contexts: Contexts): Fact[] {
  return document.facts.flatMap(
    (fact) => figureOf(fact, document.report.fiscalYear, contexts) ?? [],
  )
}

interface Figure {
  concept: string
  unit: Measure
  power: number
  counted: string | null
}

/** Null where the sentence says none, or no change, without a figure. */
function figureOf(fact: NarrativeFact, own: number | null, contexts: Contexts): Fact | null {
  if (fact.value === null) return null
  const { concept, unit, power, counted } = measured(fact)
  const phase = phaseMember(fact.basis === null ? 'unstated' : PHASE_OF_BASIS[fact.basis])
  const signed = fact.direction === 'decrease' ? opposite(fact.value) : fact.value
  const [value, decimals] = [scale(signed, power), decimalsOf(fact.value, power)]
  const key: Context = {
    period: yearPeriod(yearOf(fact, own)),
    members: {
      source: sourceMember('narrative'),
      ...(phase === undefined ? {} : { phase }),
      subject: `${pascal(fact.subject)}Subject`,
      ...(fact.fund === null ? {} : { fund: `${pascal(fact.fund)}Fund` }),
    },
    typed: {
      ...(token(fact.qualifier ?? '') === '' ? {} : { qualifier: token(fact.qualifier ?? '') }),
      ...(counted === null ? {} : { counted }),
    },
  }
  const context = contexts.of(key, `${value} ${decimals}`, `${concept} ${unit}`)
  const { page, bbox } = fact
  return { id: factId(fact.id), concept, context, unit, value, decimals, page, bbox }
}

function yearOf({ period, basis, measure }: NarrativeFact, own: number | null): number | null {
  if (period !== null || own === null) return period
  return basis?.startsWith('last_year') && measure === 'amount' ? own - 1 : own
}

function measured(fact: NarrativeFact): Figure {
  const { measure, unit } = fact
  const known = { concept: NARRATIVE_CONCEPTS[measure].name, counted: null }
  if (measure === 'share' || measure === 'change_rate') return { ...known, unit: PURE, power: -2 }
  const counted = token(unit ?? '') || null
  if (measure === 'count') return { ...known, unit: PURE, power: 0, counted }
  if (unit === null)
    return { concept: UNSTATED_CONCEPT, unit: UNSTATED_UNIT, power: 0, counted: null }
  const money = moneyUnit(fact)
  if (money !== null) return { ...known, unit: CNY, power: POWER[money] }
  if (measure === 'amount')
    return { concept: UNSTATED_CONCEPT, unit: UNSTATED_UNIT, power: 0, counted }
  return { concept: CHANGE_OF_COUNT.name, unit: PURE, power: 0, counted }
}

const opposite = (value: string) => (value.startsWith('-') ? value : `-${value}`)
