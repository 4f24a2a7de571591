/** The money of performance forms -> facts: what a project gets and what it spent, by the form's own items. */
import { decimalsOf, isMoneyUnit, POWER, scale } from '../../../schemas/amount.js'
import type { BudgetDocument, PerformanceRecord } from '../../../schemas/document.js'
import type { PerformanceFunding } from '../../../schemas/performance.js'
import { type Concept, UNSTATED_CONCEPT } from './concepts.js'
import { type Context, type Contexts, type Fact, factId, yearPeriod } from './context.js'
import type { TypedMembers } from './dimensions.js'
import { CNY, pascal, type Source, sourceMember, UNSTATED_UNIT } from './names.js'
import { token } from './text.js'

export const FUNDING_CONCEPT: Concept = {
  ...{ name: 'PerformanceFunding', type: 'monetary' },
  ...{ zh: '绩效表中的资金', en: 'Money of a performance form' },
  says: {
    zh: '绩效目标表、自评表所列的项目资金；构成和口径为成员。',
    en: 'Money of a project in a form of targets or of a review, by item.',
  },
}

interface Form {
  record: PerformanceRecord
  source: Source
  year: number | null
  contexts: Contexts
}

export function performanceFacts(document: BudgetDocument, contexts: Contexts): Fact[] {
  const kinds = new Map(document.tables.map(({ id, kind }) => [id, kind]))
  return document.performance.flatMap((record) => {
    const source = kinds.get(record.table) ?? 'unrecognized'
    const year = record.year ?? document.report.fiscalYear
    const form = { record, source, year, contexts }
    return [
      ...fundingFacts(record.funding, [record.id], null, form),
      ...record.tasks.flatMap(({ name, funding }, i) =>
        fundingFacts(funding, [record.id, `task${i + 1}`], name, form),
      ),
    ]
  })
}

function fundingFacts(
  money: readonly PerformanceFunding[],
  place: readonly string[],
  task: string | null,
  form: Form,
): Fact[] {
  return money.flatMap((funding, i) => {
    const id = factId(...place, `funding${i + 1}`)
    return funding.value === null ? [] : [fundingFact(funding, funding.value, id, task, form)]
  })
}

function fundingFact(
  { item, phase, label, page, bbox }: PerformanceFunding,
  printed: string,
  id: string,
  task: string | null,
  { record, source, year, contexts }: Form,
): Fact {
  const unit = record.moneyUnit ?? ''
  const power = isMoneyUnit(unit) ? POWER[unit] : undefined
  const value = scale(printed, power ?? 0)
  const decimals = decimalsOf(printed, power ?? 0)
  const isMoney = power !== undefined
  const key: Context = {
    period: yearPeriod(year),
    members: {
      source: sourceMember(source),
      phase: phase === 'executed' ? 'ExecutedPhase' : 'BudgetPhase',
      fundingItem: `${pascal(item)}FundingItem`,
      fundingPhase: `${pascal(phase)}FundingPhase`,
    },
    typed: keyOf(record, task, label),
  }
  const context = contexts.of(key, `${value} ${decimals}`)
  const concept = isMoney ? FUNDING_CONCEPT.name : UNSTATED_CONCEPT
  return { id, concept, context, unit: isMoney ? CNY : UNSTATED_UNIT, value, decimals, page, bbox }
}

function keyOf(record: PerformanceRecord, task: string | null, label: string): TypedMembers {
  const said: TypedMembers = {
    project: token(record.project ?? ''),
    projectCode: token(record.projectCode ?? ''),
    unitName: token(record.unit ?? '') || token(record.department ?? ''),
    name: token(task ?? ''),
    fundingLabel: token(label),
  }
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ''))
}
